import type { ReminderStatus } from '../../../entities/scheduling/booking-reminder.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/** A reminder is sent, or left out for a reason, or dropped with the time that it was about. */
export const reminderStates: StateTable<ReminderStatus, 'send' | 'skip' | 'cancel'> = {
  PLANNED: { send: 'SENT', skip: 'SKIPPED', cancel: 'CANCELLED' },
  SENT: {},
  SKIPPED: {},
  CANCELLED: {},
};

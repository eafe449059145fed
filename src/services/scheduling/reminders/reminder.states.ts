import type { ReminderStatus } from '../../../entities/scheduling/booking-reminder.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/** A reminder is sent, or left out for a reason, or dropped with the time that it was about, and planned again when that comes back. */
export const reminderStates: StateTable<ReminderStatus, 'send' | 'skip' | 'cancel' | 'restore'> = {
  PLANNED: { send: 'SENT', skip: 'SKIPPED', cancel: 'CANCELLED' },
  SENT: {},
  SKIPPED: {},
  CANCELLED: { restore: 'PLANNED' },
};

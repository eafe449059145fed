import type { ReminderStatus } from '../../../entities/scheduling/booking-reminder.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/**
 * A reminder is sent, or left out for a reason, or dropped with the time that it was about, and planned again when that comes back. A
 * text may fail.
 */
export const reminderStates: StateTable<ReminderStatus, 'send' | 'skip' | 'cancel' | 'restore' | 'fail'> = {
  PLANNED: { send: 'SENT', skip: 'SKIPPED', cancel: 'CANCELLED', fail: 'FAILED' },
  SENT: {},
  SKIPPED: {},
  CANCELLED: { restore: 'PLANNED' },
  FAILED: {},
};

import type { ReminderStatus } from '../../../entities/scheduling/booking-reminder.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

/**
 * A reminder is sent, or left out for a reason, or dropped with the time that it was about, and planned again when that comes back. A
 * text may fail after it was handed over.
 */
export const reminderStates: StateTable<ReminderStatus, 'send' | 'skip' | 'cancel' | 'restore' | 'fail'> = {
  PLANNED: { send: 'SENT', skip: 'SKIPPED', cancel: 'CANCELLED' },
  SENT: { fail: 'FAILED' },
  SKIPPED: {},
  CANCELLED: { restore: 'PLANNED' },
  FAILED: {},
};

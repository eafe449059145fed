import type { ReminderRule } from '../../../entities/scheduling/offering.entity.ts';
import { fieldError } from '../../kernel/errors.ts';

/** A reminder as it is said: one of two forms. */
export interface SaidReminder {
  readonly minutesBefore?: number | null;
  readonly daysBefore?: number | null;
  readonly atMinute?: number | null;
}

/** The reminder that is meant. Error: INPUT_INVALID for both forms, or for half of one. */
export function reminderRule({ minutesBefore, daysBefore, atMinute }: SaidReminder, index: number): ReminderRule {
  if (minutesBefore != null && daysBefore == null && atMinute == null) return { minutesBefore };
  if (minutesBefore == null && daysBefore != null && atMinute != null) return { daysBefore, atMinute };
  throw fieldError(`input.reminders.${index}`, 'oneForm');
}

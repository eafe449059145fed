import type { ReminderRule } from '../../../entities/scheduling/offering.entity.ts';
import { fieldError } from '../../kernel/errors.ts';

/** A reminder as it is said: one of two forms. */
export interface SaidReminder {
  readonly minutesBefore?: number | null;
  readonly daysBefore?: number | null;
  readonly atMinute?: number | null;
}

/** The reminder that is meant. Error: INPUT_INVALID for both forms, or for half of one. */
export function reminderRule(said: SaidReminder, index: number): ReminderRule {
  const given = Object.fromEntries(Object.entries(said).filter(([, value]) => typeof value === 'number'));
  const form = Object.keys(given).sort().join();
  if (form !== 'minutesBefore' && form !== 'atMinute,daysBefore')
    throw fieldError(`input.reminders.${index}`, 'oneForm');
  return given as unknown as ReminderRule;
}

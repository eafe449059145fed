import { fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { isWorkingDay } from '../../kernel/working-days.ts';
import type { Tx } from '../../platform/context.ts';

/** A due date is a moment to come on a working day, in the time zone of the business. */
export function requireDueDate({ now, config }: Tx<'now' | 'config'>, dueAt: Date): void {
  if (dueAt <= now) throw fieldError('input.dueAt', 'inTheFuture');
  if (!isWorkingDay(localDateOf(dueAt, config.TIME_ZONE))) throw fieldError('input.dueAt', 'onWorkingDay');
}

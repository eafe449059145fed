import type { OrderReminderKind } from '../../../entities/orders/order-reminder.entity.ts';
import type { Order, OrderStatus } from '../../../entities/orders/order.entity.ts';
import { instantAt, localTimeOf } from '../../kernel/business-time.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../kernel/working-days.ts';

/** When the deliveries of a working day are due. */
const dueTime = '18:00';

/** A due date is within these hours of a working day, and no further away than this. */
const [earliestTime, latestTime] = ['06:00', '22:00'];
const furthestDays = 730;

/** The states in which the time of the work runs: a suspended order waits, a delivered one is done. */
export const runningStatuses: readonly OrderStatus[] = ['PAID', 'IN_PROGRESS'];

export const isRunning = (status: OrderStatus): boolean => runningStatuses.includes(status);

/** Late is what should be delivered by now, from the very instant of its due date. */
export const isLateAt = (
  { status, dueAt }: { readonly status: OrderStatus; readonly dueAt: Date | null },
  now: Date,
): boolean => dueAt !== null && isRunning(status) && dueAt <= now;

/** How many working days this order has: those of its price, the shorter ones when it is urgent and has such. */
export const turnaroundOf = (
  order: Pick<Order, 'priority' | 'turnaroundWorkingDays' | 'rushWorkingDays'>,
  usual: number,
): number => (order.priority === 'URGENT' ? order.rushWorkingDays : null) ?? order.turnaroundWorkingDays ?? usual;

/** So many working days after the day on which the work could begin, in the evening. */
export const dueAfter = (begins: Date, days: number, zone: string): Date =>
  instantAt(addWorkingDays(localDateOf(begins, zone), days), dueTime, zone);

/** The evening of the first working day on which an instant is not over: a due date that was computed falls on no night and no holiday. */
export function endOfWorkingDay(instant: Date, zone: string): Date {
  const day = localDateOf(instant, zone);
  const evening = instantAt(day, dueTime, zone);
  return isWorkingDay(day) && instant <= evening ? evening : instantAt(addWorkingDays(day, 1), dueTime, zone);
}

interface Rule {
  readonly now: Date;
  readonly zone: string;
  /** The field that is refused. */
  readonly path: string;
}

/** Refuses a due date that is over, far away, or at which nobody works. */
export function requireDueDate(dueAt: Date, { now, zone, path }: Rule): void {
  if (dueAt <= now) throw fieldError(path, 'future');
  if (dueAt.getTime() - now.getTime() > furthestDays * 86_400_000) throw fieldError(path, 'maxDate');
  if (!isWorkingDay(localDateOf(dueAt, zone))) throw fieldError(path, 'isWorkingDay');
  const time = localTimeOf(dueAt, zone).toPlainTime();
  const isOutside =
    Temporal.PlainTime.compare(time, earliestTime) < 0 || Temporal.PlainTime.compare(time, latestTime) > 0;
  if (isOutside) throw fieldError(path, 'isWorkingTime');
}

/** The due date of an order whose time runs; refuses the action on any other. */
export function runningDueDate({ status, dueAt }: Pick<Order, 'status' | 'dueAt'>, action: string): Date {
  if (!isRunning(status) || dueAt === null) throw new DomainError('ACTION_NOT_ALLOWED', { action, status });
  return dueAt;
}

/** The reminder of a working day about a due date; a later one stands for those that were missed. */
export function reminderOn(today: string, dueOn: string): OrderReminderKind | undefined {
  if (dueOn < today) return 'LATE';
  const left = workingDaysBetween(today, dueOn);
  if (left > 3) return undefined;
  return left > 1 ? 'DUE_IN_3' : 'DUE_IN_1';
}

import type { BucketUnit } from '../kernel/calendar-units.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';

/** The most points that a series has. */
export const mostPoints = 1_000;

/** A stretch of local days, and the instants where it begins and ends in the time zone of the business. */
export interface Bucket {
  /** Its first and last local day: `2026-11-01`, `2026-11-30`. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** At `from` or later, before `to`. */
  readonly from: Date;
  readonly to: Date;
  /** It is not over yet. */
  readonly isPartial: boolean;
}

/** Where and when a figure is asked for. */
export interface Moment {
  readonly now: Date;
  readonly timeZone: string;
}

/** The instant at which a local day begins: midnight, or the first instant after a gap at midnight. */
export const startOfDay = (day: Temporal.PlainDate, timeZone: string): Date =>
  new Date(day.toZonedDateTime({ timeZone }).epochMilliseconds);

/** The local days from one to another, both included, as one bucket. */
export function bucketOf(first: Temporal.PlainDate, last: Temporal.PlainDate, { now, timeZone }: Moment): Bucket {
  const to = startOfDay(last.add({ days: 1 }), timeZone);
  return {
    startsOn: first.toString(),
    endsOn: last.toString(),
    from: startOfDay(first, timeZone),
    to,
    isPartial: to > now,
  };
}

const lastOf: Record<BucketUnit, (day: Temporal.PlainDate) => Temporal.PlainDate> = {
  DAY: (day) => day,
  WEEK: (day) => day.add({ days: 7 - day.dayOfWeek }),
  MONTH: (day) => day.with({ day: day.daysInMonth }),
  YEAR: (day) => day.with({ month: 12, day: 31 }),
};

export interface Period {
  /** Local days, both included. */
  readonly from: string;
  readonly to: string;
}

/** A period as a bucket of its own. */
export const wholeOf = ({ from, to }: Period, moment: Moment): Bucket =>
  bucketOf(Temporal.PlainDate.from(from), Temporal.PlainDate.from(to), moment);

/** Refuses a period that ends before it begins, and one of which nothing has happened yet. */
export function requirePeriod({ from, to }: Period, moment: Moment): void {
  if (from > to) throw fieldError('to', 'order');
  if (from > localDateOf(moment.now, moment.timeZone)) throw new DomainError('FIGURE_UNAVAILABLE', { from });
}

/**
 * A period cut into days, weeks from Monday, months or years; the first and the last are cut off at its ends. Errors: INPUT_INVALID
 * (an end before the beginning, more than 1,000 points), FIGURE_UNAVAILABLE (a period to come).
 */
export function bucketsOf(period: Period, unit: BucketUnit, moment: Moment): Bucket[] {
  requirePeriod(period, moment);
  const end = Temporal.PlainDate.from(period.to);
  const buckets: Bucket[] = [];
  for (let first = Temporal.PlainDate.from(period.from); Temporal.PlainDate.compare(first, end) <= 0;) {
    if (buckets.length === mostPoints) throw fieldError('bucket', 'maxPoints');
    const whole = lastOf[unit](first);
    const last = Temporal.PlainDate.compare(whole, end) > 0 ? end : whole;
    buckets.push(bucketOf(first, last, moment));
    first = last.add({ days: 1 });
  }
  return buckets;
}

export const today = ({ now, timeZone }: Moment): Temporal.PlainDate =>
  Temporal.PlainDate.from(localDateOf(now, timeZone));

/** The last months, the running one included, the oldest first. */
export function lastMonths(months: number, moment: Moment): Bucket[] {
  const running = today(moment).with({ day: 1 });
  return Array.from({ length: months }, (_, i) => {
    const first = running.subtract({ months: months - 1 - i });
    return bucketOf(first, lastOf.MONTH(first), moment);
  });
}

/** All local days up to one of them, or all there are. */
export const daysUpTo = (moment: Moment, last: Temporal.PlainDate = Temporal.PlainDate.from('8999-12-31')): Bucket =>
  bucketOf(Temporal.PlainDate.from('1900-01-01'), last, moment);

/** By what share it grew: 0.25 is a quarter more. Growth of nothing is no number: null. */
export const growthOf = (is: number, was: number): number | null => (was === 0 ? null : (is - was) / was);

/**
 * Periods of plans, in local dates: each begins at midnight of its first day and ends at midnight of the first day of the next one,
 * so that a day of 23 or 25 hours is one day. The day of the month is remembered (the anchor), so that a month that is too short
 * for it does not move the months after it: 31 January, 28 February, 31 March.
 */
import { allocate, type Currency, type Money } from './money.ts';
import type { PlanInterval } from './plans.ts';

export interface Rhythm {
  readonly interval: PlanInterval;
  /** Day of the month, 1 to 31. */
  readonly anchorDay: number;
}

const monthsOf: Record<PlanInterval, number> = { MONTH: 1, YEAR: 12 };

export const anchorDayOf = (date: string): number => Temporal.PlainDate.from(date).day;

/** The first day of the period after the one that begins on this day. */
export const nextStart = (startsOn: string, rhythm: Rhythm): string => moved(startsOn, rhythm, 1);

/** The first day of the whole period that ends before this day. */
export const previousStart = (endsOn: string, rhythm: Rhythm): string => moved(endsOn, rhythm, -1);

function moved(date: string, { interval, anchorDay }: Rhythm, by: 1 | -1): string {
  const month = Temporal.PlainDate.from(date)
    .with({ day: 1 })
    .add({ months: by * monthsOf[interval] });
  return month.with({ day: Math.min(anchorDay, month.daysInMonth) }).toString();
}

/** Whole days from one date to another; negative when the other comes first. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

export const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

/** What so many of the days of a period are worth: with the rest of the days, it always sums to the whole amount. */
export function shareOfDays(amount: Money, { days, of }: { readonly days: number; readonly of: number }): Money {
  if (days < 0 || days > of || of <= 0) throw new RangeError(`Not a part of ${of} days: ${days}`);
  return allocate(amount, [days, of - days])[0] as Money;
}

/** The least that every way to pay takes: cards begin at 0.50 €, which are 328 francs; mobile money at 100. */
export const leastCharge: Record<Currency, number> = { EUR: 50, XOF: 328 };

import { isHoliday } from './holidays.ts';

/** Days on which nobody works in metropolitan France: Saturdays, Sundays and public holidays. */
export const isWorkingDay = (localDate: string): boolean =>
  Temporal.PlainDate.from(localDate).dayOfWeek <= 5 && !isHoliday(localDate);

/** Whole days from one local date to another. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).total('days');

/**
 * The day that is so many working days after a day, or before it where the number is negative: the day itself does not count, whether
 * it is a working day or not. A number of 0 is the day itself.
 */
export function addWorkingDays(localDate: string, days: number): string {
  const step = days < 0 ? -1 : 1;
  let day = Temporal.PlainDate.from(localDate);
  for (let left = Math.abs(days); left > 0;) {
    day = day.add({ days: step });
    if (isWorkingDay(day.toString())) left -= 1;
  }
  return day.toString();
}

/** Working days after one local date, up to another one and with it; negative when the other comes first. */
export function workingDaysBetween(from: string, to: string): number {
  if (to < from) return -workingDaysBetween(to, from);
  const last = Temporal.PlainDate.from(to);
  let count = 0;
  for (
    let day = Temporal.PlainDate.from(from).add({ days: 1 });
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    if (isWorkingDay(day.toString())) count += 1;
  return count;
}

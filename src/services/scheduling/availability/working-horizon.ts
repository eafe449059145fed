import { dateOf, weekdayOf } from './local-days.ts';

/** The local day that is so many Mondays to Fridays after another which are no holidays; that day itself does not count. */
export function addWorkingDays(day: number, count: number, isHoliday: (date: string) => boolean): number {
  let last = day;
  for (let left = count; left > 0;) {
    last += 1;
    if (weekdayOf(last) < 5 && !isHoliday(dateOf(last))) left -= 1;
  }
  return last;
}

/** Days on which nobody works in France: Saturdays, Sundays, and the holidays of the Code du travail, article L3133-1. */

/** Month and day. */
const fixedHolidays: ReadonlySet<string> = new Set([
  '01-01',
  '05-01',
  '05-08',
  '07-14',
  '08-15',
  '11-01',
  '11-11',
  '12-25',
]);

/** Days after Easter Sunday: Easter Monday, the Ascension, Whit Monday. */
const afterEaster: readonly number[] = [1, 39, 50];

/** Easter Sunday of a Gregorian year: the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterOf(year: number): Temporal.PlainDate {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return Temporal.PlainDate.from({ year, month, day: (h + l - 7 * m + 33 * month + 19) % 32 });
}

/** The eleven public holidays of a year, in the order of the calendar; ten where two fall on one day. */
export const frenchHolidays = (year: number): string[] =>
  [
    ...new Set([
      ...[...fixedHolidays].map((day) => `${String(year).padStart(4, '0')}-${day}`),
      ...afterEaster.map((days) => easterOf(year).add({ days }).toString()),
    ]),
  ].sort();

export function isFrenchHoliday(localDate: string): boolean {
  if (fixedHolidays.has(localDate.slice(5))) return true;
  const day = Temporal.PlainDate.from(localDate);
  const easter = easterOf(day.year);
  return afterEaster.some((days) => easter.add({ days }).equals(day));
}

export const isWorkingDay = (localDate: string): boolean =>
  Temporal.PlainDate.from(localDate).dayOfWeek <= 5 && !isFrenchHoliday(localDate);

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

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

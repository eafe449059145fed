const dayMilliseconds = 86_400_000;
/** The instants whose year has four digits. */
const [first, last] = [Date.parse('0000-01-01T00:00:00.000Z'), Date.parse('9999-12-31T23:59:59.999Z')];
/** Days from 0000-03-01 to 1970-01-01, and in 400 years. */
const daysBefore1970 = 719_468;
const daysOfEra = 146_097;

const digits = (most: number, length: number): readonly string[] =>
  Array.from({ length: most }, (_, number) => String(number).padStart(length, '0'));
const two = digits(100, 2);
const three = digits(1_000, 3);

/**
 * `Date.prototype.toISOString`, which has its text formatted by the C library and takes three times as long. Source of the calendar:
 * https://howardhinnant.github.io/date_algorithms.html#civil_from_days
 */
export function instantText(milliseconds: number): string {
  if (!(milliseconds >= first && milliseconds <= last) || !Number.isInteger(milliseconds))
    return new Date(milliseconds).toISOString();
  const days = Math.floor(milliseconds / dayMilliseconds);
  const within = (milliseconds - days * dayMilliseconds) | 0;
  const seconds = (within / 1_000) | 0;
  const hours = two[(seconds / 3_600) | 0];
  const minutes = two[((seconds / 60) | 0) % 60];
  return `${dateText(days)}T${hours}:${minutes}:${two[seconds % 60]}.${three[within % 1_000]}Z`;
}

/** Years begin in March, so that a leap day is the last one of its year. */
function dateText(days: number): string {
  const since = (days + daysBefore1970) | 0;
  const era = Math.floor(since / daysOfEra);
  const day = (since - era * daysOfEra) | 0;
  const year = ((day - ((day / 1_460) | 0) + ((day / 36_524) | 0) - ((day / 146_096) | 0)) / 365) | 0;
  const dayOfYear = (day - (365 * year + ((year / 4) | 0) - ((year / 100) | 0))) | 0;
  const month = ((5 * dayOfYear + 2) / 153) | 0;
  const dayOfMonth = dayOfYear - (((153 * month + 2) / 5) | 0) + 1;
  const isOfNext = month >= 10;
  const shown = year + era * 400 + (isOfNext ? 1 : 0);
  return `${two[(shown / 100) | 0]}${two[shown % 100]}-${two[isOfNext ? month - 9 : month + 3]}-${two[dayOfMonth]}`;
}

const monthDays: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Is this the text of a day there is, such as `2026-12-24`? */
export function isDateText(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  return day >= 1 && day <= (monthDays[month - 1] ?? 0) + (month === 2 && isLeap(year) ? 1 : 0);
}

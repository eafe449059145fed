/**
 * Time that counts: the weekly hours of a business in its time zone, without the days on which it is closed. Windows are wall time,
 * so that they keep their hours across a change of the clock; what is counted in them is time that passes.
 */

/** `[from, to)` of a day, as `HH:MM`; `24:00` is the end of the day. */
export interface BusinessWindow {
  readonly from: string;
  readonly to: string;
}

export interface BusinessHours {
  /** A name of the IANA database. */
  readonly zone: string;
  /** Monday first: the windows of each of the seven days, none of them over another. */
  readonly week: readonly (readonly BusinessWindow[])[];
  /** Is this local date (`2026-11-20`) one on which nobody works, whatever the week says? */
  readonly isClosed: (localDate: string) => boolean;
}

/** Days looked at before a calendar counts as one that never opens: a year of closures is a long time. */
const horizonDays = 400;

const minuteMs = 60_000;
const dayMinutes = 24 * 60;

/** Minutes of the day; undefined for what is no time of a day. */
function minuteOf(time: string): number | undefined {
  if (time === '24:00') return dayMinutes;
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** What is wrong with the windows of one day: not a time, empty or inverted, one over another. Undefined: nothing. */
export function windowsFault(windows: readonly BusinessWindow[]): 'TIME' | 'INVERTED' | 'OVERLAP' | undefined {
  const spans = windows.map(({ from, to }) => [minuteOf(from), minuteOf(to)] as const);
  if (spans.some(([from, to]) => from === undefined || to === undefined)) return 'TIME';
  const sorted = (spans as [number, number][]).toSorted(([a], [b]) => a - b);
  if (sorted.some(([from, to]) => from >= to)) return 'INVERTED';
  return sorted.some(([from], at) => at > 0 && from < (sorted[at - 1]?.[1] ?? 0)) ? 'OVERLAP' : undefined;
}

/** An instant at a wall time of a local date; one that the clock skips is an hour later, as clocks are. */
export function instantAt(localDate: string, time: string, zone: string): Date {
  const day = Temporal.PlainDate.from(localDate);
  const at =
    time === '24:00'
      ? day.add({ days: 1 }).toZonedDateTime(zone)
      : day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) });
  return new Date(at.epochMilliseconds);
}

/** The wall clock of an instant in a zone. */
export const localTimeOf = (instant: Date, zone: string): Temporal.PlainDateTime =>
  Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDateTime();

type Span = readonly [from: number, to: number];

/** The windows of a local date as milliseconds of the epoch, the earliest first. */
function spansOn({ zone, week, isClosed }: BusinessHours, day: Temporal.PlainDate): Span[] {
  const localDate = day.toString();
  const windows = week[day.dayOfWeek - 1] ?? [];
  if (windows.length === 0 || isClosed(localDate)) return [];
  return windows
    .map(
      ({ from, to }) => [instantAt(localDate, from, zone).getTime(), instantAt(localDate, to, zone).getTime()] as const,
    )
    .toSorted(([a], [b]) => a - b);
}

/** Are these hours open at this instant? */
export function isOpenAt(hours: BusinessHours, instant: Date): boolean {
  const at = instant.getTime();
  return spansOn(hours, localTimeOf(instant, hours.zone).toPlainDate()).some(([from, to]) => from <= at && at < to);
}

/** Milliseconds of business time between two instants; none when the second comes first. */
export function businessMsBetween(hours: BusinessHours, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()];
  const last = localTimeOf(to, hours.zone).toPlainDate();
  let sum = 0;
  for (
    let day = localTimeOf(from, hours.zone).toPlainDate();
    Temporal.PlainDate.compare(day, last) <= 0;
    day = day.add({ days: 1 })
  )
    for (const [opens, closes] of spansOn(hours, day))
      sum += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
  return sum;
}

/** Whole minutes of business time between two instants. */
export const businessMinutesBetween = (hours: BusinessHours, from: Date, to: Date): number =>
  Math.floor(businessMsBetween(hours, from, to) / minuteMs);

/**
 * The instant at which so many minutes of business time have passed since another: the earliest, so that what ends with a window ends
 * when it closes. Null where the hours do not open any more.
 */
export function addBusinessMinutes(hours: BusinessHours, from: Date, minutes: number): Date | null {
  const start = from.getTime();
  let left = minutes * minuteMs;
  if (left <= 0) return from;
  let day = localTimeOf(from, hours.zone).toPlainDate();
  for (let closed = 0; closed < horizonDays; day = day.add({ days: 1 })) {
    const spans = spansOn(hours, day);
    closed = spans.length === 0 ? closed + 1 : 0;
    for (const [opens, closes] of spans) {
      const begins = Math.max(opens, start);
      if (closes - begins >= left) return new Date(begins + left);
      left -= Math.max(0, closes - begins);
    }
  }
  return null;
}

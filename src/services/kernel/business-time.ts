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
  /** What a local date has in place of the week: an exception, or the windows of earlier hours. */
  readonly on?: (localDate: string) => DayHours | undefined;
}

/** The windows of one local date, in the zone of that date. */
export interface DayHours {
  readonly zone: string;
  readonly windows: readonly BusinessWindow[];
}

const usualDay = [
  { from: '09:00', to: '12:30' },
  { from: '13:30', to: '18:00' },
];

/** Monday to Friday, with a break at noon: what holds where nothing else was said. */
export const usualWeek: BusinessHours['week'] = [usualDay, usualDay, usualDay, usualDay, usualDay, [], []];

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
function spansOn({ zone: zoneOfWeek, week, isClosed, on }: BusinessHours, day: Temporal.PlainDate): Span[] {
  const localDate = day.toString();
  const windowsOfWeek = week[day.dayOfWeek - 1] ?? [];
  const { zone, windows } = on?.(localDate) ?? {
    zone: zoneOfWeek,
    windows: windowsOfWeek.length === 0 || isClosed(localDate) ? [] : windowsOfWeek,
  };
  return windows
    .map(
      ({ from, to }) => [instantAt(localDate, from, zone).getTime(), instantAt(localDate, to, zone).getTime()] as const,
    )
    .toSorted(([a], [b]) => a - b);
}

/** The local date of an instant, and the one before: where hours have had several zones, that one may still go on. */
const firstDayOf = (hours: BusinessHours, instant: Date): Temporal.PlainDate =>
  localTimeOf(instant, hours.zone)
    .toPlainDate()
    .subtract({ days: hours.on === undefined ? 0 : 1 });

const lastDayOf = (hours: BusinessHours, instant: Date): Temporal.PlainDate =>
  localTimeOf(instant, hours.zone)
    .toPlainDate()
    .add({ days: hours.on === undefined ? 0 : 1 });

/** The windows of the days from one to another, as milliseconds of the epoch. */
function* spansBetween(hours: BusinessHours, from: Temporal.PlainDate, to: Temporal.PlainDate): Generator<Span> {
  for (let day = from; Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) yield* spansOn(hours, day);
}

/** Are these hours open at this instant? */
export function isOpenAt(hours: BusinessHours, instant: Date): boolean {
  const at = instant.getTime();
  return spansBetween(hours, firstDayOf(hours, instant), lastDayOf(hours, instant)).some(
    ([from, to]) => from <= at && at < to,
  );
}

/** Milliseconds of business time between two instants; none when the second comes first. */
export function businessMsBetween(hours: BusinessHours, from: Date, to: Date): number {
  const [start, end] = [from.getTime(), to.getTime()];
  let sum = 0;
  for (const [opens, closes] of spansBetween(hours, firstDayOf(hours, from), lastDayOf(hours, to)))
    sum += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
  return sum;
}

/** Whole minutes of business time between two instants. */
export const businessMinutesBetween = (hours: BusinessHours, from: Date, to: Date): number =>
  Math.floor(businessMsBetween(hours, from, to) / minuteMs);

/** What a local date adds to business time. */
export interface BusinessDay {
  readonly localDate: string;
  /** Its windows, as milliseconds of the epoch. */
  readonly spans: readonly Span[];
  readonly countedMs: number;
}

export interface BusinessPath {
  readonly days: readonly BusinessDay[];
  /** Null where the hours do not open any more. */
  readonly endsAt: Date | null;
}

/** The way to so many minutes of business time after an instant, day by day. */
export function businessPath(hours: BusinessHours, from: Date, minutes: number): BusinessPath {
  const start = from.getTime();
  const days: BusinessDay[] = [];
  let left = minutes * minuteMs;
  if (left <= 0) return { days, endsAt: from };
  for (let [day, closed] = [firstDayOf(hours, from), 0]; closed < horizonDays; day = day.add({ days: 1 })) {
    const spans = spansOn(hours, day);
    closed = spans.length === 0 ? closed + 1 : 0;
    const before = left;
    for (const [opens, closes] of spans) {
      const begins = Math.max(opens, start);
      if (closes - begins >= left) {
        days.push({ localDate: day.toString(), spans, countedMs: before });
        return { days, endsAt: new Date(begins + left) };
      }
      left -= Math.max(0, closes - begins);
    }
    days.push({ localDate: day.toString(), spans, countedMs: before - left });
  }
  return { days, endsAt: null };
}

/**
 * The instant at which so many minutes of business time have passed since another: the earliest, so that what ends with a window ends
 * when it closes. Null where the hours do not open any more.
 */
export const addBusinessMinutes = (hours: BusinessHours, from: Date, minutes: number): Date | null =>
  businessPath(hours, from, minutes).endsAt;

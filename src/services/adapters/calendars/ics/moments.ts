import type ICAL from 'ical.js';
import type { ZoneFinder } from './zones.ts';

/** A time of a file, as it was written: a date, or a local time in a zone. */
export interface Moment {
  readonly isDate: boolean;
  readonly local: Temporal.PlainDateTime;
  /** IANA. Of a date the calendar's; of a zone that nobody knows UTC. */
  readonly zone: string;
  /** Its zone is not known. */
  readonly isWide: boolean;
}

/** How times of one calendar are read. */
export interface Reading {
  /** The calendar's own zone: of dates, and of times without a zone. */
  readonly timeZone: string;
  readonly zoneOf: ZoneFinder;
}

/** A date ignores TZID, whatever servers write. Throws RangeError for what is no time. */
export function momentOf(time: ICAL.Time, tzid: string | undefined, { timeZone, zoneOf }: Reading): Moment {
  const { year, month, day, hour, minute, second, isDate } = time;
  const clock = isDate ? {} : { hour, minute, second: Math.min(second, 59) };
  const local = Temporal.PlainDateTime.from({ year, month, day, ...clock }, { overflow: 'reject' });
  if (isDate) return { isDate, local, zone: timeZone, isWide: false };
  if (time.zone.tzid === 'UTC') return { isDate, local, zone: 'UTC', isWide: false };
  if (tzid === undefined) return { isDate, local, zone: timeZone, isWide: false };
  const zone = zoneOf(tzid);
  return { isDate, local, zone: zone ?? 'UTC', isWide: zone === undefined };
}

/** The values of a property, each as a moment. */
export const momentsOf = (property: ICAL.Property, reading: Reading): Moment[] =>
  (property.getValues() as unknown[]).filter(isTime).map((time) => momentOf(time, tzidOf(property), reading));

export const isTime = (value: unknown): value is ICAL.Time =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'icalclass') === 'icaltime';

export const tzidOf = (property: ICAL.Property): string | undefined => property.getFirstParameter('tzid');

/** The first instant of a date; a time that clocks skip is read with the distance before them, and one that comes twice is its first. */
export const instantOf = ({ isDate, local, zone }: Moment): number =>
  (isDate ? local.toPlainDate().toZonedDateTime(zone) : local.toZonedDateTime(zone)).epochMilliseconds;

/** What names an occurrence of its series: the date, or the instant in UTC. */
export const keyOf = (moment: Moment): string =>
  moment.isDate ? moment.local.toPlainDate().toString() : new Date(instantOf(moment)).toISOString();

const hourMs = 3_600_000;
/** From the first place of the earth to the last, clocks show the same time for so long. */
const earliestMs = 14 * hourMs;
const latestMs = 12 * hourMs;

/** A time in a zone that nobody knows takes all that it may mean. */
export const widened = (span: { from: number; to: number }, isWide: boolean) =>
  isWide ? { from: span.from - earliestMs, to: span.to + latestMs } : span;

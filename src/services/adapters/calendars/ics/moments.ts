import type ICAL from 'ical.js';
import { instantOfWall } from '../../../kernel/zone-periods.ts';
import type { ZoneFinder } from './zones.ts';

/** A time of a file, as it was written: a date, or a local time in a zone. */
export interface Moment {
  readonly isDate: boolean;
  /** What clocks show, in milliseconds as if it were UTC: arithmetic with it costs a hundredth of that with objects. */
  readonly wall: number;
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
  const { isDate } = time;
  const wall = dateFrom(time) + (isDate ? 0 : clockFrom(time));
  if (isDate) return { isDate, wall, zone: timeZone, isWide: false };
  if (time.zone.tzid === 'UTC') return { isDate, wall, zone: 'UTC', isWide: false };
  if (tzid === undefined) return { isDate, wall, zone: timeZone, isWide: false };
  const zone = zoneOf(tzid);
  return { isDate, wall, zone: zone ?? 'UTC', isWide: zone === undefined };
}

function dateFrom({ year, month, day }: ICAL.Time): number {
  const at = new Date(0).setUTCFullYear(year, month - 1, day);
  // Every month has 28 days; the 31st of one that has none would be the first of the next one.
  const isDay = day >= 1 && (day <= 28 || new Date(at).getUTCDate() === day);
  if (!isDay || month < 1 || month > 12 || Number.isNaN(at)) throw new RangeError('There is no such date');
  return at;
}

const isBelow = (part: number, end: number): boolean => part >= 0 && part < end;

/** A leap second is the last one of its minute. */
function clockFrom({ hour, minute, second }: ICAL.Time): number {
  if (!(isBelow(hour, 24) && isBelow(minute, 60) && isBelow(second, 61))) throw new RangeError('There is no such time');
  return ((hour * 60 + minute) * 60 + Math.min(second, 59)) * 1_000;
}

/** The values of a property, each as a moment. */
export const momentsOf = (property: ICAL.Property, reading: Reading): Moment[] =>
  (property.getValues() as unknown[]).filter(isTime).map((time) => momentOf(time, tzidOf(property), reading));

export const isTime = (value: unknown): value is ICAL.Time =>
  typeof value === 'object' && value !== null && Reflect.get(value, 'icalclass') === 'icaltime';

export const tzidOf = (property: ICAL.Property): string | undefined => property.getFirstParameter('tzid');

/** The first instant of a date; a time that clocks skip is read with the distance before them, and one that comes twice is its first. */
export const instantOf = ({ isDate, wall, zone }: Moment): number =>
  zone === 'UTC' ? wall : instantOfWall(zone, wall, isDate ? 'JUMP' : 'BEFORE');

/** The date that clocks show. */
export const dateOf = ({ wall }: Moment): string => new Date(wall).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** What names an occurrence of its series: the date, or the instant in UTC. */
export const keyOf = (moment: Moment): string =>
  moment.isDate ? dateOf(moment) : new Date(instantOf(moment)).toISOString();

const hourMs = 3_600_000;
/** From the first place of the earth to the last, clocks show the same time for so long. */
const earliestMs = 14 * hourMs;
const latestMs = 12 * hourMs;

/** A time in a zone that nobody knows takes all that it may mean. */
export const widened = (span: { from: number; to: number }, isWide: boolean) =>
  isWide ? { from: span.from - earliestMs, to: span.to + latestMs } : span;

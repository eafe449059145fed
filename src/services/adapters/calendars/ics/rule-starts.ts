import type ICAL from 'ical.js';
import { RRuleTemporal } from 'rrule-temporal';
import { wallOf } from '../../../kernel/zone-periods.ts';
import { type Moment, type Reading } from './moments.ts';
import { Skipped } from './skipped.ts';

/** Between which instants starts are wanted. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

const tooFrequent: ReadonlySet<string> = new Set(['SECONDLY', 'MINUTELY']);
/** Steps from the start of a series to the window: half a century of days, and more. */
const mostSteps = 100_000;
/** Starts within one day: more than every half hour is no appointment. */
const mostADay = 48;

/**
 * The starts that a rule gives, by the series' own zone; dates are walked in UTC, where every midnight exists. Local times that clocks
 * skip do not happen, and are not counted (RFC 5545, 3.3.10).
 */
export function ruleStarts(rule: ICAL.Recur, start: Moment, asked: { bounds: Bounds; reading: Reading }): Moment[] {
  if (tooFrequent.has(rule.freq) || timesADay(rule) > mostADay) throw new Skipped('TOO_FREQUENT');
  const zone = start.isDate ? 'UTC' : start.zone;
  const until = untilOf(rule, start, asked.reading);
  const found = new RRuleTemporal({
    rruleString: `RRULE:${rule.toString().replace(/;?UNTIL=[^;]*/, '')}`,
    dtstart: zonedAt(start.wall, zone),
    tzid: zone,
    includeDtstart: true,
    maxIterations: mostSteps,
    ...(until !== undefined && { until }),
  }).between(new Date(asked.bounds.from), new Date(asked.bounds.to), true);
  return found.map(({ epochMilliseconds }) => ({ ...start, wall: wallOf(zone, epochMilliseconds) }));
}

/** Of a time that clocks skip, what it would be without. */
const zonedAt = (wall: number, zone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime().toZonedDateTime(zone);

function timesADay(rule: ICAL.Recur): number {
  const listed = (name: string): number => Math.max(1, rule.getComponent(name).length);
  return (rule.freq === 'HOURLY' ? 24 : listed('BYHOUR')) * listed('BYMINUTE') * listed('BYSECOND');
}

/** UNTIL is a date for dates, an instant for times; what is written otherwise means the day in the series' zone, to its end. */
function untilOf({ until }: ICAL.Recur, start: Moment, { timeZone }: Reading): Temporal.ZonedDateTime | undefined {
  if (!until) return undefined;
  const { year, month, day, hour, minute, second, isDate } = until;
  const date = Temporal.PlainDate.from({ year, month, day });
  if (isDate)
    return start.isDate
      ? date.toZonedDateTime('UTC')
      : date.toPlainDateTime({ hour: 23, minute: 59, second: 59 }).toZonedDateTime(start.zone);
  const written = date.toPlainDateTime({ hour, minute, second });
  const zoned = written.toZonedDateTime(until.zone.tzid === 'UTC' ? 'UTC' : start.zone);
  return start.isDate ? zoned.withTimeZone(timeZone).toPlainDate().toZonedDateTime('UTC') : zoned;
}

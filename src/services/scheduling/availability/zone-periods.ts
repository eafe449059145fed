import type { Span } from './spans.ts';

/** A time in which the clocks of a zone are equally far from UTC. */
export interface ZonePeriod extends Span {
  readonly offsetMs: number;
}

/**
 * The periods that were asked for, of each zone: a question of the zone's rules costs a hundred times what the arithmetic
 * with its answer does, and the answer stays true as long as the process runs. Both are bounded: a walk needs two or three periods.
 */
const known = new Map<string, ZonePeriod[]>();
const mostZones = 600;
const mostPeriods = 32;

/** The period of an instant. The zone is known to exist. */
export function periodAt(zone: string, at: number): ZonePeriod {
  const periods = known.get(zone) ?? [];
  return periods.find(({ from, to }) => from <= at && at < to) ?? learnt(zone, periods, at);
}

function learnt(zone: string, periods: readonly ZonePeriod[], at: number): ZonePeriod {
  const period = askedOf(zone, at);
  if (known.size >= mostZones) known.clear();
  known.set(zone, [...periods.slice(1 - mostPeriods), period]);
  return period;
}

function askedOf(zone: string, at: number): ZonePeriod {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // What began at this very instant is this period, and 'previous' answers what is strictly before.
  const begun = local.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const ended = local.getTimeZoneTransition('next');
  return {
    from: begun?.epochMilliseconds ?? -Infinity,
    to: ended?.epochMilliseconds ?? Infinity,
    offsetMs: local.offsetNanoseconds / 1_000_000,
  };
}

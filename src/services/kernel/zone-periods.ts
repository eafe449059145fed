/** A time in which the clocks of a zone are equally far from UTC. */
export interface ZonePeriod {
  /** Instants: the first belongs to it, the last does not. */
  readonly from: number;
  readonly to: number;
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

/** What clocks on the wall show at an instant, as if it were UTC. */
export const wallOf = (zone: string, at: number): number => at + periodAt(zone, at).offsetMs;

/** No zone is, or ever was, further ahead of UTC. */
const furthestAheadMs = 16 * 3_600_000;

/**
 * The instant at which clocks on the wall show something, which is given as if it were UTC: the first one where they show it twice.
 * Where they skip it, it is the jump, or what it would be without (`BEFORE`).
 */
export function instantOfWall(zone: string, wall: number, whenSkipped: 'JUMP' | 'BEFORE'): number {
  let before = periodAt(zone, wall - furthestAheadMs);
  let period = before;
  while (wall - period.offsetMs >= period.to) {
    before = period;
    period = periodAt(zone, period.to);
  }
  if (wall - period.offsetMs >= period.from) return wall - period.offsetMs;
  return whenSkipped === 'JUMP' ? period.from : wall - before.offsetMs;
}

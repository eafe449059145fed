import { periodAt } from './zone-periods.ts';

/**
 * Local dates as whole numbers of days since 1970-01-01, so that a walk over them is arithmetic. What is stored and shown is written
 * `2026-12-24`.
 */

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

/** No zone is, or ever was, further ahead of UTC. */
const furthestAheadMs = 16 * 3_600_000;

export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** 0 is Monday: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
/** Weeks that begin on Mondays, in order. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);

/** What clocks on the wall show at an instant, as if it were UTC. */
export const wallOf = (zone: string, at: number): number => at + periodAt(zone, at).offsetMs;

export const localDayOf = (zone: string, at: number): number => Math.floor(wallOf(zone, at) / dayMs);

/**
 * The instant at which a local day reaches a minute of its clock, 1440 being its end: the first one where the clock shows it twice,
 * the jump where the clock skips it.
 */
export function edgeOf(zone: string, day: number, minute: number): number {
  const wall = day * dayMs + minute * minuteMs;
  let period = periodAt(zone, wall - furthestAheadMs);
  while (wall - period.offsetMs >= period.to) period = periodAt(zone, period.to);
  return Math.max(wall - period.offsetMs, period.from);
}

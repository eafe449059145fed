import { instantOfWall, wallOf } from '../../kernel/zone-periods.ts';

export { wallOf };

/**
 * Local dates as whole numbers of days since 1970-01-01, so that a walk over them is arithmetic. What is stored and shown is written
 * `2026-12-24`.
 */

export const minuteMs = 60_000;
export const dayMs = 86_400_000;

export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / dayMs;
export const dateOf = (day: number): string => new Date(day * dayMs).toISOString().slice(0, 10);

/** 0 is Monday: 1970-01-01 was a Thursday. */
export const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7;
/** Weeks that begin on Mondays, in order. */
export const weekOf = (day: number): number => Math.floor((day + 3) / 7);

export const localDayOf = (zone: string, at: number): number => Math.floor(wallOf(zone, at) / dayMs);

/**
 * The instant at which a local day reaches a minute of its clock, 1440 being its end: the first one where the clock shows it twice,
 * the jump where the clock skips it.
 */
export const edgeOf = (zone: string, day: number, minute: number): number =>
  instantOfWall(zone, day * dayMs + minute * minuteMs, 'JUMP');

import type { Clock } from '../../src/services/kernel/clock.ts';

/** A clock that stands still until a test moves it. */
export interface TestClock extends Clock {
  set(instant: Date | string): void;
  /** Moves on by so many milliseconds; answers the new instant. */
  advance(milliseconds: number): Date;
}

export function testClock(start: Date | string = '2026-11-20T09:00:00.000Z'): TestClock {
  let present = new Date(start);
  return {
    now: () => new Date(present),
    set: (instant) => void (present = new Date(instant)),
    advance: (milliseconds) => (present = new Date(present.getTime() + milliseconds)),
  };
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

import { describe, expect, test } from '@jest/globals';
import {
  countAttempt,
  forgiveAttempt,
  attemptsPerDay,
  noAttempts,
  attemptOrigins,
  waitsUntil,
  type AttemptOrigin,
} from '../../../src/services/identity/sessions/attempt-throttle.ts';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';

const start = new Date('2026-11-20T09:00:00.000Z');
const after = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);

/** Tries as soon as it may, until `end`; answers the instants of the attempts that were let through. */
function guessWhenever(place: AttemptOrigin, end: number, step: number): Date[] {
  const count = noAttempts(start);
  const tried: Date[] = [];
  for (let at = 0; at < end; at += step) {
    const now = after(at);
    if (waitsUntil(count, now, place) !== null) continue;
    countAttempt(count, now);
    tried.push(now);
  }
  return tried;
}

describe('wrong passwords in a row', () => {
  test('five cost nothing, then each waits twice as long as the one before, up to a quarter of an hour', () => {
    const count = noAttempts(start);
    let now = start;
    const waits: number[] = [];
    for (let i = 0; i < 10; i += 1) {
      countAttempt(count, now);
      const until = waitsUntil(count, now, 'STRANGER') ?? now;
      waits.push((until.getTime() - now.getTime()) / MINUTE);
      now = until;
    }
    expect(waits).toEqual([0, 0, 0, 0, 1, 2, 4, 8, 15, 15]);
  });

  test('end with an hour of quiet, or with the right password', () => {
    const count = noAttempts(start);
    for (let i = 0; i < 5; i += 1) countAttempt(count, start);
    countAttempt(count, after(HOUR));
    expect(count).toMatchObject({ failures: 1, lockedUntil: null, dayFailures: 6 });
    forgiveAttempt(count);
    expect(count).toMatchObject({ failures: 0, lockedUntil: null, dayFailures: 5 });
  });

  test('of 100,000 guesses a day, at most 100 are tried, from wherever they come', () => {
    const perDay = new Map<string, number>();
    for (const place of attemptOrigins) {
      // One guess every 864 ms is 100,000 a day; three days of them.
      for (const instant of guessWhenever(place, 3 * DAY, 864)) {
        const day = instant.toISOString().slice(0, 10);
        perDay.set(day, (perDay.get(day) ?? 0) + 1);
      }
    }
    expect(perDay.size).toBe(4);
    expect(Math.max(...perDay.values())).toBeLessThanOrEqual(100);
    expect(Object.values(attemptsPerDay).reduce<number>((sum, guesses) => sum + guesses, 0)).toBe(100);
  });

  test('a day that is used up ends at midnight, UTC', () => {
    const count = { ...noAttempts(start), dayFailures: attemptsPerDay.KNOWN };
    expect(waitsUntil(count, start, 'KNOWN')).toEqual(new Date('2026-11-21T00:00:00.000Z'));
    expect(waitsUntil(count, start, 'STRANGER')).toBeNull();
    expect(waitsUntil(count, new Date('2026-11-21T00:00:00.000Z'), 'KNOWN')).toBeNull();
  });
});

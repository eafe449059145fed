/** Arithmetic of wrong passwords (decision D11): five failures, then a growing wait; so many a day and no more. */

/** What is remembered of one account, from one kind of place. */
export interface AttemptCount {
  failures: number;
  lastFailureAt: Date;
  lockedUntil: Date | null;
  day: string;
  dayFailures: number;
}

/**
 * Of the hundred guesses an account may meet in a day, twenty are kept for networks its owner has signed in from, and ten
 * for devices that they trust: who uses up the others, from afar or from the next table, does not keep the owner out.
 */
export const attemptsPerDay = { STRANGER: 70, KNOWN: 20, TRUSTED: 10 } as const;
export type AttemptOrigin = keyof typeof attemptsPerDay;
export const attemptOrigins = Object.keys(attemptsPerDay) as AttemptOrigin[];

export const freeFailures = 5;
const quietMs = 3_600_000;
const firstWaitMs = 60_000;
const longestWaitMs = 15 * 60_000;

/** UTC. */
const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

export const noAttempts = (now: Date): AttemptCount => ({
  failures: 0,
  lastFailureAt: now,
  lockedUntil: null,
  day: dayOf(now),
  dayFailures: 0,
});

/** The instant from which another attempt may be made; `null` when it may be made now. */
export function waitsUntil(count: AttemptCount, now: Date, origin: AttemptOrigin): Date | null {
  const today = dayOf(now);
  if (count.day === today && count.dayFailures >= attemptsPerDay[origin])
    return new Date(Date.parse(today) + 86_400_000);
  const { lockedUntil } = count;
  return lockedUntil !== null && lockedUntil > now ? lockedUntil : null;
}

/**
 * Counts an attempt as failed before its outcome is known, so that a thousand made at one instant are a thousand.
 * The first five in a row cost nothing; from the fifth on the next one waits 1, 2, 4, 8, then 15 minutes. An hour
 * without a failure ends the row.
 */
export function countAttempt(count: AttemptCount, now: Date): void {
  const isQuiet = now.getTime() - count.lastFailureAt.getTime() >= quietMs;
  const failures = (isQuiet ? 0 : count.failures) + 1;
  const wait = Math.min(longestWaitMs, firstWaitMs * 2 ** (failures - freeFailures));
  const today = dayOf(now);
  Object.assign(count, {
    failures,
    lastFailureAt: now,
    lockedUntil: failures >= freeFailures ? new Date(now.getTime() + wait) : null,
    dayFailures: (count.day === today ? count.dayFailures : 0) + 1,
    day: today,
  } satisfies AttemptCount);
}

/** The attempt succeeded after all: the row ends, and it does not count for the day. */
export function forgiveAttempt(count: AttemptCount): void {
  Object.assign(count, { failures: 0, lockedUntil: null, dayFailures: Math.max(0, count.dayFailures - 1) });
}

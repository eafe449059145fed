export const SECOND = 1_000;
const HOUR = 3_600 * SECOND;

/** A mail that was refused for passing reasons is tried this many times in all. */
export const maxAttempts = 8;

/**
 * The wait after the n-th attempt: 1 s, 4 s, 16 s … 1 h, give or take half, so that mails refused together do not retry
 * together. The wait requested by the provider is respected, up to a day.
 */
export function waitAfter(attempt: number, retryAfterMs = 0, random = Math.random()): number {
  const own = Math.min(HOUR, SECOND * 4 ** (attempt - 1)) * (0.5 + random);
  return Math.round(Math.max(own, Math.min(retryAfterMs, 24 * HOUR)));
}

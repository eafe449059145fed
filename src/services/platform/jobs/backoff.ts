const second = 1_000;
const hour = 3_600 * second;

/**
 * Milliseconds before the attempt that follows attempt number `attempt` (1 is the first): 1 s, 4 s, 16 s … up to 1 h,
 * so that eight attempts outlast an outage of more than an hour. Half of it is random, so that jobs that failed
 * together do not retry together. Never under one second. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, random: number): number {
  const whole = Math.min(second * 4 ** Math.max(0, attempt - 1), hour);
  return Math.max(second, Math.round(whole * (0.5 + random / 2)));
}

/** A delay requested by another server (`Retry-After`), limited to a range: a second to a day. */
export const askedDelayMs = (delayMs: number): number => Math.min(Math.max(delayMs, second), 24 * hour);

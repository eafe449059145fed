import type { RateLimits } from '../../src/services/platform/rate-limits.ts';

/** Limits by address have tests of their own; elsewhere they would count in real time. */
export const noLimits: RateLimits = {
  take: async () => undefined,
  check: async () => undefined,
  forgive: async () => undefined,
};

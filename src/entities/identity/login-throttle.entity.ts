import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { instant } from '../base.ts';

/**
 * How many wrong passwords one account has met lately, kept for unknown addresses alike so that they look the same.
 * `STRANGER` counts attempts from anywhere, `KNOWN` those from networks the person has signed in from, `TRUSTED` those of
 * devices they trust, so that the guesses of others never lock the owner out. Owned by the application; dies two days after its last attempt.
 */
export const LoginThrottle = defineEntity({
  name: 'LoginThrottle',
  tableName: 'login_throttle',
  properties: {
    /** Keyed hash of the address and the kind of place: no address can be read from it. */
    key: p.string().length(64).primary(),
    /** Failures in a row, each less than an hour after the one before. */
    failures: p.integer(),
    lastFailureAt: instant().index(),
    lockedUntil: instant().strictNullable().default(null),
    /** The UTC day that `dayFailures` counts, as `2026-11-20`. */
    day: p.string().length(10),
    dayFailures: p.integer(),
  },
});
export type LoginThrottle = InferEntity<typeof LoginThrottle>;

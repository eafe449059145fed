import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { reauthenticationPurposes } from './two-factor-challenge.entity.ts';

/** SECOND_FACTOR: after a password or a provider, in a sign-in. */
export const passkeyPurposes = ['REGISTRATION', 'SIGN_IN', 'SECOND_FACTOR', ...reauthenticationPurposes] as const;
export type PasskeyPurpose = (typeof passkeyPurposes)[number];

/**
 * What a passkey is asked to sign: good once, five minutes, for one purpose, and for the person and the session or
 * sign-in it was made for where there are any. Seen by nobody; dies the day after.
 */
export const PasskeyChallenge = defineEntity({
  name: 'PasskeyChallenge',
  tableName: 'passkey_challenge',
  properties: {
    ...base(),
    purpose: p.enum(passkeyPurposes),
    /** SHA-256 of the challenge. */
    challengeHash: p.string().length(64).unique(),
    /** Whose passkey is expected; null when anybody may sign in. */
    userId: identifier().strictNullable().default(null),
    /** What asked: a session, or the challenge of a sign-in; null when nobody is known yet. */
    askedBy: identifier().strictNullable().default(null),
    expiresAt: instant().index(),
    usedAt: instant().strictNullable().default(null),
  },
});
export type PasskeyChallenge = InferEntity<typeof PasskeyChallenge>;

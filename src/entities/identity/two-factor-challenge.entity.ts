import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { twoFactorMethods } from './two-factor.entity.ts';
import { User } from './user.entity.ts';

/** What somebody who is signed in reauthenticates for: ten minutes of sensitive actions, or the erasure of their account. */
export const reauthenticationPurposes = ['STEP_UP', 'ERASURE'] as const;
export type ReauthenticationPurpose = (typeof reauthenticationPurposes)[number];

/** What an answer opens: a session, an action within one, or a new factor. */
export const challengePurposes = ['LOGIN', ...reauthenticationPurposes, 'SETUP'] as const;
export type ChallengePurpose = (typeof challengePurposes)[number];

/** What a challenge is answered with, the safest first. A recovery code stands for any of the others. */
export const answerMethods = ['PASSKEY', ...twoFactorMethods, 'RECOVERY_CODE'] as const;
export type AnswerMethod = (typeof answerMethods)[number];

/** By what people prove who they are: what answers a challenge, or what they sign in with, once more. */
export const authenticationMethods = [...answerMethods, 'PASSWORD', 'IDENTITY'] as const;
export type AuthenticationMethod = (typeof authenticationMethods)[number];

/**
 * A question that only its person can answer, by a code or a passkey: a quarter of an hour and five tries. Codes that
 * we send belong to it alone, and so to its purpose, and are stored nowhere. Owned by its person, seen by nobody; dies a day after it ended.
 */
export const TwoFactorChallenge = defineEntity({
  name: 'TwoFactorChallenge',
  tableName: 'two_factor_challenge',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    purpose: p.enum(challengePurposes),
    /** Fingerprint of the token that answers must carry; null where a session carries the answer. */
    tokenHash: p.string().length(64).unique().strictNullable().default(null),
    /** How the first factor was proven, for a sign-in. */
    entrance: p.string().length(20).strictNullable().default(null),
    /** The session that asked, for a purpose within one. */
    sessionId: identifier().strictNullable().default(null),
    /** The user's `sessionVersion` when it was made: what ends their sessions ends it too. */
    sessionVersion: p.integer(),
    tries: p.integer().default(0),
    /** By which way the last code went, which one it was, and until when it is good. */
    codeMethod: p.enum(twoFactorMethods).strictNullable().default(null),
    codeNumber: p.integer().default(0),
    codeExpiresAt: instant().strictNullable().default(null),
    expiresAt: instant(),
    endedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['user', 'createdAt'] }],
});
export type TwoFactorChallenge = InferEntity<typeof TwoFactorChallenge>;

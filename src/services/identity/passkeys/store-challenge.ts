import { PasskeyChallenge, type PasskeyPurpose } from '../../../entities/identity/passkey-challenge.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { UseCase } from '../../platform/context.ts';

const lifeMs = 5 * 60_000;

/** What a challenge is bound to. */
export interface PasskeyBinding {
  readonly purpose: PasskeyPurpose;
  /** Whose passkey is expected; null when anybody may sign in. */
  readonly userId: string | null;
  /** What it belongs to: a session, or the challenge of a sign-in; null when nobody is known yet. */
  readonly askedBy: string | null;
}

/** Remembers a challenge for five minutes: what it is for, for whom, and what it belongs to. */
export const storeChallenge: UseCase<'em' | 'now', PasskeyBinding & { readonly challenge: string }, void> = async (
  { em, now },
  { challenge, purpose, userId, askedBy },
) =>
  void em.create(PasskeyChallenge, {
    purpose,
    userId,
    askedBy,
    challengeHash: fingerprint(challenge),
    expiresAt: new Date(now.getTime() + lifeMs),
  });

import { PasskeyChallenge, type PasskeyPurpose } from '../../../entities/identity/passkey-challenge.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { UseCase } from '../../platform/scope.ts';

const lifeMs = 5 * 60_000;

/** What a challenge is bound to. */
export interface ChallengePurpose {
  readonly purpose: PasskeyPurpose;
  /** Whose passkey is expected; null when anybody may sign in. */
  readonly userId: string | null;
  /** Which session asked; null before there is one. */
  readonly sessionId: string | null;
}

/** Remembers a challenge for five minutes: what it is for, for whom and in which session. */
export const keepChallenge: UseCase<'em' | 'now', ChallengePurpose & { readonly challenge: string }, void> = async ({ em, now }, { challenge, purpose, userId, sessionId }) =>
  void em.create(PasskeyChallenge, { purpose, userId, sessionId, challengeHash: fingerprint(challenge), expiresAt: new Date(now.getTime() + lifeMs) });

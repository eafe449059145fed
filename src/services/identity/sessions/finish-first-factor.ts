import type { User } from '../../../entities/identity/user.entity.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { issueChallenge, type ChallengeNeeds, type IssuedChallenge } from '../second-factor/challenges.ts';
import { openSession, type FirstFactorKind } from './open-session.ts';
import { authenticatorsOf } from '../reauthentication/authenticators.ts';
import { methodsFor } from '../reauthentication/reauthentication.policy.ts';
import { answer, type OpenedSession, type SessionAnswer } from './session-answer.ts';
import { isTrustedDevice } from '../second-factor/trusted-devices.ts';

/** How a person proved the first factor. */
export interface FirstFactor {
  /** `PASSKEY` proves possession and the person at once: it is never asked for a second factor. */
  readonly by: FirstFactorKind;
  /** Which provider or passkey, for the audit log. */
  readonly detail?: Readonly<Record<string, string>>;
  /** What an earlier sign-in gave this device, so that it need not prove the second factor again. */
  readonly deviceToken?: string | null | undefined;
  /** When they proved it: now, unless somebody else saw it, longer ago. */
  readonly provenAt?: Date;
}

/** What follows a first factor: a session, or the question of the second. */
export type FirstFactorOutcome =
  | { readonly kind: 'SESSION'; readonly opened: OpenedSession }
  | { readonly kind: 'CHALLENGE'; readonly challenge: IssuedChallenge };

/** What signing in answers. */
export type LoginAnswer = SessionAnswer | IssuedChallenge;

/** What it needs of its transaction. */
export type FirstFactorNeeds = ChallengeNeeds | 'actor' | 'record';

/**
 * The end of every first factor: it is verified, the person is active, and only their second factor is left. In the
 * transaction that verified it. `RATE_LIMITED` after ten challenges in an hour.
 */
export async function finishFirstFactor(
  tx: Tx<FirstFactorNeeds>,
  user: User,
  { by, detail, deviceToken, provenAt = tx.now }: FirstFactor,
): Promise<FirstFactorOutcome> {
  const methods =
    by === 'PASSKEY'
      ? []
      : methodsFor('LOGIN', await authenticatorsOf(writing(tx.em).db, { userId: user.id, offered: [] }));
  if (methods.length === 0) return { kind: 'SESSION', opened: openSession(tx, user, { by, detail, provenAt }) };
  if (await isTrustedDevice(tx, user, deviceToken))
    return { kind: 'SESSION', opened: openSession(tx, user, { by, detail, provenAt: null }) };
  return { kind: 'CHALLENGE', challenge: await issueChallenge(tx, user, { purpose: 'LOGIN', by, methods }) };
}

/** What the client receives, once the transaction has returned. */
export const loginAnswerOf = (
  ctx: Pick<AppContext, 'accessTokens' | 'derived' | 'now'>,
  admission: FirstFactorOutcome,
): LoginAnswer =>
  admission.kind === 'CHALLENGE'
    ? admission.challenge
    : answer(ctx, admission.opened.session, admission.opened.refresh);

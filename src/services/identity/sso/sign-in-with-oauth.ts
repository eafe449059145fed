import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, AppContext, UseCase } from '../../platform/context.ts';
import { requireConsents, type GivenConsent } from '../account/consents.ts';
import {
  finishFirstFactor,
  loginAnswerOf,
  type FirstFactorOutcome,
  type FirstFactorNeeds,
} from '../sessions/finish-first-factor.ts';
import type { IssuedChallenge } from '../second-factor/challenges.ts';
import { mayMailAccount } from '../account/mail-allowance.ts';
import type { SessionAnswer } from '../sessions/session-answer.ts';
import { findIdentity } from './attach-identity.ts';
import { finishFlow, flowOfCode, verifiedEmail, type ShownSecrets } from './flow-steps.ts';
import { mailIdentityProofTask } from './mail-identity-proof.ts';
import { mailedProof } from './flow-secrets.ts';

export interface OauthSignIn {
  readonly code: string;
  readonly proof: string;
  /** Needed the first time an identity is seen. */
  readonly consents: readonly GivenConsent[];
}

/** A session, the question of the second factor, or a mail to the address that the provider has verified. */
export interface OauthOutcome {
  readonly session: SessionAnswer | null;
  readonly challenge: IssuedChallenge | null;
  readonly isProofMailed: boolean;
}

type Needed = 'run' | 'limits' | 'derived' | 'actor' | 'accessTokens' | 'now';

/**
 * Ends an OAuth flow with a provider. An identity that is attached to an account opens a session. One that is seen for the first
 * time is answered the same whether its address has an account or not: a mail goes there, and its link, opened in this
 * browser, opens the account or attaches the identity to the one there is.
 */
export const signInWithOauth: Operation<Needed, OauthSignIn, OauthOutcome> = async (ctx, { code, proof, consents }) => {
  await ctx.limits.take('sso/address', subscriberOf(ctx.actor.address));
  const shown = { secret: code, proof };
  const outcome = await ctx.run(enterByIdentity, { ...shown, consents });
  if (outcome === 'REFUSED') throw new DomainError('SSO_REFUSED');
  if ('kind' in outcome) return oauthOutcomeOf(ctx, outcome);
  await askForProof(ctx, shown, { ...outcome, consents });
  return { session: null, challenge: null, isProofMailed: true };
};

/** How an OAuth flow ends for somebody whose identity is known. */
export function oauthOutcomeOf(
  ctx: Pick<AppContext, 'accessTokens' | 'derived' | 'now'>,
  admission: FirstFactorOutcome,
): OauthOutcome {
  const answer = loginAnswerOf(ctx, admission);
  return 'accessToken' in answer
    ? { session: answer, challenge: null, isProofMailed: false }
    : { session: null, challenge: answer, isProofMailed: false };
}

interface Unknown {
  readonly flowId: string;
  readonly email: string;
}

/** Never throws for an account that is not active: what is written about it must be committed. */
const enterByIdentity: UseCase<
  FirstFactorNeeds,
  ShownSecrets & { consents: readonly GivenConsent[] },
  FirstFactorOutcome | Unknown | 'REFUSED'
> = async (tx, input) => {
  const { flow, claims } = await flowOfCode(tx, input, 'SIGN_IN');
  const identity = await findIdentity(tx, claims);
  if (identity === null) {
    const email = verifiedEmail(claims);
    requireConsents(input.consents);
    return { flowId: flow.id, email };
  }
  finishFlow(tx, flow);
  const { user, provider } = identity;
  if (user.status !== 'ACTIVE') {
    tx.record({
      action: 'LOGIN_FAILED',
      targetType: 'auth',
      targetId: user.id,
      severity: 'MEDIUM',
      outcome: 'FAILURE',
      payload: { method: 'SSO', provider },
    });
    return 'REFUSED';
  }
  identity.lastUsedAt = tx.now;
  // A session at the provider that has been open for days proves little: a provider that says so is taken at its word.
  const provenAt = claims.signedInAt === null ? tx.now : new Date(claims.signedInAt);
  return finishFirstFactor(tx, user, { by: 'SSO', detail: { provider }, provenAt });
};

async function askForProof(
  ctx: Pick<AppContext, 'run' | 'limits' | 'derived' | 'actor'>,
  shown: ShownSecrets,
  { flowId, email, consents }: Unknown & { consents: readonly GivenConsent[] },
): Promise<void> {
  await ctx.limits.take('account-mail/address', subscriberOf(ctx.actor.address));
  const isMailAllowed = await mayMailAccount(ctx.limits, email);
  await ctx.run(awaitProof, {
    ...shown,
    consents,
    tokenHash: fingerprint(mailedProof(ctx.derived, flowId)),
    isMailAllowed,
  });
}

/** One job is written in every case; whether there is anybody to write to, and what about, is decided by the job. */
const awaitProof: UseCase<
  'em' | 'now' | 'config' | 'enqueue',
  ShownSecrets & { consents: readonly GivenConsent[]; tokenHash: string; isMailAllowed: boolean },
  void
> = async (tx, input) => {
  const { flow, claims } = await flowOfCode(tx, input, 'SIGN_IN');
  const consents = input.consents.map(({ purpose, policyVersion }) => ({ purpose, policyVersion }));
  const expiresAt = new Date(tx.now.getTime() + tx.config.MAILED_TOKEN_MINUTES * 60_000);
  Object.assign(flow, { codeHash: null, tokenHash: input.tokenHash, email: claims.email, consents, expiresAt });
  tx.enqueue(mailIdentityProofTask, { flowId: input.isMailAllowed ? flow.id : null });
};

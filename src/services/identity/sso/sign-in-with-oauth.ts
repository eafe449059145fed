import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, Surroundings, UseCase } from '../../platform/scope.ts';
import { demandConsents, type GivenConsent } from '../consents.ts';
import { answerEntered, enter, type EnterAnswer, type EnterNeeds, type Entered } from '../enter.ts';
import { mayMailAccount } from '../mail-allowance.ts';
import { findIdentity } from './attach-identity.ts';
import { finishFlow, flowOfCode, verifiedEmail, type ShownSecrets } from './flow-steps.ts';
import { mailIdentityProofJob } from './mail-identity-proof.ts';
import { mailedProof } from './trip-secrets.ts';

export interface OauthSignIn {
  readonly code: string;
  readonly proof: string;
  /** Needed the first time an identity is seen. */
  readonly consents: readonly GivenConsent[];
}

/** Either a session, or a mail to the address that the provider has verified. */
export interface OauthOutcome {
  readonly session: EnterAnswer | null;
  readonly isProofMailed: boolean;
}

type Needed = 'run' | 'limits' | 'derived' | 'actor' | 'accessTokens' | 'now';

/**
 * Ends a trip to a provider. An identity that is attached to an account opens a session. One that is seen for the first
 * time is answered the same whether its address has an account or not: a mail goes there, and its link, opened in this
 * browser, opens the account or attaches the identity to the one there is.
 */
export const signInWithOauth: Operation<Needed, OauthSignIn, OauthOutcome> = async (house, { code, proof, consents }) => {
  await house.limits.take('sso/address', subscriberOf(house.actor.address));
  const shown = { secret: code, proof };
  const outcome = await house.run(enterByIdentity, { ...shown, consents });
  if (outcome === 'REFUSED') throw new DomainError('SSO_REFUSED');
  if ('session' in outcome) return { session: answerEntered(house, outcome), isProofMailed: false };
  await askForProof(house, shown, { ...outcome, consents });
  return { session: null, isProofMailed: true };
};

interface Unknown {
  readonly flowId: string;
  readonly email: string;
}

/** Never throws for an account that is not active: what is written about it must be committed. */
const enterByIdentity: UseCase<EnterNeeds, ShownSecrets & { consents: readonly GivenConsent[] }, Entered | Unknown | 'REFUSED'> = async (scope, input) => {
  const { flow, claims } = await flowOfCode(scope, input, 'SIGN_IN');
  const identity = await findIdentity(scope, claims);
  if (identity === null) {
    const email = verifiedEmail(claims);
    demandConsents(input.consents);
    return { flowId: flow.id, email };
  }
  finishFlow(scope, flow);
  const { user, provider } = identity;
  if (user.status !== 'ACTIVE') {
    scope.record({ action: 'LOGIN_FAILED', targetType: 'auth', targetId: user.id, severity: 'MEDIUM', outcome: 'FAILURE', payload: { method: 'SSO', provider } });
    return 'REFUSED';
  }
  identity.lastUsedAt = scope.now;
  return enter(scope, user, { method: 'SSO', provider });
};

async function askForProof(house: Pick<Surroundings, 'run' | 'limits' | 'derived' | 'actor'>, shown: ShownSecrets, { flowId, email, consents }: Unknown & { consents: readonly GivenConsent[] }): Promise<void> {
  await house.limits.take('account-mail/address', subscriberOf(house.actor.address));
  const isMailAllowed = await mayMailAccount(house.limits, email);
  await house.run(awaitProof, { ...shown, consents, tokenHash: fingerprint(mailedProof(house.derived, flowId)), isMailAllowed });
}

/** One job is written in every case; whether there is anybody to write to, and what about, is decided by the job. */
const awaitProof: UseCase<'em' | 'now' | 'config' | 'enqueue', ShownSecrets & { consents: readonly GivenConsent[]; tokenHash: string; isMailAllowed: boolean }, void> = async (scope, input) => {
  const { flow, claims } = await flowOfCode(scope, input, 'SIGN_IN');
  const consents = input.consents.map(({ purpose, policyVersion }) => ({ purpose, policyVersion }));
  const expiresAt = new Date(scope.now.getTime() + scope.config.MAILED_TOKEN_MINUTES * 60_000);
  Object.assign(flow, { codeHash: null, tokenHash: input.tokenHash, email: claims.email, consents, expiresAt });
  scope.enqueue(mailIdentityProofJob, { flowId: input.isMailAllowed ? flow.id : null });
};

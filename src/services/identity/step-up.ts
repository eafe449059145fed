import { LockMode } from '@mikro-orm/core';
import { Session } from '../../entities/identity/session.entity.ts';
import type { TwoFactorMethod } from '../../entities/identity/two-factor.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { personOf, stepUpMs } from '../access/actor.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { Needs, Operation, UseCase } from '../platform/scope.ts';
import { makeChallenge, openChallenge, type ChallengeNeeds } from './challenges.ts';
import { provePassword } from './prove-password.ts';
import { sessionsChanged } from './events.ts';
import { demandRight, proofSecretsOf, tryProof, type Proof, type ProofMethod, type ProofSecrets, type Tried } from './second-factor.ts';
import { sendCode } from './sent-codes.ts';
import { confirmedFactors } from './two-factors.ts';

/** What a person shows to go on: a second factor where they have one, else their password. */
export interface StepUp {
  readonly password?: string | null | undefined;
  readonly method?: ProofMethod | null | undefined;
  readonly code?: string | null | undefined;
}

export interface SteppedUp {
  /** Sensitive deeds are open until then. */
  readonly provenUntil: Date;
}

type Needed = 'run' | 'passwords' | 'limits' | 'derived' | 'vault' | 'actor' | 'now';

/**
 * Proves afresh, within a session, who one is: opens sensitive deeds for ten minutes. `STEP_UP_REQUIRED` with `methods`
 * when the person has a second factor and shows none of it; `CODE_INVALID`, `PASSWORD_INCORRECT` for a wrong proof.
 */
export const stepUp: Operation<Needed, StepUp, SteppedUp> = async (house, { password, method, code }) => {
  await house.limits.take('two-factor/address', subscriberOf(house.actor.address));
  const methods = await house.run(methodsOf, undefined);
  if (methods.length === 0) {
    if (!password) throw fieldError('input.password', 'required');
    await provePassword(house, password);
    await house.run(markProven, undefined);
  } else {
    if (!method || !code) throw new DomainError('STEP_UP_REQUIRED', { methods });
    demandRight(await house.run(answerStepUp, { proof: { method, code }, secrets: proofSecretsOf(house) }));
  }
  return { provenUntil: new Date(house.now.getTime() + stepUpMs) };
};

const methodsOf: UseCase<'em' | 'actor', void, readonly TwoFactorMethod[]> = async (scope) =>
  (await confirmedFactors(scope, { id: personOf(scope.actor) })).map(({ method }) => method);

const markProven: UseCase<'em' | 'actor' | 'now' | 'announce', void, void> = (scope) => prove(scope);

async function prove({ em, actor, now, announce }: Needs<'em' | 'actor' | 'now' | 'announce'>): Promise<void> {
  const userId = personOf(actor);
  await em.nativeUpdate(Session, { id: actor.sessionId ?? '', user: userId }, { provenAt: now });
  announce(sessionsChanged, userId, { userId });
}

type StepUpNeeds = ChallengeNeeds | 'actor' | 'record' | 'announce';

/** The challenge of this session, begun when there is none. */
async function ownChallenge(scope: Needs<ChallengeNeeds | 'actor'>) {
  const sessionId = scope.actor.sessionId ?? '';
  const open = await openChallenge(scope, { sessionId, purpose: 'STEP_UP' });
  if (open !== null) return open;
  const user = await scope.em.findOneOrFail(User, { id: personOf(scope.actor) }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return { user, challenge: await makeChallenge(scope, user, { purpose: 'STEP_UP', sessionId, methods: [] }) };
}

const answerStepUp: UseCase<StepUpNeeds, { proof: Proof; secrets: ProofSecrets }, Tried> = async (scope, shown) => {
  const tried = await tryProof(scope, await ownChallenge(scope), shown);
  if (tried.isRight) await prove(scope);
  return tried;
};

/** Sends a code by mail or SMS for the next `stepUp` of this session. `NOT_FOUND` when the person has no such factor. */
export const sendStepUpCode: UseCase<ChallengeNeeds | 'actor', { readonly method: TwoFactorMethod }, { method: TwoFactorMethod; isCodeSent: boolean }> = async (scope, { method }) => {
  const factors = await confirmedFactors(scope, { id: personOf(scope.actor) });
  if (method === 'TOTP' || !factors.some((factor) => factor.method === method)) throw new DomainError('NOT_FOUND');
  const { user, challenge } = await ownChallenge(scope);
  if (challenge.codeNumber >= 3) throw new DomainError('RATE_LIMITED', { retryAfter: Math.ceil((challenge.expiresAt.getTime() - scope.now.getTime()) / 1000) });
  await sendCode(scope, { user, challenge, method });
  return { method, isCodeSent: true };
};

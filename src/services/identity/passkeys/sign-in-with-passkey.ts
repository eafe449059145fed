import { User } from '../../../entities/identity/user.entity.ts';
import type { PasskeyJson } from '../../adapters/passkeys/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, UseCase } from '../../platform/scope.ts';
import type { AdmitNeeds } from '../admit.ts';
import { openSession } from '../open-session.ts';
import { answer, type OpenedSession, type SessionAnswer } from '../session-answer.ts';
import { askForPasskey, provePasskey, useCounter, type ProvenPasskey } from './prove-passkey.ts';

const bound = { purpose: 'SIGN_IN', userId: null, askedBy: null } as const;

/** What a browser is asked, to sign in with whichever passkey its person picks: no address is typed, and none is tried. */
export const passkeySignInOptions: Operation<
  'run' | 'passkeys' | 'db' | 'limits' | 'actor',
  void,
  PasskeyJson
> = async (house) => {
  await house.limits.take('passkey/address', subscriberOf(house.actor.address));
  return askForPasskey(house, bound);
};

/** Opens a session with a passkey whose person was verified by their device: both factors at once. `PASSKEY_REFUSED` otherwise. */
export const signInWithPasskey: Operation<
  'run' | 'passkeys' | 'db' | 'limits' | 'derived' | 'actor' | 'accessTokens' | 'now',
  { readonly response: PasskeyJson },
  SessionAnswer
> = async (house, { response }) => {
  await house.limits.take('passkey/address', subscriberOf(house.actor.address));
  const proven = await provePasskey(house, { response, bound });
  const entered = await house.run(enterByPasskey, proven);
  if (entered === null) throw new DomainError('PASSKEY_REFUSED');
  return answer(house, entered.session, entered.refresh);
};

/** Never throws for a refusal: what is written about it must be committed. */
const enterByPasskey: UseCase<AdmitNeeds, ProvenPasskey, OpenedSession | null> = async (scope, proven) => {
  const user = await scope.em.findOne(User, { id: proven.userId });
  if (user?.status !== 'ACTIVE') {
    scope.record({
      action: 'LOGIN_FAILED',
      targetType: 'auth',
      targetId: proven.userId,
      severity: 'MEDIUM',
      outcome: 'FAILURE',
      payload: { method: 'PASSKEY' },
    });
    return null;
  }
  return (await useCounter(scope, proven))
    ? openSession(scope, user, { by: 'PASSKEY', detail: { passkeyId: proven.passkeyId }, provenAt: scope.now })
    : null;
};

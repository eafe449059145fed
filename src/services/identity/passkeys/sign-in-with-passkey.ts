import { User } from '../../../entities/identity/user.entity.ts';
import type { PasskeyJson } from '../../adapters/passkeys/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import type { FirstFactorNeeds } from '../sessions/finish-first-factor.ts';
import { openSession } from '../sessions/open-session.ts';
import { answer, type OpenedSession, type SessionAnswer } from '../sessions/session-answer.ts';
import { passkeyAssertionOptions, verifyPasskey, useCounter, type VerifiedPasskey } from './verify-passkey.ts';

const bound = { purpose: 'SIGN_IN', userId: null, askedBy: null } as const;

/** What a browser is asked, to sign in with whichever passkey its person picks: no address is typed, and none is tried. */
export const passkeySignInOptions: Operation<
  'run' | 'passkeys' | 'db' | 'limits' | 'actor',
  void,
  PasskeyJson
> = async (ctx) => {
  await ctx.limits.take('passkey/address', subscriberOf(ctx.actor.address));
  return passkeyAssertionOptions(ctx, bound);
};

/** Opens a session with a passkey whose person was verified by their device: both factors at once. `PASSKEY_REFUSED` otherwise. */
export const signInWithPasskey: Operation<
  'run' | 'passkeys' | 'db' | 'limits' | 'derived' | 'actor' | 'accessTokens' | 'now',
  { readonly response: PasskeyJson },
  SessionAnswer
> = async (ctx, { response }) => {
  await ctx.limits.take('passkey/address', subscriberOf(ctx.actor.address));
  const proven = await verifyPasskey(ctx, { response, bound });
  const entered = await ctx.run(enterByPasskey, proven);
  if (entered === null) throw new DomainError('PASSKEY_REFUSED');
  return answer(ctx, entered.session, entered.refresh);
};

/** Never throws for a refusal: what is written about it must be committed. */
const enterByPasskey: UseCase<FirstFactorNeeds, VerifiedPasskey, OpenedSession | null> = async (tx, proven) => {
  const user = await tx.em.findOne(User, { id: proven.userId });
  if (user?.status !== 'ACTIVE') {
    tx.record({
      action: 'LOGIN_FAILED',
      targetType: 'auth',
      targetId: proven.userId,
      severity: 'MEDIUM',
      outcome: 'FAILURE',
      payload: { method: 'PASSKEY' },
    });
    return null;
  }
  return (await useCounter(tx, proven))
    ? openSession(tx, user, { by: 'PASSKEY', detail: { passkeyId: proven.passkeyId }, provenAt: tx.now })
    : null;
};

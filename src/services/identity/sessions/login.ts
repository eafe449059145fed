import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation, AppContext, UseCase } from '../../platform/context.ts';
import {
  finishFirstFactor,
  loginAnswerOf,
  type FirstFactorOutcome,
  type FirstFactorNeeds,
  type LoginAnswer,
} from './finish-first-factor.ts';
import { normalEmail } from '../account/email-address.ts';
import { lockNobody } from '../actor-lock.ts';
import { beginAttempt, failAttempt, forgive, type Attempt } from './login-attempts.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** What an earlier sign-in gave a device that is to be trusted. */
  readonly deviceToken?: string | null | undefined;
}

type Needed = 'run' | 'passwords' | 'accessTokens' | 'limits' | 'derived' | 'actor' | 'now';

/**
 * The first step of signing in: an active account and its password. Returns a session, or the question of the second
 * factor. `CREDENTIALS_INVALID` says the same of an unknown address, a wrong password and an account that is not
 * active; each costs one hash, the same transactions and the same writes.
 */
export const login: Operation<Needed, Credentials, LoginAnswer> = async (ctx, credentials) => {
  const email = normalEmail(credentials.email);
  await ctx.limits.take('login/address', subscriberOf(ctx.actor.address));
  const { deviceToken } = credentials;
  const attempt = await ctx.run(beginAttempt, {
    email,
    accountKey: ctx.derived.of('login-account', email),
    deviceToken,
  });
  const isRight = await ctx.passwords.matches(credentials.password, attempt.passwordHash);
  const newHash = isRight ? await renewedHash(ctx, credentials, attempt) : null;
  const admission = await ctx.run(finishAttempt, { attempt, isRight, deviceToken, newHash });
  if (admission === null) throw new DomainError('CREDENTIALS_INVALID');
  return loginAnswerOf(ctx, admission);
};

/** A hash made at another cost than today's, or of another form, is replaced while the password is at hand: of an active account only, so that timing reveals nothing about others. */
const renewedHash = async (
  { passwords }: Pick<AppContext, 'passwords'>,
  { password }: Credentials,
  { passwordHash, isActive }: Attempt,
): Promise<string | null> =>
  isActive && passwordHash !== null && (await passwords.isOutdated(passwordHash, password))
    ? passwords.hash(password)
    : null;

interface Finishing {
  readonly attempt: Attempt;
  readonly isRight: boolean;
  readonly deviceToken: string | null | undefined;
  readonly newHash: string | null;
}

/**
 * Finishes the sign-in, or records the failure and returns `null`: the password was wrong or changed meanwhile, or the account
 * is not active. Whatever it was, the same is read first: who registered a stranger's address knows its password, and
 * must not learn by the time it takes whether the address was free.
 */
const finishAttempt: UseCase<FirstFactorNeeds, Finishing, FirstFactorOutcome | null> = async (
  tx,
  { attempt, isRight, deviceToken, newHash },
) => {
  const user = await tx.em.findOne(User, { id: attempt.userId ?? '' });
  if (user === null) lockNobody(tx.em);
  if (!isRight || user?.status !== 'ACTIVE' || user.passwordHash !== attempt.passwordHash) {
    await failAttempt(tx, attempt);
    return null;
  }
  await forgive(tx, attempt.throttleKey);
  if (newHash !== null) user.passwordHash = newHash;
  return finishFirstFactor(tx, user, { by: 'PASSWORD', deviceToken });
};

import { User } from '../../entities/identity/user.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { Operation, Surroundings, UseCase } from '../platform/scope.ts';
import { normalEmail } from './email-address.ts';
import { beginAttempt, failAttempt, forgive, type Attempt } from './login-attempts.ts';
import { openSession } from './open-session.ts';
import { firstToken, type RefreshToken } from './refresh-tokens.ts';
import { answer, type OpenSession, type SessionAnswer } from './session-answer.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
}

type Needed = 'run' | 'passwords' | 'accessTokens' | 'limits' | 'derived' | 'actor' | 'now';

/**
 * Opens a session for an active account and its password. `CREDENTIALS_INVALID` says the same of an unknown address, a
 * wrong password and an account that is not active; each costs one hash and the same writes.
 */
export const login: Operation<Needed, Credentials, SessionAnswer> = async (house, credentials) => {
  const email = normalEmail(credentials.email);
  await house.limits.take('login/address', subscriberOf(house.actor.address));
  const attempt = await house.run(beginAttempt, { email, accountKey: house.derived.of('login-account', email) });
  const isRight = await house.passwords.matches(credentials.password, attempt.passwordHash);
  const refresh = firstToken();
  const session = isRight ? await house.run(openForPassword, { attempt, refresh, newHash: await renewedHash(house, credentials, attempt) }) : null;
  if (session === null) {
    await house.run(failAttempt, attempt);
    throw new DomainError('CREDENTIALS_INVALID');
  }
  return answer(house, session, refresh);
};

/** A hash made at another cost than today's is replaced while the password is at hand. */
const renewedHash = async ({ passwords }: Pick<Surroundings, 'passwords'>, { password }: Credentials, { passwordHash }: Attempt): Promise<string | null> =>
  passwordHash !== null && passwords.isOutdated(passwordHash) ? passwords.hash(password) : null;

interface Opening {
  readonly attempt: Attempt;
  readonly refresh: RefreshToken;
  readonly newHash: string | null;
}

/** Answers `null` when the account is not active, or its password was changed meanwhile. */
const openForPassword: UseCase<'em' | 'actor' | 'now' | 'config' | 'record', Opening, OpenSession | null> = async (scope, { attempt, refresh, newHash }) => {
  const user = await scope.em.findOne(User, { id: attempt.userId ?? '' });
  if (user?.status !== 'ACTIVE' || user.passwordHash !== attempt.passwordHash) return null;
  await forgive(scope, attempt.throttleKey);
  if (newHash !== null) user.passwordHash = newHash;
  return openSession(scope, user, { refresh });
};

import { User } from '../../entities/identity/user.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { subscriberOf } from '../kernel/network.ts';
import type { Operation, Surroundings, UseCase } from '../platform/scope.ts';
import { admit, answerAdmission, type Admission, type AdmitNeeds, type LoginAnswer } from './admit.ts';
import { normalEmail } from './email-address.ts';
import { beginAttempt, failAttempt, forgive, type Attempt } from './login-attempts.ts';

export interface Credentials {
  readonly email: string;
  readonly password: string;
  /** What an earlier sign-in gave a device that is to be trusted. */
  readonly deviceToken?: string | null | undefined;
}

type Needed = 'run' | 'passwords' | 'accessTokens' | 'limits' | 'derived' | 'actor' | 'now';

/**
 * The first step of signing in: an active account and its password. Answers a session, or the question of the second
 * factor. `CREDENTIALS_INVALID` says the same of an unknown address, a wrong password and an account that is not
 * active; each costs one hash and the same writes.
 */
export const login: Operation<Needed, Credentials, LoginAnswer> = async (house, credentials) => {
  const email = normalEmail(credentials.email);
  await house.limits.take('login/address', subscriberOf(house.actor.address));
  const { deviceToken } = credentials;
  const attempt = await house.run(beginAttempt, { email, accountKey: house.derived.of('login-account', email), deviceToken });
  const isRight = await house.passwords.matches(credentials.password, attempt.passwordHash);
  const admission = isRight ? await house.run(enter, { attempt, deviceToken, newHash: await renewedHash(house, credentials, attempt) }) : null;
  if (admission === null) {
    await house.run(failAttempt, attempt);
    throw new DomainError('CREDENTIALS_INVALID');
  }
  return answerAdmission(house, admission);
};

/** A hash made at another cost than today's is replaced while the password is at hand. */
const renewedHash = async ({ passwords }: Pick<Surroundings, 'passwords'>, { password }: Credentials, { passwordHash }: Attempt): Promise<string | null> =>
  passwordHash !== null && passwords.isOutdated(passwordHash) ? passwords.hash(password) : null;

interface Entering {
  readonly attempt: Attempt;
  readonly deviceToken: string | null | undefined;
  readonly newHash: string | null;
}

/** Answers `null` when the account is not active, or its password was changed meanwhile. */
const enter: UseCase<AdmitNeeds, Entering, Admission | null> = async (scope, { attempt, deviceToken, newHash }) => {
  const user = await scope.em.findOne(User, { id: attempt.userId ?? '' });
  if (user?.status !== 'ACTIVE' || user.passwordHash !== attempt.passwordHash) return null;
  await forgive(scope, attempt.throttleKey);
  if (newHash !== null) user.passwordHash = newHash;
  return admit(scope, user, { by: 'PASSWORD', deviceToken });
};

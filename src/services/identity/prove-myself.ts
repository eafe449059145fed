import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Operation } from '../platform/scope.ts';
import { beginAttempt, failAttempt, forgive, type Attempt } from './login-attempts.ts';

/** What a signed-in person gives once more before something that cannot be undone. */
export interface Proof {
  readonly password: string;
}

/**
 * Makes sure that the person who asks is the one who signed in, not somebody at their screen. Wrong passwords are
 * counted as at sign-in. `CREDENTIALS_INVALID` when the proof does not hold.
 */
export const proveMyself: Operation<'run' | 'db' | 'passwords' | 'derived' | 'actor', Proof, void> = async (house, { password }) => {
  const user = await house.db.selectFrom('user').select('email').where('id', '=', personOf(house.actor)).executeTakeFirst();
  if (user === undefined) throw new DomainError('UNAUTHENTICATED');
  const attempt = await house.run(beginAttempt, { email: user.email, accountKey: house.derived.of('login-account', user.email) });
  if (await house.passwords.matches(password, attempt.passwordHash)) return house.run(forgiveMyself, attempt);
  await house.run(failAttempt, attempt);
  throw new DomainError('CREDENTIALS_INVALID');
};

const forgiveMyself = (scope: Parameters<typeof forgive>[0], { throttleKey }: Attempt): Promise<void> => forgive(scope, throttleKey);

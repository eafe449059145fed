import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, UseCase } from '../../platform/context.ts';
import { beginAttempt, failAttempt, forgive, type Attempt } from '../sessions/login-attempts.ts';
import { writing } from '../../platform/orm/values.ts';

/**
 * Verifies the password of the current user. Wrong ones count as those of a sign-in: `PASSWORD_INCORRECT`,
 * then `RATE_LIMITED`. Returns the hash that it matched.
 */
export async function verifyPassword(
  ctx: Pick<AppContext, 'run' | 'passwords' | 'derived'>,
  password: string,
): Promise<string> {
  const email = await ctx.run(ownEmail, undefined);
  const attempt = await ctx.run(beginAttempt, { email, accountKey: ctx.derived.of('login-account', email) });
  if (attempt.passwordHash === null || !(await ctx.passwords.matches(password, attempt.passwordHash))) {
    await ctx.run(failAttempt, attempt);
    throw new DomainError('PASSWORD_INCORRECT');
  }
  await ctx.run(forgiveAttempt, attempt);
  return attempt.passwordHash;
}

const ownEmail: UseCase<'em' | 'actor', void, string> = async ({ em, actor }) =>
  (await writing(em).db.selectFrom('user').select('email').where('id', '=', personOf(actor)).executeTakeFirstOrThrow())
    .email;

const forgiveAttempt: UseCase<'em', Attempt, void> = async (tx, { throttleKey }) => forgive(tx, throttleKey);

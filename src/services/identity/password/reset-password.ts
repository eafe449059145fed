import { DomainError } from '../../kernel/errors.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { accountOf, type Account } from '../account/account.ts';
import { mailPasswordChanged } from '../account/account-mails.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { distrustDevices } from '../second-factor/trusted-devices.ts';
import { forgiveAccount, throttleKeysOf } from '../sessions/login-attempts.ts';
import { ownerOfToken, redeemToken } from '../one-time-tokens.ts';
import { requireGoodPassword } from './password.policy.ts';

export interface NewPassword {
  readonly token: string;
  readonly password: string;
}

type Needed = 'run' | 'passwords' | 'derived' | 'config';

/**
 * Chooses a new password with the link of a mail. Every session of the person ends, links mailed before are void, and
 * wrong passwords counted against them are forgiven: whoever reads the mailbox is the owner.
 */
export const resetPassword: Operation<Needed, NewPassword, Account> = async (ctx, { token, password }) => {
  const owner = await ctx.run(ownerOfToken, { token, purpose: 'PASSWORD_RESET' });
  if (owner === null) {
    await ctx.run(recordFailure, undefined);
    throw new DomainError('TOKEN_INVALID');
  }
  requireGoodPassword(password, { ...owner, brand: ctx.config.FROM_NAME });
  const passwordHash = await ctx.passwords.hash(password);
  const throttleKeys = throttleKeysOf(ctx.derived.of('login-account', owner.email));
  return ctx.run(changePassword, { token, passwordHash, throttleKeys });
};

const recordFailure: UseCase<'record', void, void> = async ({ record }) =>
  record({ action: 'PASSWORD_RESET_FAILED', targetType: 'auth', severity: 'MEDIUM', outcome: 'FAILURE' });

interface Change {
  readonly token: string;
  readonly passwordHash: string;
  readonly throttleKeys: readonly string[];
}

const changePassword: UseCase<'em' | 'now' | 'config' | 'record' | 'publish' | 'enqueue', Change, Account> = async (
  tx,
  { token, passwordHash, throttleKeys },
) => {
  const user = await redeemToken(tx, token, 'PASSWORD_RESET');
  if (user.status !== 'ACTIVE') throw new DomainError('TOKEN_INVALID');
  Object.assign(user, { passwordHash, passwordVersion: user.passwordVersion + 1 });
  await forgiveAccount(tx, throttleKeys);
  tx.record({ action: 'PASSWORD_RESET_SUCCESS', targetType: 'auth', targetId: user.id, severity: 'MEDIUM' });
  await endSessions(tx, user, 'PASSWORD_RESET');
  await distrustDevices(tx, user);
  await mailPasswordChanged(tx, user);
  return accountOf(user);
};

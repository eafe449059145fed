import { DomainError } from '../kernel/errors.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import { accountOf, type Account } from './account.ts';
import { mailPasswordChanged } from './account-mails.ts';
import { endSessions } from './end-sessions.ts';
import { distrustDevices } from './trusted-devices.ts';
import { forgiveAccount, throttleKeysOf } from './login-attempts.ts';
import { ownerOfToken, redeemToken } from './one-time-tokens.ts';
import { demandGoodPassword } from './password.policy.ts';

export interface NewPassword {
  readonly token: string;
  readonly password: string;
}

type Needed = 'run' | 'passwords' | 'derived' | 'config';

/**
 * Chooses a new password with the link of a mail. Every session of the person ends, links mailed before are void, and
 * wrong passwords counted against them are forgiven: whoever reads the mailbox is the owner.
 */
export const resetPassword: Operation<Needed, NewPassword, Account> = async (house, { token, password }) => {
  const owner = await house.run(ownerOfToken, { token, purpose: 'PASSWORD_RESET' });
  if (owner === null) {
    await house.run(recordFailure, undefined);
    throw new DomainError('TOKEN_INVALID');
  }
  demandGoodPassword(password, { ...owner, brand: house.config.FROM_NAME });
  const passwordHash = await house.passwords.hash(password);
  const throttleKeys = throttleKeysOf(house.derived.of('login-account', owner.email));
  return house.run(changePassword, { token, passwordHash, throttleKeys });
};

const recordFailure: UseCase<'record', void, void> = async ({ record }) =>
  record({ action: 'PASSWORD_RESET_FAILED', targetType: 'auth', severity: 'MEDIUM', outcome: 'FAILURE' });

interface Change {
  readonly token: string;
  readonly passwordHash: string;
  readonly throttleKeys: readonly string[];
}

const changePassword: UseCase<'em' | 'now' | 'config' | 'record' | 'announce' | 'enqueue', Change, Account> = async (
  scope,
  { token, passwordHash, throttleKeys },
) => {
  const user = await redeemToken(scope, token, 'PASSWORD_RESET');
  if (user.status !== 'ACTIVE') throw new DomainError('TOKEN_INVALID');
  Object.assign(user, { passwordHash, passwordVersion: user.passwordVersion + 1 });
  await forgiveAccount(scope, throttleKeys);
  scope.record({ action: 'PASSWORD_RESET_SUCCESS', targetType: 'auth', targetId: user.id, severity: 'MEDIUM' });
  await endSessions(scope, user, 'PASSWORD_RESET');
  await distrustDevices(scope, user);
  await mailPasswordChanged(scope, user);
  return accountOf(user);
};

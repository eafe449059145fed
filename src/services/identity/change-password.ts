import { User } from '../../entities/identity/user.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Operation, UseCase } from '../platform/scope.ts';
import { mailPasswordChanged } from './account-mails.ts';
import { accountOf, type Account } from './account.ts';
import { endOtherSessions } from './end-other-sessions.ts';
import { demandGoodPassword } from './password.policy.ts';
import { provePassword } from './prove-password.ts';
import { findMyAccount } from './queries/find-account.ts';
import { distrustDevices } from './trusted-devices.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
}

type Needed = 'run' | 'passwords' | 'derived' | 'config' | 'db' | 'actor';

/**
 * Changes the password of the one who asks. Their other sessions end, links mailed before are void, and no device is
 * trusted any more. `PASSWORD_INCORRECT`, counted like a wrong sign-in; `PASSWORD_TOO_WEAK`.
 */
export const changePassword: Operation<Needed, PasswordChange, Account> = async (
  house,
  { currentPassword, password },
) => {
  const own = await findMyAccount(house);
  demandGoodPassword(password, { ...own, brand: house.config.FROM_NAME });
  const oldHash = await provePassword(house, currentPassword);
  return house.run(setPassword, { oldHash, passwordHash: await house.passwords.hash(password) });
};

type Setting = 'em' | 'actor' | 'now' | 'config' | 'record' | 'announce' | 'enqueue';

const setPassword: UseCase<Setting, { oldHash: string; passwordHash: string }, Account> = async (
  scope,
  { oldHash, passwordHash },
) => {
  const user = await scope.em.findOneOrFail(User, { id: personOf(scope.actor) });
  if (user.passwordHash !== oldHash) throw new DomainError('CONFLICT');
  Object.assign(user, { passwordHash, passwordVersion: user.passwordVersion + 1 });
  scope.record({ action: 'PASSWORD_CHANGE', targetType: 'auth', targetId: user.id, severity: 'MEDIUM' });
  await endOtherSessions(scope, user, 'PASSWORD_CHANGE');
  await distrustDevices(scope, user);
  await mailPasswordChanged(scope, user);
  return accountOf(user);
};

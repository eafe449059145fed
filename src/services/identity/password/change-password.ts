import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { mailPasswordChanged } from '../account/account-mails.ts';
import { accountOf, type Account } from '../account/account.ts';
import { endOtherSessions } from '../sessions/end-other-sessions.ts';
import { requireGoodPassword } from './password.policy.ts';
import { verifyPassword } from '../reauthentication/verify-password.ts';
import { findMyAccount } from '../queries/find-account.ts';
import { distrustDevices } from '../second-factor/trusted-devices.ts';

export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
}

type Needed = 'run' | 'passwords' | 'derived' | 'config' | 'db' | 'actor';

/**
 * Changes the password of the current user. Their other sessions end, links mailed before are void, and no device is
 * trusted any more. `PASSWORD_INCORRECT`, counted like a wrong sign-in; `PASSWORD_TOO_WEAK`.
 */
export const changePassword: Operation<Needed, PasswordChange, Account> = async (
  ctx,
  { currentPassword, password },
) => {
  const own = await findMyAccount(ctx);
  requireGoodPassword(password, { ...own, brand: ctx.config.FROM_NAME });
  const oldHash = await verifyPassword(ctx, currentPassword);
  return ctx.run(setPassword, { oldHash, passwordHash: await ctx.passwords.hash(password) });
};

type Setting = 'em' | 'actor' | 'now' | 'config' | 'record' | 'publish' | 'enqueue';

const setPassword: UseCase<Setting, { oldHash: string; passwordHash: string }, Account> = async (
  tx,
  { oldHash, passwordHash },
) => {
  const user = await tx.em.findOneOrFail(User, { id: personOf(tx.actor) });
  if (user.passwordHash !== oldHash) throw new DomainError('CONFLICT');
  Object.assign(user, { passwordHash, passwordVersion: user.passwordVersion + 1 });
  tx.record({ action: 'PASSWORD_CHANGE', targetType: 'auth', targetId: user.id, severity: 'MEDIUM' });
  await endOtherSessions(tx, user, 'PASSWORD_CHANGE');
  await distrustDevices(tx, user);
  await mailPasswordChanged(tx, user);
  return accountOf(user);
};

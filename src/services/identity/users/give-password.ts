import { LockMode } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Operation, UseCase } from '../../platform/context.ts';
import { mailPasswordChanged } from '../account/account-mails.ts';
import { normalEmail } from '../account/email-address.ts';
import { endSessions } from '../sessions/end-sessions.ts';
import { forgiveAccount, throttleKeysOf } from '../sessions/login-attempts.ts';
import { generatedPassword, type FirstPerson } from '../seed.ts';
import { distrustDevices } from '../second-factor/trusted-devices.ts';

/**
 * An operator gives a person a new password, for whoever cannot be reached by mail: the first admin above all. Every
 * session ends and the person is notified by mail; a second factor stays. `NOT_FOUND` for an address without an active account.
 */
export const givePassword: Operation<'run' | 'passwords' | 'derived', { readonly email: string }, FirstPerson> = async (
  { run, passwords, derived },
  input,
) => {
  const [email, password] = [normalEmail(input.email), generatedPassword()];
  const passwordHash = await passwords.hash(password);
  const role = await run(replacePassword, {
    email,
    passwordHash,
    throttleKeys: throttleKeysOf(derived.of('login-account', email)),
  });
  return { email, role, password };
};

interface Replacing {
  readonly email: string;
  readonly passwordHash: string;
  readonly throttleKeys: readonly string[];
}

const replacePassword: UseCase<
  'em' | 'now' | 'config' | 'record' | 'publish' | 'enqueue',
  Replacing,
  FirstPerson['role']
> = async (tx, { email, passwordHash, throttleKeys }) => {
  const user = await tx.em.findOne(User, { email, status: 'ACTIVE' }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (user === null) throw new DomainError('NOT_FOUND');
  Object.assign(user, { passwordHash, passwordVersion: user.passwordVersion + 1 });
  await forgiveAccount(tx, throttleKeys);
  tx.record({
    action: 'PASSWORD_RESET_SUCCESS',
    targetType: 'auth',
    targetId: user.id,
    severity: 'HIGH',
    payload: { method: 'COMMAND' },
  });
  await endSessions(tx, user, 'PASSWORD_RESET');
  await distrustDevices(tx, user);
  await mailPasswordChanged(tx, user);
  return user.role;
};

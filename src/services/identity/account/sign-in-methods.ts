import { LockMode } from '@mikro-orm/core';
import { Identity } from '../../../entities/identity/identity.entity.ts';
import { Passkey } from '../../../entities/identity/passkey.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { queueMail } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { fullName } from './account.ts';
import { endOtherSessions } from '../sessions/end-other-sessions.ts';
import { signInMethodAdded } from '../emails/sign-in-method-added.ts';
import { signInMethodRemoved } from '../emails/sign-in-method-removed.ts';
import { distrustDevices } from '../second-factor/trusted-devices.ts';

/** A person, locked: of two sign-in methods that are given up at one instant, the second sees that the first is gone. */
export const lockPerson = ({ em }: Tx<'em'>, userId: string): Promise<User> =>
  em.findOneOrFail(User, { id: userId }, { lockMode: LockMode.PESSIMISTIC_WRITE });

/** Refuses to let a locked person give up their last sign-in method: a password, an identity or a passkey must remain. `SIGN_IN_METHOD_NEEDED`. */
export async function requireAnotherSignInMethod({ em }: Tx<'em'>, user: User): Promise<void> {
  const [identities, passkeys] = [
    await em.count(Identity, { user: user.id }),
    await em.count(Passkey, { user: user.id }),
  ];
  if (identities + passkeys + (user.passwordHash === null ? 0 : 1) < 2) throw new DomainError('SIGN_IN_METHOD_NEEDED');
}

type Mailing = Tx<'em' | 'now' | 'enqueue' | 'config'>;

/** Which sign-in method, as the person reads it; `key` is one row’s id, so that one change is one mail. */
export interface ChangedMethod {
  readonly key: string;
  readonly method: string;
}

const about = ({ config }: Mailing, user: User, { key, method }: ChangedMethod) => ({
  recipient: { userId: user.id, email: user.email, name: fullName(user) },
  locale: user.locale,
  key,
  data: { firstName: user.firstName, method, accountUrl: `${config.frontUrl}/account/sign-in` },
});

export const mailMethodAdded = (tx: Mailing, user: User, change: ChangedMethod): Promise<string | undefined> => {
  const { key, ...mail } = about(tx, user, change);
  return queueMail(tx, { template: signInMethodAdded, dedupeKey: `sign-in-method-added:${key}`, ...mail });
};

/** What a sign-in method has opened is closed with it: other sessions end, no device is trusted any more, and the owner is notified. */
export async function revokeMethod(
  tx: Mailing & Tx<'actor' | 'record' | 'publish'>,
  user: User,
  change: ChangedMethod,
): Promise<void> {
  await endOtherSessions(tx, user, 'SIGN_IN_METHOD_REMOVED');
  await distrustDevices(tx, user);
  await mailMethodRemoved(tx, user, change);
}

const mailMethodRemoved = (tx: Mailing, user: User, change: ChangedMethod): Promise<string | undefined> => {
  const { key, ...mail } = about(tx, user, change);
  return queueMail(tx, { template: signInMethodRemoved, dedupeKey: `sign-in-method-removed:${key}`, ...mail });
};

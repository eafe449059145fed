import { LockMode, UniqueConstraintViolationException } from '@mikro-orm/core';
import { PendingRegistration } from '../../../../entities/identity/pending-registration.entity.ts';
import { User } from '../../../../entities/identity/user.entity.ts';
import { DomainError } from '../../../kernel/errors.ts';
import { fingerprint } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/context.ts';
import { storeRegistrationConsents } from '../consents.ts';
import { userRegistered } from '../../events.ts';
import { isInvited } from '../../users/invitation.ts';

type Needed = 'em' | 'now' | 'emit' | 'record';

/**
 * Whose link this is, made an account with the password, name and consents that were given with it; null for a link that
 * no registration has. `TOKEN_INVALID` when it is too old, or when the address has an account by now.
 */
export async function createRegisteredUser(tx: Tx<Needed>, token: string): Promise<User | null> {
  const found = await tx.em.findOne(PendingRegistration, { tokenHash: fingerprint(token) });
  if (found === null) return null;
  // All that wait at the address, locked: of two links that are followed at one instant, the second finds nothing.
  const waiting = await tx.em.find(
    PendingRegistration,
    { email: found.email },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
  );
  const chosen = waiting.find(({ id }) => id === found.id);
  if (chosen === undefined || chosen.expiresAt <= tx.now) throw new DomainError('TOKEN_INVALID');
  const known = await tx.em.findOne(User, { email: chosen.email }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (known !== null && (known.status !== 'PENDING' || isInvited(known))) throw new DomainError('TOKEN_INVALID');
  return known === null ? await openAccount(tx, chosen) : takeOver(tx, known, chosen);
}

const chosenBy = ({ passwordHash, firstName, lastName, address, locale }: PendingRegistration) => ({
  passwordHash,
  firstName,
  lastName,
  address,
  locale,
});

async function openAccount(tx: Tx<Needed>, chosen: PendingRegistration): Promise<User> {
  const user = tx.em.create(User, { email: chosen.email, ...chosenBy(chosen) });
  storeRegistrationConsents(tx, user, chosen);
  tx.record({ action: 'USER_CREATED', targetType: 'user', targetId: user.id, payload: { role: user.role } });
  tx.emit(userRegistered, { userId: user.id });
  try {
    await tx.em.flush();
  } catch (error) {
    // Somebody came in by a provider, or was invited, at the same instant.
    if (error instanceof UniqueConstraintViolationException)
      throw new DomainError('TOKEN_INVALID', {}, { cause: error });
    throw error;
  }
  return user;
}

/** An account that waits since before each registration was one of its own: nothing of what it was asked with stays, and its links are void. */
function takeOver(tx: Tx<Needed>, user: User, chosen: PendingRegistration): User {
  Object.assign(user, { ...chosenBy(chosen), passwordVersion: user.passwordVersion + 1 });
  storeRegistrationConsents(tx, user, chosen);
  tx.record({ action: 'REGISTRATION_REPEATED', targetType: 'user', targetId: user.id });
  return user;
}

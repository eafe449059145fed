import { LockMode } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';

/** A person whom an admin changes, locked until the commit. `NOT_FOUND` for an erased one. */
export async function lockUser({ em }: Tx<'em'>, id: string): Promise<User> {
  const user = isId(id) ? await em.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (user === null || user.status === 'ERASED') throw new DomainError('NOT_FOUND');
  return user;
}

/**
 * All active admins are locked before the person, in the order of their ids: of two admins who demote each other at the
 * same time, the second finds the first gone.
 */
const lockAdmins = ({ em }: Tx<'em'>): Promise<User[]> =>
  em.find(User, { role: 'ADMIN', status: 'ACTIVE' }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });

/**
 * The same for a change after which the person is no admin any more: another role, a suspension. `LAST_ADMIN` when
 * nobody else would be left.
 */
export async function lockReplaceable(tx: Tx<'em'>, id: string): Promise<User> {
  const admins = await lockAdmins(tx);
  const admin = admins.find((one) => one.id === id);
  if (admin === undefined) return lockUser(tx, id);
  if (admins.length === 1) throw new DomainError('LAST_ADMIN');
  return admin;
}

/** The same for an erasure, which says among its other obstacles that nobody else would be left. */
export async function lockForErasure(tx: Tx<'em'>, id: string): Promise<User> {
  await lockAdmins(tx);
  return lockUser(tx, id);
}

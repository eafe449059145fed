import { LockMode } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Needs } from '../../platform/scope.ts';

/** A person whom an admin changes, held until the commit. Whoever is erased is nobody any more: `NOT_FOUND`. */
export async function lockUser({ em }: Needs<'em'>, id: string): Promise<User> {
  const user = isId(id) ? await em.findOne(User, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;
  if (user === null || user.status === 'ERASED') throw new DomainError('NOT_FOUND');
  return user;
}

/**
 * The same for a change after which the person runs the house no more: another role, a suspension, a deletion. All
 * active admins are held first, in the order of their ids, so that of two who push each other out at one instant the
 * second finds the first gone. `LAST_ADMIN` when nobody else would be left.
 */
export async function lockReplaceable(scope: Needs<'em'>, id: string): Promise<User> {
  const admins = await scope.em.find(User, { role: 'ADMIN', status: 'ACTIVE' }, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } });
  const admin = admins.find((one) => one.id === id);
  if (admin === undefined) return lockUser(scope, id);
  if (admins.length === 1) throw new DomainError('LAST_ADMIN');
  return admin;
}

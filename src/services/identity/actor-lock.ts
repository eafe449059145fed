import { wrap } from '@mikro-orm/core';
import { User } from '../../entities/identity/user.entity.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { runCompiled, type RowOf } from '../platform/orm/compiled.ts';
import type { EntityManager } from '../platform/orm/orm.ts';
import { lockedForShare, writing } from '../platform/orm/values.ts';
import type { ActorLock } from '../platform/unit-of-work.ts';
import { absentId } from './account/decoy-recipient.ts';

/**
 * Locks the actor's row, and those of all users that the transaction has loaded, against concurrent erasure, which locks
 * them too: what is written is committed before the erasure and deleted by it, or is refused after it (`UNAUTHENTICATED`).
 * One statement; the embedded database has a single writer and needs no lock.
 */
async function lock(em: EntityManager, actor: Actor): Promise<void> {
  const people = peopleIn(em, actor);
  const ids = people.size === 0 && withDecoy.has(em) ? [absentId] : [...people];
  if (ids.length === 0) return;
  const { db, dialect } = writing(em);
  const make = () => lockedForShare(db.selectFrom('user').select(['id', 'status']).where('id', 'in', ids), dialect);
  const key = `users locked ${ids.length}`;
  const found = await runCompiled<RowOf<typeof make>>(db, { key, values: ids, make });
  if (found.some(({ status }) => status === 'ERASED')) throw new DomainError('UNAUTHENTICATED');
}

/** Users that a transaction erases itself: it may still write what remains of them. */
const erasedHere = new WeakMap<EntityManager, Set<string>>();

export function noteErased(em: EntityManager, userId: string): void {
  erasedHere.set(em, (erasedHere.get(em) ?? new Set()).add(userId));
}

/** Transactions about an address without an account. */
const withDecoy = new WeakSet<EntityManager>();

/** Locks a row that does not exist, so that a transaction that found no user takes as long as one that found one. */
export const lockNobody = (em: EntityManager): void => void withDecoy.add(em);

/** Users who were erased when they were loaded are left out: the transaction works on what remains of them. */
function peopleIn(em: EntityManager, actor: Actor): Set<string> {
  const loaded = [...em.getUnitOfWork().getIdentityMap().getStore<User>(em.getMetadata(User)).values()];
  const present = loaded.filter((user) => wrap(user).isInitialized() && user.status !== 'ERASED').map(({ id }) => id);
  const people = new Set(actor.userId === null ? present : [actor.userId, ...present]);
  return people.difference(erasedHere.get(em) ?? new Set());
}

/** An erased account that nothing refers to has no row any more. */
const isGone = async (em: EntityManager, actor: Actor): Promise<boolean> =>
  actor.userId !== null && (await em.count(User, { id: actor.userId })) === 0;

/** For the unit of work. */
export const actorLock: ActorLock = { lock, isGone };

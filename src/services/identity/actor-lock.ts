import { wrap } from '@mikro-orm/core';
import { User } from '../../entities/identity/user.entity.ts';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { EntityManager } from '../platform/orm/orm.ts';
import { lockedForShare, writing } from '../platform/orm/values.ts';
import type { ActorLock } from '../platform/unit-of-work.ts';
import { absentId } from './account/decoy-recipient.ts';

/**
 * Whoever acts, and everybody whom the transaction has loaded, is held until the commit against an erasure, which holds
 * them too: what is written is there before it and goes with them, or is refused after it (`UNAUTHENTICATED`: whoever is
 * erased is nobody any more). One statement; the embedded database has one writer, who has seen everything.
 */
async function lock(em: EntityManager, actor: Actor): Promise<void> {
  const people = peopleIn(em, actor);
  const ids = people.size === 0 && withDecoy.has(em) ? [absentId] : [...people];
  if (ids.length === 0) return;
  const { db, dialect } = writing(em);
  const query = db.selectFrom('user').select(['id', 'status']).where('id', 'in', ids);
  const found = await lockedForShare(query, dialect).execute();
  if (found.some(({ status }) => status === 'ERASED')) throw new DomainError('UNAUTHENTICATED');
}

/** Whom a transaction erases itself: what stays of them may be written in it. */
const erasedHere = new WeakMap<EntityManager, Set<string>>();

export function noteErased(em: EntityManager, userId: string): void {
  erasedHere.set(em, (erasedHere.get(em) ?? new Set()).add(userId));
}

/** Transactions about an address without an account. */
const withDecoy = new WeakSet<EntityManager>();

/** A transaction that found nobody reads as much as one that found somebody: who asks must not be able to tell by its work. */
export const lockNobody = (em: EntityManager): void => void withDecoy.add(em);

/** Others who were gone when they were loaded are no matter: somebody works on what stays of them. */
function peopleIn(em: EntityManager, actor: Actor): Set<string> {
  const loaded = [...em.getUnitOfWork().getIdentityMap().getStore<User>(em.getMetadata(User)).values()];
  const present = loaded.filter((user) => wrap(user).isInitialized() && user.status !== 'ERASED').map(({ id }) => id);
  const people = new Set(actor.userId === null ? present : [actor.userId, ...present]);
  return people.difference(erasedHere.get(em) ?? new Set());
}

/** An account that nothing names any more is deleted with its row. */
const isGone = async (em: EntityManager, actor: Actor): Promise<boolean> =>
  actor.userId !== null && (await em.count(User, { id: actor.userId })) === 0;

/** Who is still there, for the unit of work. */
export const actorLock: ActorLock = { lock, isGone };

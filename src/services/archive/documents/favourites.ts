import type { Document } from '../../../entities/archive/document.entity.ts';
import { Favourite } from '../../../entities/archive/document.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { UseCase } from '../../platform/context.ts';
import { openDocument } from './open-document.ts';

type Keeping = UseCase<'em' | 'actor' | 'now', { readonly id: string }, Document>;

/** Keeps a document at hand. Error: NOT_FOUND. */
export const favouriteDocument: Keeping = async (tx, { id }) => {
  const { document } = await openDocument(tx, id, { permission: 'document:read', isReading: true, ignoresLock: true });
  const user = tx.em.getReference(User, personOf(tx.actor));
  if ((await tx.em.findOne(Favourite, { user, document })) === null) tx.em.create(Favourite, { user, document });
  return document;
};

/** No longer. Error: NOT_FOUND. */
export const unfavouriteDocument: Keeping = async (tx, { id }) => {
  const { document } = await openDocument(tx, id, { permission: 'document:read', isReading: true, ignoresLock: true });
  const favourite = await tx.em.findOne(Favourite, { user: personOf(tx.actor), document });
  if (favourite !== null) tx.em.remove(favourite);
  return document;
};

import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { publishUnread } from './live.ts';

type Needs = Tx<'em' | 'actor' | 'now' | 'publish'>;

/** Marks some of a person's own notifications as read; answers how many were unread. NOT_FOUND, and none is, when one is not theirs. */
export async function markNotificationsRead(tx: Needs, { ids }: { readonly ids: readonly string[] }): Promise<number> {
  const userId = personOf(tx.actor);
  const distinct = [...new Set(ids)];
  const { db } = writing(tx.em);
  const theirs = await db
    .selectFrom('notification')
    .select('id')
    .where('user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .where('id', 'in', distinct)
    .execute();
  if (theirs.length < distinct.length) throw new DomainError('NOT_FOUND');
  const { numUpdatedRows } = await db
    .updateTable('notification')
    .set({ read_at: tx.now })
    .where('id', 'in', distinct)
    .where('read_at', 'is', null)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) publishUnread(tx, userId);
  return Number(numUpdatedRows);
}

/** A person dismisses all that they have read; answers how many. */
export async function deleteReadNotifications(tx: Needs, _input: object): Promise<number> {
  const { numUpdatedRows } = await writing(tx.em)
    .db.updateTable('notification')
    .set({ deleted_at: tx.now })
    .where('user_id', '=', personOf(tx.actor))
    .where('deleted_at', 'is', null)
    .where('read_at', 'is not', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

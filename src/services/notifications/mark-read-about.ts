import { personOf } from '../access/actor.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { publishUnread } from './live.ts';

/** Somebody has seen the thing itself: what notified them of it, by its path in the front-end, is read. */
export async function markReadAbout(tx: Tx<'em' | 'actor' | 'now' | 'publish'>, actionUrl: string): Promise<void> {
  const userId = personOf(tx.actor);
  const { numUpdatedRows } = await writing(tx.em)
    .db.updateTable('notification')
    .set({ read_at: tx.now })
    .where('user_id', '=', userId)
    .where('deleted_at', 'is', null)
    .where('read_at', 'is', null)
    .where('action_url', '=', actionUrl)
    .executeTakeFirst();
  if (numUpdatedRows > 0n) publishUnread(tx, userId);
}

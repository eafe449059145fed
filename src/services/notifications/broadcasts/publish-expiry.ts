import { z } from 'zod';
import { defineTask } from '../../platform/task.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { publishUnread } from '../live.ts';

/** When a broadcast expires: who has not read it has one unread notification less, and sees it. */
export const publishExpiryTask = defineTask('notifications.publish-expiry', z.object({ broadcastId: z.uuid() }), {
  priority: 150,
});

export async function publishExpiry(
  tx: Tx<'em' | 'publish'>,
  { broadcastId }: { readonly broadcastId: string },
): Promise<void> {
  const rows = await writing(tx.em)
    .db.selectFrom('notification')
    .select('user_id')
    .where('dedupe_key', '>=', `broadcast:${broadcastId}:`)
    .where('dedupe_key', '<', `broadcast:${broadcastId}:g`)
    .where('read_at', 'is', null)
    .where('deleted_at', 'is', null)
    .execute();
  for (const { user_id } of rows) publishUnread(tx, user_id);
}

import { Notification } from '../../entities/notifications/notification.entity.ts';
import { heldAmong } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { publishUnread } from './live.ts';

/**
 * Hides what notified people of something that was taken back, and forgets its words. `about` is the key of the notifications without the
 * person at its end, `message:<id>`. What is under a legal hold stays.
 */
export async function withdrawNotifications(
  { em, now, publish }: Tx<'em' | 'now' | 'publish'>,
  about: string,
): Promise<void> {
  const { db } = writing(em);
  const rows = await db
    .selectFrom('notification')
    .select(['id', 'user_id'])
    // Ids of people are hexadecimal: nothing of theirs comes after a `g`, in the order of either database.
    .where('dedupe_key', '>=', `${about}:`)
    .where('dedupe_key', '<', `${about}:g`)
    .execute();
  const ids = rows.map(({ id }) => id);
  const held = await heldAmong(db, 'notification', ids);
  const free = ids.filter((id) => !held.includes(id));
  await em.nativeUpdate(Notification, { id: { $in: free } }, { title: '', message: '', deletedAt: now });
  for (const { id, user_id } of rows) if (free.includes(id)) publishUnread({ publish }, user_id);
}

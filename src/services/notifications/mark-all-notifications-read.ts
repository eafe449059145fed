import { Notification } from '../../entities/notifications/notification.entity.ts';
import { personOf } from '../access/actor.ts';
import type { Tx } from '../platform/context.ts';
import { publishUnread } from './live.ts';

/** Marks all notifications of a person as read; returns how many were still unread. One statement. */
export async function markAllNotificationsRead(
  tx: Tx<'em' | 'actor' | 'now' | 'publish'>,
  _input: object,
): Promise<number> {
  const userId = personOf(tx.actor);
  const read = await tx.em.nativeUpdate(
    Notification,
    { user: userId, deletedAt: null, readAt: null },
    { readAt: tx.now },
  );
  if (read > 0) publishUnread(tx, userId);
  return read;
}

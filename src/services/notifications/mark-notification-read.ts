import type { Notification } from '../../entities/notifications/notification.entity.ts';
import { personOf } from '../access/actor.ts';
import type { Tx } from '../platform/context.ts';
import { publishUnread } from './live.ts';
import { ownNotification } from './own-notification.ts';

/** Marks a notification as read by its recipient; the first time counts. */
export async function markNotificationRead(
  tx: Tx<'em' | 'actor' | 'now' | 'publish'>,
  { id }: { id: string },
): Promise<Notification> {
  const notification = await ownNotification(tx, id);
  if (notification.readAt === null) publishUnread(tx, personOf(tx.actor));
  notification.readAt ??= tx.now;
  return notification;
}

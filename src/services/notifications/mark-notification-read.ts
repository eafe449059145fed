import type { Notification } from '../../entities/notifications/notification.entity.ts';
import type { Tx } from '../platform/context.ts';
import { ownNotification } from './own-notification.ts';

/** Marks a notification as read by its recipient; the first time counts. */
export async function markNotificationRead(
  tx: Tx<'em' | 'actor' | 'now'>,
  { id }: { id: string },
): Promise<Notification> {
  const notification = await ownNotification(tx, id);
  notification.readAt ??= tx.now;
  return notification;
}

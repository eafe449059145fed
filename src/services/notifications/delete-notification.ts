import type { Notification } from '../../entities/notifications/notification.entity.ts';
import { personOf } from '../access/actor.ts';
import type { Tx } from '../platform/context.ts';
import { publishUnread } from './live.ts';
import { ownNotification } from './own-notification.ts';

/**
 * The recipient dismisses the notification. The row is kept, hidden, so that the same event does not create it again.
 */
export async function deleteNotification(
  tx: Tx<'em' | 'actor' | 'now' | 'publish'>,
  { id }: { id: string },
): Promise<Notification> {
  const notification = await ownNotification(tx, id);
  notification.deletedAt = tx.now;
  if (notification.readAt === null) publishUnread(tx, personOf(tx.actor));
  return notification;
}

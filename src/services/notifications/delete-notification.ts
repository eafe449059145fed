import type { Notification } from '../../entities/notifications/notification.entity.ts';
import type { Needs } from '../platform/scope.ts';
import { ownNotification } from './own-notification.ts';

/** Its person wants to see it no more. It stays, hidden, so that the same event does not make it again. */
export async function deleteNotification(
  scope: Needs<'em' | 'actor' | 'now'>,
  { id }: { id: string },
): Promise<Notification> {
  const notification = await ownNotification(scope, id);
  notification.deletedAt = scope.now;
  return notification;
}

import type { Notification } from '../../entities/notifications/notification.entity.ts';
import type { Needs } from '../platform/scope.ts';
import { ownNotification } from './own-notification.ts';

/** Its person has seen it; the first time counts. */
export async function markNotificationRead(
  scope: Needs<'em' | 'actor' | 'now'>,
  { id }: { id: string },
): Promise<Notification> {
  const notification = await ownNotification(scope, id);
  notification.readAt ??= scope.now;
  return notification;
}

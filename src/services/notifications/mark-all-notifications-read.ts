import { Notification } from '../../entities/notifications/notification.entity.ts';
import { personOf } from '../access/actor.ts';
import type { Tx } from '../platform/context.ts';

/** Marks all notifications of a person as read; returns how many were still unread. One statement. */
export const markAllNotificationsRead = (
  { em, actor, now }: Tx<'em' | 'actor' | 'now'>,
  _input: object,
): Promise<number> =>
  em.nativeUpdate(Notification, { user: personOf(actor), deletedAt: null, readAt: null }, { readAt: now });

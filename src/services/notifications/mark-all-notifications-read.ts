import { Notification } from '../../entities/notifications/notification.entity.ts';
import { personOf } from '../access/actor.ts';
import type { Tx } from '../platform/context.ts';

/** A person has seen everything; answers how many were still unread. One statement. */
export const markAllNotificationsRead = (
  { em, actor, now }: Tx<'em' | 'actor' | 'now'>,
  _input: object,
): Promise<number> =>
  em.nativeUpdate(Notification, { user: personOf(actor), deletedAt: null, readAt: null }, { readAt: now });

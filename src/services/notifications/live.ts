import type { LiveTopic, Tx } from '../platform/context.ts';

/**
 * A person's own stream of notifications; its key is the person's id, its payload `{ notificationId }`, or nothing where only the number of
 * unread ones changed.
 */
export const notificationAdded: LiveTopic = { name: 'notificationAdded' };

/** Publishes that the number of somebody's unread notifications changed otherwise than by a new one. */
export const publishUnread = (tx: Tx<'publish'>, userId: string): void => tx.publish(notificationAdded, userId, {});

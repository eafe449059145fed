import type { LiveTopic } from '../platform/context.ts';

/** A person's own stream of notifications; its key is the person's id, its payload `{ notificationId }`. */
export const notificationAdded: LiveTopic = { name: 'notificationAdded' };

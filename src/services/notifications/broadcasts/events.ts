import { z } from 'zod';
import type { EventType } from '../../platform/context.ts';

/** The admins notified many people. */
export const notificationBroadcast = {
  name: 'notification.broadcast',
  payload: z.object({ broadcastId: z.uuid() }),
} satisfies EventType;

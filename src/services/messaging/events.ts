import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

/** A message was sent; `senderId` is null for a message of the application. */
export const messageSent: EventType<{ messageId: string; conversationId: string; senderId: string | null }> = {
  name: 'message.sent',
  payload: z.object({ messageId: z.uuid(), conversationId: z.uuid(), senderId: z.uuid().nullable() }),
};

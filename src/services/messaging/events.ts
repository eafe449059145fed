import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

/** Someone said something in a conversation; `senderId` is null when the house speaks. */
export const messageSent: EventType<{ messageId: string; conversationId: string; senderId: string | null }> = {
  name: 'message.sent',
  payload: z.object({ messageId: z.uuid(), conversationId: z.uuid(), senderId: z.uuid().nullable() }),
};

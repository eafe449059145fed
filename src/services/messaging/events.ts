import { z } from 'zod';
import type { EventType } from '../platform/context.ts';

/** A message was sent; `senderId` is null for a message of the application. */
export const messageSent: EventType<{ messageId: string; conversationId: string; senderId: string | null }> = {
  name: 'message.sent',
  payload: z.object({ messageId: z.uuid(), conversationId: z.uuid(), senderId: z.uuid().nullable() }),
};

const about = <S extends z.ZodRawShape>(name: string, more: S) =>
  ({ name, payload: z.object({ conversationId: z.uuid(), ...more }) }) satisfies EventType;

/** People can talk about something, or with the team, from now on. */
export const conversationOpened = about('conversation.opened', {});
/** Nobody writes in it until the team opens it again. */
export const conversationClosed = about('conversation.closed', {});
/** Somebody of the team looks after it; `userId` is null for nobody in particular. */
export const conversationAssigned = about('conversation.assigned', { userId: z.uuid().nullable() });
/** Its sender has said it otherwise. */
export const messageEdited = about('message.edited', { messageId: z.uuid() });
/** Its words and its files are gone. */
export const messageDeleted = about('message.deleted', { messageId: z.uuid() });

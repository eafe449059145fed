import type { SubjectType } from '../../kernel/subject.ts';
import type { MessageType } from '../../../entities/messaging/message.entity.ts';

/** An instant as the database gives it, or as an entity holds it: the API's scalar takes them all. */
type RawInstant = string | number | Date;

export interface ConversationRow {
  readonly id: string;
  readonly subject: string;
  readonly contextType: SubjectType;
  readonly contextId: string;
  readonly lastMessageAt: RawInstant;
  readonly createdAt: RawInstant;
}

export interface MessageRow {
  readonly id: string;
  readonly conversationId: string;
  readonly senderId: string | null;
  readonly type: MessageType;
  readonly content: string;
  readonly createdAt: RawInstant;
}

export const conversationColumns = [
  'c.id',
  'c.subject',
  'c.context_type as contextType',
  'c.context_id as contextId',
  'c.last_message_at as lastMessageAt',
  'c.created_at as createdAt',
] as const;

export const messageColumns = [
  'm.id',
  'm.conversation_id as conversationId',
  'm.sender_id as senderId',
  'm.type',
  'm.content',
  'm.created_at as createdAt',
] as const;

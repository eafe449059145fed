import type { ConversationContext, ConversationStatus } from '../../../entities/messaging/conversation.entity.ts';
import type { MessageAudience, MessageType } from '../../../entities/messaging/message.entity.ts';

/** An instant as the database gives it, or as an entity holds it: the API's scalar takes them all. */
type RawInstant = string | number | Date;

export interface ConversationRow {
  readonly id: string;
  readonly subject: string;
  readonly contextType: ConversationContext;
  readonly contextId: string | null;
  readonly status: ConversationStatus;
  readonly assigneeId: string | null;
  readonly visitorId: string | null;
  readonly lastMessageAt: RawInstant;
  readonly createdAt: RawInstant;
}

export interface MessageRow {
  readonly id: string;
  readonly conversationId: string;
  readonly senderId: string | null;
  /** Who wrote it without an account. */
  readonly visitorId: string | null;
  readonly type: MessageType;
  /** Where it has one of its own. */
  readonly subject: string | null;
  /** Empty once it was deleted. */
  readonly content: string;
  readonly audience: MessageAudience;
  readonly parentId: string | null;
  readonly pinnedAt: RawInstant | null;
  readonly editedAt: RawInstant | null;
  readonly deletedAt: RawInstant | null;
  readonly createdAt: RawInstant;
  readonly seq: number;
}

export const conversationColumns = [
  'c.id',
  'c.subject',
  'c.context_type as contextType',
  'c.context_id as contextId',
  'c.status',
  'c.assignee_id as assigneeId',
  'c.visitor_id as visitorId',
  'c.last_message_at as lastMessageAt',
  'c.created_at as createdAt',
] as const;

export const messageColumns = [
  'm.id',
  'm.conversation_id as conversationId',
  'm.sender_id as senderId',
  'm.visitor_id as visitorId',
  'm.type',
  'm.subject',
  'm.content',
  'm.audience',
  'm.parent_id as parentId',
  'm.pinned_at as pinnedAt',
  'm.edited_at as editedAt',
  'm.deleted_at as deletedAt',
  'm.seq',
  'm.created_at as createdAt',
] as const;

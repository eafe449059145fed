import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { Message, type MessageType } from '../../entities/messaging/message.entity.ts';
import type { Tx } from '../platform/context.ts';
import { messageSent } from './events.ts';
import { messageAdded } from './live.ts';

export interface NewMessage {
  readonly conversation: Conversation;
  readonly content: string;
  readonly type: MessageType;
  /** Null for a message of the application itself. */
  readonly senderId: string | null;
}

/** Adds a message to a conversation and publishes it. */
export async function addMessage(
  { em, now, emit, publish }: Tx<'em' | 'now' | 'emit' | 'publish'>,
  { conversation, content, type, senderId }: NewMessage,
): Promise<Message> {
  const message = em.create(Message, { conversation, content, type, sender: senderId });
  await em.flush();
  // Not through the entity: people who write at the same time must not refuse one another.
  await em.nativeUpdate(Conversation, { id: conversation.id }, { lastMessageAt: now });
  await em.nativeUpdate(ConversationParticipant, { conversation: conversation.id }, { lastMessageAt: now });
  emit(messageSent, { messageId: message.id, conversationId: conversation.id, senderId });
  publish(messageAdded, conversation.id, { messageId: message.id });
  return message;
}

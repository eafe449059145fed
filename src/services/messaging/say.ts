import { Conversation } from '../../entities/messaging/conversation.entity.ts';
import { Message, type MessageType } from '../../entities/messaging/message.entity.ts';
import type { Tx } from '../platform/context.ts';
import { messageSent } from './events.ts';
import { messageAdded } from './live.ts';

export interface Words {
  readonly conversation: Conversation;
  readonly content: string;
  readonly type: MessageType;
  /** Null when the house speaks. */
  readonly senderId: string | null;
}

/** Puts a message into a conversation and tells whoever listens. */
export async function say(
  { em, now, emit, publish }: Tx<'em' | 'now' | 'emit' | 'publish'>,
  { conversation, content, type, senderId }: Words,
): Promise<Message> {
  const message = em.create(Message, { conversation, content, type, sender: senderId });
  await em.flush();
  // Not through the entity: people who write at the same time must not refuse one another.
  await em.nativeUpdate(Conversation, { id: conversation.id }, { lastMessageAt: now });
  emit(messageSent, { messageId: message.id, conversationId: conversation.id, senderId });
  publish(messageAdded, conversation.id, { messageId: message.id });
  return message;
}

import type { RequiredEntityData } from '@mikro-orm/core';
import type { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { Message } from '../../../src/entities/messaging/message.entity.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Message>;

/** The next message of a conversation, by this sender; null is the application. Flushed by the caller. */
export function makeMessage(
  em: EntityManager,
  {
    conversation,
    ...facts
  }: Partial<Omit<Facts, 'conversation'>> & Pick<Facts, 'sender'> & { conversation: Conversation },
): Message {
  const seq = conversation.nextSeq ?? 1;
  conversation.nextSeq = seq + 1;
  return em.create(Message, { content: 'Bonjour', conversation, seq, ...facts });
}

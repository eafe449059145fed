import type { RequiredEntityData } from '@mikro-orm/core';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import { Conversation, ConversationParticipant } from '../../../src/entities/messaging/conversation.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';

type Facts = RequiredEntityData<Conversation>;

/** A conversation of these people about an order, unless the facts say otherwise; flushed by the caller. */
export const makeConversation = (
  em: EntityManager,
  {
    participants,
    ...facts
  }: Partial<Facts> & Pick<Facts, 'lastMessageAt'> & { readonly participants: readonly User[] },
): Conversation => {
  const conversation = em.create(Conversation, {
    subject: 'Le Fil des jours',
    contextType: 'ORDER',
    contextId: newId(),
    ...facts,
  });
  for (const user of participants) {
    const side = user.role === 'CUSTOMER' ? 'OUTSIDE' : 'STAFF';
    em.create(ConversationParticipant, { conversation, user, side, lastReadSeq: side === 'STAFF' ? 1 : 0 });
  }
  return conversation;
};

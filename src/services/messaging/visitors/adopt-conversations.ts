import { LockMode } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import { Conversation, ConversationParticipant } from '../../../entities/messaging/conversation.entity.ts';
import { Message, MessageAttachment } from '../../../entities/messaging/message.entity.ts';
import { Visitor } from '../../../entities/messaging/visitor.entity.ts';
import { giveFile } from '../../files/index.ts';
import type { Tx } from '../../platform/context.ts';
import { conversationUpdated } from '../live.ts';

type Adopting = Tx<'em' | 'publish' | 'record'>;

/**
 * Somebody has proven their address: what was written from it without an account becomes theirs, with the files. The links that were
 * mailed open nothing any more. May run twice.
 */
export async function adoptConversations(tx: Adopting, { userId }: { readonly userId: string }): Promise<void> {
  const user = await tx.em.findOne(User, { id: userId, status: 'ACTIVE' });
  if (user === null) return;
  const visitors = await tx.em.find(
    Visitor,
    { email: user.email, user: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const visitor of visitors) {
    Object.assign(visitor, { user, tokenExpiresAt: null });
    const conversation = await tx.em.findOne(Conversation, { visitor }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    if (conversation !== null) await adopt(tx, { user, visitor, conversation });
  }
}

interface Adopted {
  readonly user: User;
  readonly visitor: Visitor;
  readonly conversation: Conversation;
}

/** From now on it is a conversation with the team like any other. */
async function adopt(tx: Adopting, { user, visitor, conversation }: Adopted): Promise<void> {
  const { em } = tx;
  // Not through the entity: who writes at the same time must not refuse it.
  await em.nativeUpdate(Conversation, { id: conversation.id }, { contextType: 'DIRECT' });
  await em.nativeUpdate(Message, { visitor, sender: null }, { sender: user.id });
  em.create(ConversationParticipant, {
    ...{ conversation, user, side: 'OUTSIDE', lastReadSeq: visitor.readSeq },
    lastMessageAt: conversation.lastMessageAt,
  });
  const messages = await em.find(Message, { visitor }, { fields: ['id'] });
  const attached = await em.find(MessageAttachment, { message: { $in: messages.map(({ id }) => id) } });
  for (const { file } of attached) await giveFile(tx, { fileId: file.id, owner: user });
  tx.record({
    ...{ action: 'CONVERSATION_ADOPTED', targetType: 'conversation', targetId: conversation.id },
    payload: { visitorId: visitor.id, userId: user.id },
  });
  tx.publish(conversationUpdated, user.id, { conversationId: conversation.id });
}

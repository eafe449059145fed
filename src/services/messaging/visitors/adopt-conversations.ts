import { LockMode } from '@mikro-orm/core';
import { User } from '../../../entities/identity/user.entity.ts';
import { Conversation, ConversationParticipant } from '../../../entities/messaging/conversation.entity.ts';
import { Message, MessageAttachment } from '../../../entities/messaging/message.entity.ts';
import { Visitor } from '../../../entities/messaging/visitor.entity.ts';
import { giveFile } from '../../files/index.ts';
import type { Tx } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { ConversationSources } from '../context.ts';
import { conversationUpdated } from '../live.ts';

type Adopting = Tx<'em' | 'publish' | 'record'>;

/**
 * Somebody has proven their address: what was written from it without an account becomes theirs, with the files. The links that were
 * mailed open nothing any more. May run twice.
 */
export async function adoptConversations(
  tx: Adopting,
  { userId, sources }: { readonly userId: string; readonly sources: ConversationSources },
): Promise<void> {
  const user = await tx.em.findOne(User, { id: userId, status: 'ACTIVE' });
  if (user === null) return;
  const visitors = await tx.em.find(
    Visitor,
    { email: user.email, user: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const visitor of visitors) {
    Object.assign(visitor, { user, tokenExpiresAt: null });
    // One for each ticket that they began by writing on; in the order of all who lock several.
    const conversations = await tx.em.find(
      Conversation,
      { visitor },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    );
    for (const conversation of conversations) {
      const isNewest = conversation === conversations.at(-1);
      const all = conversation.nextSeq - 1;
      const { readSeq, mailedSeq } = isNewest ? visitor : { readSeq: all, mailedSeq: all };
      await adopt(tx, { user, visitor, conversation, readSeq, mailedSeq });
      crashPoint('conversation-adopted');
      await adoptSubject(tx, { user, conversation, sources });
    }
    if (conversations.length > 0) await adoptFiles(tx, { user, visitor });
    crashPoint('visitor-adopted');
  }
}

interface Adopted {
  readonly user: User;
  readonly visitor: Visitor;
  readonly conversation: Conversation;
  /** Up to which number they have read it. */
  readonly readSeq: number;
  /** Up to which number a mail has named it. */
  readonly mailedSeq: number;
}

/** From now on it is a conversation with the team like any other, or theirs about what it is about. */
async function adopt(
  tx: Adopting,
  { user, visitor, conversation, readSeq: lastReadSeq, mailedSeq }: Adopted,
): Promise<void> {
  const { em } = tx;
  // Not through the entity: who writes at the same time must not refuse it.
  await em.nativeUpdate(Conversation, { id: conversation.id, contextType: 'VISITOR' }, { contextType: 'DIRECT' });
  await em.nativeUpdate(Message, { visitor, sender: null }, { sender: user.id });
  em.create(ConversationParticipant, {
    ...{ conversation, user, side: 'OUTSIDE', lastReadSeq, mailedSeq },
    lastMessageAt: conversation.lastMessageAt,
  });
  tx.record({
    ...{ action: 'CONVERSATION_ADOPTED', targetType: 'conversation', targetId: conversation.id },
    payload: { visitorId: visitor.id, userId: user.id },
  });
  tx.publish(conversationUpdated, user.id, { conversationId: conversation.id });
}

async function adoptSubject(
  tx: Adopting,
  { user, conversation, sources }: Pick<Adopted, 'user' | 'conversation'> & { readonly sources: ConversationSources },
): Promise<void> {
  const { contextType, contextId } = conversation;
  if (contextType === 'DIRECT' || contextType === 'VISITOR' || contextId === null) return;
  await sources[contextType].adopted?.(tx, { subjectId: contextId, userId: user.id });
}

async function adoptFiles(tx: Adopting, { user, visitor }: Pick<Adopted, 'user' | 'visitor'>): Promise<void> {
  const messages = await tx.em.find(Message, { visitor }, { fields: ['id'] });
  const attached = await tx.em.find(MessageAttachment, { message: { $in: messages.map(({ id }) => id) } });
  for (const { file } of attached) await giveFile(tx, { fileId: file.id, owner: user });
}

import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { Visitor } from '../../entities/messaging/visitor.entity.ts';
import { newId } from '../kernel/ids.ts';
import type { Topic } from '../kernel/subject.ts';
import { writing } from '../platform/orm/values.ts';
import type { ConversationSource, ConversationTopic, Greeting } from './context.ts';
import type { Tx } from '../platform/context.ts';
import { addMessage } from './add-message.ts';
import { conversationOpened } from './events.ts';

type SyncNeeds = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/**
 * Brings the conversation about a subject up to date: it exists, whoever takes part now is in it, everybody else has left.
 * Events may come twice or out of order: only the present state of the subject counts.
 */
export async function syncConversation(
  tx: SyncNeeds,
  { subject, source }: { subject: Topic; source: ConversationSource },
): Promise<void> {
  const { conversation, isNew } = await openOrLock(tx, subject);
  const topic = await source.topic(writing(tx.em).db, subject.id);
  if (topic === null) return;
  conversation.subject = topic.title;
  if (isNew) tx.emit(conversationOpened, { conversationId: conversation.id });
  if (isNew && topic.visitorId) await letVisitorIn(tx, conversation, topic.visitorId);
  const joinedIds = await syncParticipants(tx, conversation, topic);
  const greeting = await source.greeting(tx, { subjectId: subject.id, joinedIds, isNew });
  if (greeting === null) return;
  await addMessage(tx, { conversation, ...greetingFrom(greeting, topic) });
  tx.record({
    action: isNew ? 'CONVERSATION_OPENED' : 'CONVERSATION_PARTICIPANTS_CHANGED',
    targetType: 'conversation',
    targetId: conversation.id,
    payload: { subject, joinedIds },
  });
}

/** The link that they have opens this one from now on: nothing of it was seen or mailed yet. */
async function letVisitorIn({ em }: SyncNeeds, conversation: Conversation, visitorId: string): Promise<void> {
  const visitor = await em.findOneOrFail(Visitor, { id: visitorId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  Object.assign(visitor, { readSeq: 0, mailedSeq: 0 });
  conversation.visitor = visitor;
}

/** In the name of the application, unless it is in somebody’s. */
function greetingFrom(
  { content, type = 'SYSTEM_MESSAGE', senderId: id = null }: Greeting,
  { staffIds }: ConversationTopic,
) {
  if (id === null) return { content, type, sender: null };
  return { content, type, sender: { id, part: staffIds.includes(id) ? 'STAFF' : 'OUTSIDE' } } as const;
}

/** Locks the conversation until the commit, so that two events about one subject are processed in turn. */
async function openOrLock(
  { em, now }: SyncNeeds,
  { type: contextType, id: contextId }: Topic,
): Promise<{ conversation: Conversation; isNew: boolean }> {
  const { db, dialect } = writing(em);
  const id = newId();
  const insert = db.insertInto('conversation').values({
    id,
    created_at: now,
    version: 1,
    subject: '',
    context_type: contextType,
    context_id: contextId,
    last_message_at: now,
  });
  await (
    dialect === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.columns(['context_type', 'context_id']).doNothing())
  ).execute();
  const conversation = await em.findOneOrFail(
    Conversation,
    { contextType, contextId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return { conversation, isNew: conversation.id === id };
}

/** Adds those who are not in it yet (or not any more), lets everybody else leave; answers who joined. */
async function syncParticipants(
  { em, now }: SyncNeeds,
  conversation: Conversation,
  { participantIds: wanted, staffIds }: ConversationTopic,
): Promise<string[]> {
  const participants = await em.find(ConversationParticipant, { conversation });
  for (const participant of participants) if (!wanted.includes(participant.user.id)) participant.leftAt ??= now;
  const joined = wanted.filter(
    (userId) => !participants.some(({ user, leftAt }) => user.id === userId && leftAt === null),
  );
  for (const userId of joined) {
    const side = staffIds.includes(userId) ? 'STAFF' : 'OUTSIDE';
    const participant = participants.find(({ user }) => user.id === userId);
    if (participant !== undefined) Object.assign(participant, { leftAt: null, side });
    else
      em.create(ConversationParticipant, {
        conversation,
        user: userId,
        side,
        lastMessageAt: conversation.lastMessageAt,
      });
  }
  return joined;
}

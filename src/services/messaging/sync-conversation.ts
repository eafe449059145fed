import { LockMode } from '@mikro-orm/core';
import { sql } from 'kysely';
import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { newId } from '../kernel/ids.ts';
import { writing } from '../platform/orm/values.ts';
import { peopleByIds } from '../identity/index.ts';
import { recipientsOf } from '../notifications/index.ts';
import type { ConversationParties, ConversationSource } from './context.ts';
import type { Tx } from '../platform/context.ts';
import { say } from './say.ts';
import { takeoverWords, welcomeWords } from './words.ts';

type SyncNeeds = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/**
 * Makes the conversation of an order agree with the order as it is now: it exists, its customer and proofreader are in
 * it, whoever was there before has left. Events may come twice or out of order: only the present counts.
 */
export async function syncConversation(
  tx: SyncNeeds,
  { orderId, source }: { orderId: string; source: ConversationSource },
): Promise<void> {
  const { conversation, isNew } = await openOrLock(tx, orderId);
  const parties = await source(writing(tx.em).db, orderId);
  if (parties === null) return;
  conversation.subject = parties.subject;
  const joined = await seat(tx, conversation, parties);
  const { proofreaderId } = parties;
  if (proofreaderId === null || !joined.includes(proofreaderId)) return;
  const content = await firstWords(tx, { ...parties, proofreaderId }, isNew);
  await say(tx, { conversation, content, type: 'SYSTEM_MESSAGE', senderId: null });
  tx.record({
    action: isNew ? 'CONVERSATION_OPENED' : 'CONVERSATION_PARTICIPANTS_CHANGED',
    targetType: 'conversation',
    targetId: conversation.id,
    payload: { orderId, proofreaderId },
  });
}

/** What the house says of the proofreader who came, in the customer's language. */
async function firstWords(
  { em, actor }: SyncNeeds,
  { subject, customerId, proofreaderId }: ConversationParties & { proofreaderId: string },
  isNew: boolean,
): Promise<string> {
  const { db } = writing(em);
  const proofreader = (await peopleByIds({ db, actor }, [proofreaderId])).get(proofreaderId)?.displayName ?? '';
  const locale = (await recipientsOf({ em }, [customerId])).get(customerId)?.locale ?? 'fr';
  return isNew ? welcomeWords[locale]({ subject, proofreader }) : takeoverWords[locale]({ proofreader });
}

/** Holds the conversation until the commit, so that two events about one order follow each other. */
async function openOrLock(
  { em, now }: SyncNeeds,
  contextId: string,
): Promise<{ conversation: Conversation; isNew: boolean }> {
  const { db, dialect } = writing(em);
  const id = newId();
  const insert = db.insertInto('conversation').values({
    id,
    created_at: now,
    version: 1,
    subject: '',
    context_type: 'ORDER',
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
    { contextType: 'ORDER', contextId },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );
  return { conversation, isNew: conversation.id === id };
}

/** Who must be in it comes (back) in, everyone else leaves; answers who came. */
async function seat(
  { em, now }: SyncNeeds,
  conversation: Conversation,
  { customerId, proofreaderId }: ConversationParties,
): Promise<string[]> {
  const wanted = proofreaderId === null ? [customerId] : [customerId, proofreaderId];
  const seats = await em.find(ConversationParticipant, { conversation });
  for (const place of seats) if (!wanted.includes(place.user.id)) place.leftAt ??= now;
  const joined = wanted.filter((userId) => !seats.some(({ user, leftAt }) => user.id === userId && leftAt === null));
  for (const userId of joined) {
    const place = seats.find(({ user }) => user.id === userId);
    if (place === undefined) em.create(ConversationParticipant, { conversation, user: userId });
    else place.leftAt = null;
  }
  return joined;
}

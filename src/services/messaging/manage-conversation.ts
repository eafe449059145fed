import { LockMode } from '@mikro-orm/core';
import {
  Conversation,
  ConversationParticipant,
  type ConversationStatus,
} from '../../entities/messaging/conversation.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { recipientsOf } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { requirePart } from './conversation.policy.ts';
import { conversationAssigned, conversationClosed } from './events.ts';
import { isOfTeamFor } from './heard-messages.ts';
import { conversationUpdated } from './live.ts';

type Managing = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

interface Which {
  readonly conversationId: string;
}

/** Errors: NOT_FOUND, FORBIDDEN for whoever it serves. */
async function lockConversation({ em, actor }: Managing, conversationId: string): Promise<Conversation> {
  const part = await requirePart({ db: writing(em).db, actor }, conversationId);
  if (part === 'OUTSIDE') throw new DomainError('FORBIDDEN');
  return em.findOneOrFail(Conversation, conversationId, { lockMode: LockMode.PESSIMISTIC_WRITE });
}

/** Someone of the team looks after it from now on; null: nobody in particular. Errors: NOT_FOUND, INPUT_INVALID. */
export async function assignConversation(
  tx: Managing,
  { conversationId, userId }: Which & { readonly userId: string | null },
): Promise<string> {
  const conversation = await lockConversation(tx, conversationId);
  if (userId !== null) await requireTeamMember(tx, conversation, userId);
  if ((conversation.assignee?.id ?? null) === userId) return conversationId;
  await tx.em.nativeUpdate(Conversation, { id: conversationId }, { assignee: userId });
  tx.emit(conversationAssigned, { conversationId, userId });
  tx.record({
    ...{ action: 'CONVERSATION_ASSIGNED', targetType: 'conversation', targetId: conversationId },
    payload: { userId },
  });
  return conversationId;
}

/** An admin, or whoever serves such conversations. */
async function requireTeamMember(tx: Managing, { contextType }: Conversation, userId: string): Promise<void> {
  const person = (await recipientsOf(tx, [userId])).get(userId);
  if (person === undefined || !(await isOfTeamFor(tx, { contextType, userId })))
    throw new DomainError('INPUT_INVALID', { fields: [{ path: 'input.userId', rules: ['team'] }] });
}

/** Nobody writes in it until it is opened again. */
export const closeConversation = (tx: Managing, { conversationId }: Which): Promise<string> =>
  move(tx, conversationId, { to: 'CLOSED', action: 'CONVERSATION_CLOSED', when: (status) => status !== 'CLOSED' });

export const reopenConversation = (tx: Managing, { conversationId }: Which): Promise<string> =>
  move(tx, conversationId, { to: 'OPEN', action: 'CONVERSATION_REOPENED', when: (status) => status === 'CLOSED' });

interface Move {
  readonly to: ConversationStatus;
  readonly action: 'CONVERSATION_CLOSED' | 'CONVERSATION_REOPENED';
  readonly when: (status: ConversationStatus) => boolean;
}

/** Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
async function move(tx: Managing, conversationId: string, { to, action, when }: Move): Promise<string> {
  const conversation = await lockConversation(tx, conversationId);
  if (!when(conversation.status)) throw new DomainError('ACTION_NOT_ALLOWED', { status: conversation.status });
  await tx.em.nativeUpdate(Conversation, { id: conversationId }, { status: to });
  if (to === 'CLOSED') tx.emit(conversationClosed, { conversationId });
  tx.record({ action, targetType: 'conversation', targetId: conversationId });
  await publishToAll(tx, conversationId);
  return conversationId;
}

/** Somebody more takes part in a conversation that is about nothing else. Errors: NOT_FOUND, ACTION_NOT_ALLOWED, INPUT_INVALID. */
export async function addParticipant(
  tx: Managing,
  { conversationId, userId }: Which & { readonly userId: string },
): Promise<string> {
  const conversation = await lockDirect(tx, conversationId);
  const person = (await recipientsOf(tx, [userId])).get(userId);
  if (person === undefined)
    throw new DomainError('INPUT_INVALID', { fields: [{ path: 'input.userId', rules: ['person'] }] });
  const isOutside = person.role === 'CUSTOMER' && !(await isOfTeamFor(tx, { contextType: 'VISITOR', userId }));
  const side = isOutside ? 'OUTSIDE' : 'STAFF';
  const known = await tx.em.findOne(ConversationParticipant, { conversation, user: userId });
  if (known !== null && known.leftAt === null) return conversationId;
  if (known === null)
    tx.em.create(ConversationParticipant, {
      ...{ conversation, user: userId, side, lastMessageAt: conversation.lastMessageAt },
    });
  else Object.assign(known, { leftAt: null, side });
  await participantsChanged(tx, { conversationId, joinedIds: [userId] });
  return conversationId;
}

/** Sees and hears nothing of it any more. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export async function removeParticipant(
  tx: Managing,
  { conversationId, userId }: Which & { readonly userId: string },
): Promise<string> {
  const conversation = await lockDirect(tx, conversationId);
  const participant = await tx.em.findOne(ConversationParticipant, { conversation, user: userId, leftAt: null });
  if (participant === null) return conversationId;
  participant.leftAt = tx.now;
  await participantsChanged(tx, { conversationId, leftIds: [userId] });
  return conversationId;
}

/** Who takes part in the others follows from what they are about. */
async function lockDirect(tx: Managing, conversationId: string): Promise<Conversation> {
  const conversation = await lockConversation(tx, conversationId);
  if (conversation.contextType !== 'DIRECT')
    throw new DomainError('ACTION_NOT_ALLOWED', { contextType: conversation.contextType });
  return conversation;
}

async function participantsChanged(
  tx: Managing,
  { conversationId, ...payload }: Which & Readonly<Record<string, unknown>>,
): Promise<void> {
  tx.record({
    ...{ action: 'CONVERSATION_PARTICIPANTS_CHANGED', targetType: 'conversation', targetId: conversationId },
    payload,
  });
  await tx.em.flush();
  await publishToAll(tx, conversationId);
}

/** To all who are in it. */
async function publishToAll({ em, publish }: Managing, conversationId: string): Promise<void> {
  const people = await writing(em)
    .db.selectFrom('conversation_participant')
    .select('user_id as userId')
    .where('conversation_id', '=', conversationId)
    .where('left_at', 'is', null)
    .orderBy('user_id')
    .execute();
  for (const { userId } of people) publish(conversationUpdated, userId, { conversationId });
}

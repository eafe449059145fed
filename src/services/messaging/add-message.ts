import { sql } from 'kysely';
import type { Conversation } from '../../entities/messaging/conversation.entity.ts';
import { Message, type MessageAudience, type MessageType } from '../../entities/messaging/message.entity.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { isRead, type ConversationPart } from './audience.ts';
import { messageSent } from './events.ts';
import { conversationUpdated, messageAdded } from './live.ts';

export interface NewMessage {
  readonly conversation: Pick<Conversation, 'id'>;
  /** What its writer says that it is about, where the conversation has a subject of its own. */
  readonly subject?: string | null;
  readonly content: string;
  readonly type: MessageType;
  /** Null for a message of the application itself, and of a visitor. */
  readonly sender: { readonly id: string; readonly part: ConversationPart } | null;
  /** Who writes it without an account. */
  readonly visitorId?: string | null;
  readonly audience?: MessageAudience;
  /** The message that it answers. */
  readonly parentId?: string | null;
}

type Adding = Tx<'em' | 'now' | 'emit' | 'publish'>;

/** Adds a message to a conversation and publishes it. */
export async function addMessage(tx: Adding, message: NewMessage): Promise<Message> {
  const { em, emit, publish } = tx;
  const { conversation, sender, audience = 'ALL' } = message;
  await em.flush();
  const seq = await takeNumber(tx, message);
  const senderId = sender?.id ?? null;
  const added = em.create(Message, {
    ...{ conversation: conversation.id, sender: senderId, seq, audience },
    ...factsOf(message),
  });
  await em.flush();
  await moveToTop(tx, message);
  emit(messageSent, { messageId: added.id, conversationId: conversation.id, senderId });
  publish(messageAdded, conversation.id, { messageId: added.id, audience });
  return added;
}

const factsOf = ({
  subject = null,
  content,
  type,
  visitorId: visitor = null,
  parentId: parent = null,
}: NewMessage) => ({
  ...{ subject, content, type, visitor, parent },
});

/**
 * Its number, under the lock of the conversation until the commit: whoever reads up to a number has seen all before it. Not
 * through the entity: people who write at the same time must not refuse one another.
 */
async function takeNumber(
  { em, now }: Adding,
  { conversation, sender, visitorId = null, audience = 'ALL' }: NewMessage,
): Promise<number> {
  const { db } = writing(em);
  const part = visitorId === null ? sender?.part : 'OUTSIDE';
  await db
    .updateTable('conversation')
    .set({ next_seq: sql<number>`next_seq + 1` })
    // What only the team reads is seen nowhere else: not by when the conversation last moved either.
    .$if(audience === 'ALL', (update) => update.set({ last_message_at: now }))
    .$if(audience === 'ALL' && part === 'OUTSIDE', (update) => update.set({ status: 'OPEN', last_outside_at: now }))
    .$if(audience === 'ALL' && part !== undefined && part !== 'OUTSIDE', (update) =>
      update.set({ status: 'WAITING', last_staff_at: now, first_response_at: answeredFirst(now) }),
    )
    .where('id', '=', conversation.id)
    .execute();
  const { next_seq: next } = await db
    .selectFrom('conversation')
    .select('next_seq')
    .where('id', '=', conversation.id)
    .executeTakeFirstOrThrow();
  return next - 1;
}

const answeredFirst = (now: Date) =>
  sql<Date | null>`coalesce(first_response_at, case when last_outside_at is null then null else ${now} end)`;

/** In the lists of those who read it, out of the archive too. */
async function moveToTop({ em, now, publish }: Adding, { conversation, audience = 'ALL' }: NewMessage): Promise<void> {
  const { db } = writing(em);
  if (audience === 'ALL')
    await db
      .updateTable('conversation_participant')
      .set({ last_message_at: now, archived_at: null })
      .where('conversation_id', '=', conversation.id)
      .execute();
  const participants = await db
    .selectFrom('conversation_participant')
    .select(['user_id as userId', 'side'])
    .where('conversation_id', '=', conversation.id)
    .where('left_at', 'is', null)
    .orderBy('user_id')
    .execute();
  for (const { userId, side } of participants)
    if (isRead(side, audience)) publish(conversationUpdated, userId, { conversationId: conversation.id });
}

import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { Message, messageAudiences, type MessageAudience } from '../../entities/messaging/message.entity.ts';
import { peopleByIds, preferencesOf, type Person } from '../identity/index.ts';
import { notifyMany, queueMail, recipientsIn, recipientsOf, type Recipient } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { conversationPath } from './conversation-path.ts';
import { newMessage } from './emails/new-message.ts';
import { isRead, type ConversationPart } from './audience.ts';
import { excerptOf } from './excerpt.ts';
import { mailUnreadTask } from './tasks/definitions.ts';
import { newMessageWords } from './words.ts';

/** Whoever is online reads a message within this time; the others get an e-mail. */
export const readingMs = 2 * 60_000;
const dayMs = 24 * 3_600_000;

/** Sends the others an in-app notification of a new message; a job looks again when they have had time to read it. */
export async function notifyAboutMessage(
  tx: Tx<'em' | 'actor' | 'now' | 'publish' | 'enqueue'>,
  { messageId }: { messageId: string },
): Promise<void> {
  const message = await sentBySomebody(tx, messageId);
  if (message === null) return;
  const { conversation, sender } = message;
  const people = await recipientsOf(tx, await hearersOf(tx, message));
  const wishes = await preferencesOf(writing(tx.em).db, [...people.keys()]);
  await notifyMany(
    tx,
    [...people.values()]
      .filter(({ userId }) => wishes.get(userId)?.messagesInApp)
      .map(({ userId, locale }) => ({
        ...newMessageWords[locale]({
          sender: sender.displayName,
          subject: conversation.subject,
          excerpt: excerptOf(message.content, 200),
        }),
        userId,
        type: 'MESSAGE',
        actionUrl: conversationPath(conversation.id),
        data: { conversationId: conversation.id, messageId },
        dedupeKey: `message:${messageId}:${userId}`,
      })),
  );
  const runAt = new Date(message.createdAt.getTime() + readingMs);
  for (const userId of people.keys())
    tx.enqueue(
      mailUnreadTask,
      { messageId, userId },
      { runAt, dedupeKey: `${mailUnreadTask.kind}:${messageId}:${userId}` },
    );
}

/** Who read it and have not muted the conversation, but for the sender; where nobody of the team is in it, whoever looks after it, or every admin. */
async function hearersOf(
  { em, now }: Tx<'em' | 'now'>,
  { conversation, sender, audience }: SentMessage,
): Promise<string[]> {
  const participants = await em.find(ConversationParticipant, { conversation: conversation.id, leftAt: null });
  const others = participants.filter(({ user }) => user.id !== sender.id);
  const hear = others.filter(
    ({ side, mutedUntil }) => isRead(side, audience) && (mutedUntil === null || mutedUntil <= now),
  );
  const sideOfSender = participants.find(({ user }) => user.id === sender.id)?.side;
  const isUnheard = sideOfSender === 'OUTSIDE' && !others.some(({ side }) => side === 'STAFF');
  const team = isUnheard ? await teamFor({ em }, conversation) : [];
  return [...hear.map(({ user }) => user.id), ...team.filter((id) => id !== sender.id)];
}

const teamFor = async (tx: Tx<'em'>, { assignee }: Conversation): Promise<string[]> =>
  assignee === null ? (await recipientsIn(tx, 'ADMIN')).map(({ userId }) => userId) : [assignee.id];

/**
 * Sends a mail about a message that its reader has not read. One mail for all that comes until they read again, or
 * until a day has passed: the first unread message and the day make its key.
 */
export async function mailUnread(
  tx: Tx<'em' | 'actor' | 'now' | 'enqueue' | 'config'>,
  { messageId, userId }: { messageId: string; userId: string },
): Promise<void> {
  const message = await sentBySomebody(tx, messageId);
  if (message === null) return;
  const { conversation, sender } = message;
  const read = await readBefore(tx, { message, userId });
  if (read === null || read.seq >= message.seq) return;
  const reader = await readerByMail(tx, userId);
  if (reader === undefined) return;
  const [first] = await tx.em.find(
    Message,
    {
      conversation: conversation.id,
      sender: { $ne: userId },
      type: { $ne: 'SYSTEM_MESSAGE' },
      audience: { $in: messageAudiences.filter((audience) => isRead(read.part, audience)) },
      deletedAt: null,
      seq: { $gt: read.seq },
    },
    { orderBy: { createdAt: 'asc', id: 'asc' }, limit: 1 },
  );
  if (first === undefined) return;
  const day = Math.floor((message.createdAt.getTime() - first.createdAt.getTime()) / dayMs);
  await queueMail(tx, {
    template: newMessage,
    recipient: reader,
    locale: reader.locale,
    dedupeKey: `new-message:${first.id}:${userId}:${day}`,
    data: {
      firstName: reader.firstName,
      senderName: sender.displayName,
      orderTitle: conversation.subject,
      excerpt: excerptOf(message.content, 400),
      conversationUrl: tx.config.frontUrl + conversationPath(conversation.id),
    },
  });
}

interface ReadBefore {
  readonly part: ConversationPart;
  /** Up to which number. */
  readonly seq: number;
}

/**
 * What somebody has read. Null for who left, and for who hears nothing of it for the time being. Admins who are not in it have read what
 * was said before the team wrote last.
 */
async function readBefore(
  { em, now }: Tx<'em' | 'now'>,
  { message: { conversation, audience }, userId }: { message: SentMessage; userId: string },
): Promise<ReadBefore | null> {
  const participant = await em.findOne(ConversationParticipant, {
    conversation: conversation.id,
    user: userId,
    leftAt: null,
  });
  if (participant !== null) {
    const { side, lastReadSeq, mutedUntil } = participant;
    const isDeaf = !isRead(side, audience) || (mutedUntil !== null && mutedUntil > now);
    return isDeaf ? null : { part: side, seq: lastReadSeq };
  }
  if (!(await teamFor({ em }, conversation)).includes(userId)) return null;
  const [answer] = await em.find(
    Message,
    { conversation: conversation.id, audience: 'ALL', type: 'ADMIN_MESSAGE', deletedAt: null },
    { orderBy: { seq: 'desc' }, limit: 1 },
  );
  return { part: 'ADMIN', seq: answer?.seq ?? 0 };
}

/** Whom to write to, unless they want no mails about messages. */
async function readerByMail({ em }: Tx<'em'>, userId: string): Promise<Recipient | undefined> {
  const { db } = writing(em);
  const wishes = await preferencesOf(db, [userId]);
  return wishes.get(userId)?.messagesByEmail ? (await recipientsOf({ em }, [userId])).get(userId) : undefined;
}

interface SentMessage {
  readonly content: string;
  readonly createdAt: Date;
  readonly seq: number;
  readonly audience: MessageAudience;
  readonly conversation: Conversation;
  readonly sender: Person;
}

/** A message that a person sent, unless it was deleted; nobody is notified of the application's own. */
async function sentBySomebody({ em, actor }: Tx<'em' | 'actor'>, messageId: string): Promise<SentMessage | null> {
  const message = await em.findOne(Message, { id: messageId, deletedAt: null });
  if (message === null || message.sender === null) return null;
  const conversation = await em.findOneOrFail(Conversation, message.conversation.id);
  const sender = (await peopleByIds({ db: writing(em).db, actor }, [message.sender.id])).get(message.sender.id);
  if (sender === undefined) return null;
  const { content, createdAt, seq, audience } = message;
  return { content, createdAt, seq, audience, conversation, sender };
}

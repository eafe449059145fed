import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { Message } from '../../entities/messaging/message.entity.ts';
import { peopleByIds, preferencesOf, type Person } from '../identity/index.ts';
import { notifyMany, queueMail, recipientsOf, type Recipient } from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { conversationPath } from './conversation-path.ts';
import { newMessage } from './emails/new-message.ts';
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
  const participants = await tx.em.find(ConversationParticipant, {
    conversation: conversation.id,
    leftAt: null,
    user: { $ne: sender.id },
  });
  const people = await recipientsOf(
    tx,
    participants.map(({ user }) => user.id),
  );
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
  const participant = await tx.em.findOne(ConversationParticipant, {
    conversation: conversation.id,
    user: userId,
    leftAt: null,
  });
  if (participant === null || (participant.lastReadAt !== null && participant.lastReadAt >= message.createdAt)) return;
  const reader = await readerByMail(tx, userId);
  if (reader === undefined) return;
  const [first] = await tx.em.find(
    Message,
    {
      conversation: conversation.id,
      sender: { $ne: userId },
      type: { $ne: 'SYSTEM_MESSAGE' },
      deletedAt: null,
      ...(participant.lastReadAt === null ? {} : { createdAt: { $gt: participant.lastReadAt } }),
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

/** Whom to write to, unless they want no mails about messages. */
async function readerByMail({ em }: Tx<'em'>, userId: string): Promise<Recipient | undefined> {
  const { db } = writing(em);
  const wishes = await preferencesOf(db, [userId]);
  return wishes.get(userId)?.messagesByEmail ? (await recipientsOf({ em }, [userId])).get(userId) : undefined;
}

interface SentMessage {
  readonly content: string;
  readonly createdAt: Date;
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
  return { content: message.content, createdAt: message.createdAt, conversation, sender };
}

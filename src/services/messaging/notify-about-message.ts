import { notifyMany, recipientsOf } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import { conversationPath } from './conversation-path.ts';
import { excerptOf } from './excerpt.ts';
import { hearersOf, sentBySomebody, type SentMessage } from './heard-messages.ts';
import { mailUnreadTask, mailVisitorTask } from './tasks/definitions.ts';
import { newMessageWords } from './words.ts';

/**
 * Sends the others an in-app notification of a new message. Whoever is online reads it within `UNREAD_MAIL_SECONDS`; then a job looks
 * whether the others are to get a mail.
 */
export async function notifyAboutMessage(
  tx: Tx<'em' | 'actor' | 'now' | 'publish' | 'enqueue' | 'config'>,
  { messageId }: { messageId: string },
): Promise<void> {
  const message = await sentBySomebody(tx, messageId);
  if (message === null) return;
  const { conversation, sender } = message;
  const people = await recipientsOf(tx, await hearersOf(tx, message));
  await notifyMany(
    tx,
    [...people.values()].map(({ userId, locale }) => ({
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
  const runAt = new Date(message.createdAt.getTime() + tx.config.UNREAD_MAIL_SECONDS * 1_000);
  for (const userId of people.keys())
    tx.enqueue(
      mailUnreadTask,
      { messageId, userId },
      { runAt, dedupeKey: `${mailUnreadTask.kind}:${messageId}:${userId}` },
    );
  const visitorId = visitorToMail(message);
  if (visitorId !== null)
    tx.enqueue(mailVisitorTask, { visitorId }, { runAt, dedupeKey: `${mailVisitorTask.kind}:${messageId}` });
}

/** Somebody without an account who has been answered: they have time to see it too. */
const visitorToMail = ({ conversation, sender, audience }: SentMessage): string | null =>
  conversation.contextType !== 'DIRECT' && sender.id !== null && audience === 'ALL'
    ? (conversation.visitor?.id ?? null)
    : null;

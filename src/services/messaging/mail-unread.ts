import { Message, messageAudiences } from '../../entities/messaging/message.entity.ts';
import type { MessageType } from '../../entities/messaging/message.entity.ts';
import { Visitor } from '../../entities/messaging/visitor.entity.ts';
import { peopleByIds } from '../identity/index.ts';
import {
  dateIn,
  mailModeOf,
  nextOn,
  queueMail,
  recipientsOf,
  usualDigestTime,
  type MailRequest,
  type Recipient,
} from '../notifications/index.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { PayloadOf } from '../platform/task.ts';
import { isRead } from './audience.ts';
import type { ConversationSources } from './context.ts';
import { conversationPath } from './conversation-path.ts';
import { conversationDigest } from './emails/conversation-digest.ts';
import { newMessage } from './emails/new-message.ts';
import { excerptOf } from './excerpt.ts';
import { readBefore, sentBySomebody, type ReadBefore, type SentMessage } from './heard-messages.ts';
import { lastMailed, mailKeyOf } from './mailed-marks.ts';
import { mailUnreadTask } from './tasks/definitions.ts';

/** How many messages one mail quotes; it counts the others. */
const mostQuoted = 20;

type Needs = Tx<'em' | 'actor' | 'now' | 'enqueue' | 'config' | 'record'>;

/**
 * Sends a mail about what somebody has not read in a conversation. The first leaves when they have had time to read; what comes after it on
 * the same day waits for the next morning, and then leaves together. The conversation, the person and the day make its key: two messages
 * of one instant, two workers or a kill make one mail.
 */
export async function mailUnread(
  tx: Needs,
  { sources, ...asked }: PayloadOf<typeof mailUnreadTask> & { readonly sources: ConversationSources },
): Promise<void> {
  const parts = await toMail(tx, asked);
  if (parts === null) return;
  const { message, reader } = parts;
  const dedupeKey = `${keyOf(message, reader)}${dateIn(tx.now, tx.config.TIME_ZONE)}`;
  const mail = (await ownMailOf(tx, parts, sources)) ?? (await mailOf(tx, parts));
  const queued = await queueMail(tx, { ...mail, dedupeKey, reachesTo: parts.unread.last });
  crashPoint('conversation-mail-queued');
  if (queued === undefined) return lookAgainTomorrow(tx, asked, message);
  if (isToTheBusiness(parts)) recordSupportMail(tx, parts);
}

/** From somebody whom the business serves, where nobody of the team has it as their own work: a proofreader’s order is theirs. */
const isToTheBusiness = ({ message: { conversation, sender }, read, reader }: MailParts): boolean =>
  read.part !== 'OUTSIDE' &&
  sender.id !== reader.userId &&
  (read.part === 'ADMIN' || ['DIRECT', 'VISITOR'].includes(conversation.contextType));

function recordSupportMail({ record }: Needs, { message: { conversation, sender }, reader }: MailParts): void {
  record({
    action: 'USER_MESSAGE_SUPPORT_EMAIL_SENT',
    ...(sender.id === null
      ? { targetType: 'conversation', targetId: conversation.id }
      : { targetType: 'user', targetId: sender.id }),
    payload: { conversationId: conversation.id, recipientId: reader.userId },
  });
}

/** What the mail would be about; null when there is nothing to say, or nobody to say it to. */
async function toMail(
  tx: Needs,
  { messageId, userId, isNextDay = false }: PayloadOf<typeof mailUnreadTask>,
): Promise<MailParts | null> {
  const message = await sentBySomebody(tx, messageId);
  if (message === null) return null;
  const read = await readBefore(tx, { message, userId });
  if (read === null || (!isNextDay && read.seq >= message.seq)) return null;
  const reader = await readerByMail(tx, userId);
  if (reader === undefined) return null;
  const unread = await unreadSince(tx, { message, read, reader });
  return unread.total === 0 ? null : { message, read, reader, unread };
}

/** The mail of this day has left already. */
function lookAgainTomorrow(
  tx: Needs,
  { messageId, userId }: PayloadOf<typeof mailUnreadTask>,
  { conversation }: SentMessage,
): void {
  const runAt = nextOn(tx.now, usualDigestTime, tx.config.TIME_ZONE);
  const day = dateIn(runAt, tx.config.TIME_ZONE);
  tx.enqueue(
    mailUnreadTask,
    { messageId, userId, isNextDay: true },
    { runAt, dedupeKey: `${mailUnreadTask.kind}:${conversation.id}:${userId}:${day}` },
  );
}

/** The beginning of the keys of the mails about a conversation to one person; the day follows. */
const keyOf = ({ conversation }: SentMessage, { userId }: Recipient): string => mailKeyOf(conversation.id, userId);

/** Whom to write to, unless they want no mails about messages. */
async function readerByMail({ em }: Tx<'em'>, userId: string): Promise<Recipient | undefined> {
  if ((await mailModeOf(writing(em).db, userId, 'MESSAGE')) === 'OFF') return undefined;
  return (await recipientsOf({ em }, [userId])).get(userId);
}

interface Unread {
  readonly total: number;
  /** The number of the last. */
  readonly last: number;
  readonly first: readonly Message[];
}

interface Reading {
  readonly message: SentMessage;
  readonly read: ReadBefore;
  readonly reader: Recipient;
}

const silent: MessageType = 'SYSTEM_MESSAGE';

/** What they have not read, and no mail has named. Numbers follow the order of commits: up to the last one, all have been named. */
async function unreadSince(tx: Needs, { message, read, reader }: Reading): Promise<Unread> {
  const mailed = await lastMailed(writing(tx.em).db, keyOf(message, reader));
  const unread = {
    conversation: message.conversation.id,
    // A visitor’s has no sender.
    $or: [{ sender: { $ne: reader.userId } }, { visitor: { $ne: null } }],
    type: { $ne: silent },
    audience: { $in: messageAudiences.filter((audience) => isRead(read.part, audience)) },
    deletedAt: null,
    seq: { $gt: Math.max(read.seq, read.mailedSeq, mailed) },
  };
  const [newest] = await tx.em.find(Message, unread, { orderBy: { seq: 'desc' }, limit: 1 });
  if (newest === undefined) return { first: [], total: 0, last: 0 };
  // What commits meanwhile is for the next mail.
  const named = { ...unread, seq: { ...unread.seq, $lte: newest.seq } };
  const [first, total] = await tx.em.findAndCount(Message, named, { orderBy: { seq: 'asc' }, limit: mostQuoted });
  return { first, total, last: newest.seq };
}

type MailParts = Reading & { readonly unread: Unread };

type UnreadMail = Omit<MailRequest<object>, 'dedupeKey'>;

/** The mail that the subject has for one message; undefined where it has none. */
async function ownMailOf(tx: Needs, parts: MailParts, sources: ConversationSources): Promise<UnreadMail | undefined> {
  const { message, reader, unread } = parts;
  const { contextType, contextId } = message.conversation;
  const [only] = unread.first;
  if (unread.total !== 1 || only === undefined || contextId === null) return undefined;
  if (contextType === 'DIRECT' || contextType === 'VISITOR') return undefined;
  const own = await sources[contextType].answerMail?.(tx, {
    ...{ subjectId: contextId, reader, excerpt: excerptOf(only.content, 400) },
  });
  return own ? { recipient: reader, locale: reader.locale, ...own } : undefined;
}

/** One message as it is; several in a list. */
async function mailOf(tx: Needs, parts: MailParts): Promise<UnreadMail> {
  const { message, reader, unread } = parts;
  const [only] = unread.first;
  const conversationUrl = tx.config.frontUrl + conversationPath(message.conversation.id);
  const names = await senderNames(tx, unread.first);
  const shared = { recipient: reader, locale: reader.locale };
  if (unread.total === 1 && only !== undefined)
    return {
      ...shared,
      template: newMessage,
      data: {
        firstName: reader.firstName,
        senderName: names.get(only.id),
        orderTitle: message.conversation.subject,
        excerpt: excerptOf(only.content, 400),
        conversationUrl,
      },
    };
  return {
    ...shared,
    template: conversationDigest,
    data: {
      firstName: reader.firstName,
      conversationSubject: message.conversation.subject,
      messageCount: unread.total,
      messages: unread.first.map((each) => ({
        senderName: names.get(each.id),
        at: each.createdAt.toISOString(),
        excerpt: excerptOf(each.content, 200),
      })),
      moreCount: unread.total - unread.first.length,
      conversationUrl,
    },
  };
}

/** By message; whoever has no account any more has the name that the message kept. */
async function senderNames({ em, actor }: Needs, messages: readonly Message[]): Promise<ReadonlyMap<string, string>> {
  const ids = messages.flatMap(({ sender }) => (sender === null ? [] : [sender.id]));
  const people = await peopleByIds({ db: writing(em).db, actor }, [...new Set(ids)]);
  const visitorIds = messages.flatMap(({ visitor }) => (visitor === null ? [] : [visitor.id]));
  const visitors = await em.find(Visitor, { id: { $in: visitorIds } });
  const nameOf = ({ sender, visitor }: Message) =>
    (sender && people.get(sender.id)?.displayName) ?? visitors.find(({ id }) => id === visitor?.id)?.name ?? '—';
  return new Map(messages.map((message) => [message.id, nameOf(message)]));
}

import { LockMode } from '@mikro-orm/core';
import { Conversation } from '../../entities/messaging/conversation.entity.ts';
import { Message, MessageAttachment, type MessageAudience } from '../../entities/messaging/message.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { IncomingFile } from '../files/index.ts';
import { writing } from '../platform/orm/values.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';
import { isRead, narrower, type ConversationPart } from './audience.ts';
import { requirePart } from './conversation.policy.ts';
import { addMessage } from './add-message.ts';
import { filesOfMessages, requireFewFiles } from './attachments.ts';
import { namesOfFiles, receiveThen, type Receiving } from './receive-attachments.ts';

export interface SendMessage extends Keyed {
  readonly conversationId: string;
  /** What it is about, where that is not the subject of the conversation. */
  readonly subject?: string | null | undefined;
  readonly content: string;
  /** Who reads it: everybody in the conversation unless said. */
  readonly audience?: MessageAudience | null | undefined;
  /** The message that it answers. */
  readonly parentId?: string | null | undefined;
  readonly attachments: readonly Promise<IncomingFile>[];
  /** Files of messages that one reads, to be sent once more. */
  readonly fileIds?: readonly string[] | null | undefined;
}

/** Someone says something and may send files along. Errors: NOT_FOUND, FORBIDDEN, CONVERSATION_CLOSED, MESSAGE_EMPTY, INPUT_INVALID, those of files. */
export async function sendMessage(ctx: Receiving, message: SendMessage): Promise<Message> {
  const { attachments } = message;
  const posting = postingOf(message);
  requireWriter(await requirePart(ctx, posting.conversationId), posting.audience);
  requireContent(posting, attachments);
  return receiveThen(ctx, attachments, (fileIds) => ctx.run(postMessageOnce, { ...posting, fileIds }));
}

function postingOf({
  subject,
  content,
  audience,
  parentId,
  fileIds,
  attachments: _,
  ...asked
}: SendMessage): Omit<Posting, 'fileIds'> {
  return {
    ...asked,
    subject: subject?.trim() || null,
    text: content.trim(),
    audience: audience ?? 'ALL',
    parentId: parentId ?? null,
    knownIds: [...new Set(fileIds ?? [])],
  };
}

/** Before a byte is read. */
function requireContent({ text, knownIds }: Omit<Posting, 'fileIds'>, attachments: readonly unknown[]): void {
  requireFewFiles({ attachments, fileIds: knownIds });
  if (text === '' && attachments.length + knownIds.length === 0) throw new DomainError('MESSAGE_EMPTY');
}

interface Posting extends Keyed {
  readonly conversationId: string;
  readonly subject: string | null;
  readonly text: string;
  /** Files that came in with it. */
  readonly fileIds: readonly string[];
  /** Those of other messages. */
  readonly knownIds: readonly string[];
  readonly audience: MessageAudience;
  readonly parentId: string | null;
}

type PostScope = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/** The message that this key stands for, if it was sent before with the same text and the same files. */
async function postMessageOnce(tx: PostScope, { key, ...posting }: Posting): Promise<Message> {
  const content = {
    conversationId: posting.conversationId,
    text: posting.text,
    ...(posting.subject === null ? {} : { subject: posting.subject }),
    ...(posting.parentId === null ? {} : { parentId: posting.parentId }),
    ...(posting.audience === 'ALL' ? {} : { audience: posting.audience }),
    files: await namesOfFiles(tx, posting.fileIds),
    ...(posting.knownIds.length === 0 ? {} : { knownIds: posting.knownIds }),
  };
  return onceByKey(
    tx,
    { operation: 'sendMessage', key, content },
    {
      first: () => postMessage(tx, posting),
      again: (id) => tx.em.findOneOrFail(Message, { id }),
    },
  );
}

/** The message and its files, in one transaction; it checks again that the sender may write. */
async function postMessage(
  tx: PostScope,
  { subject, text, fileIds: newIds, knownIds, ...asked }: Omit<Posting, 'key'>,
): Promise<Message> {
  const { conversation, part } = await whereToWrite(tx, asked.conversationId);
  const conversationId = conversation.id;
  requireWriter(part, asked.audience);
  if (conversation.status === 'CLOSED') throw new DomainError('CONVERSATION_CLOSED');
  const { audience, parentId } = await threadOf(tx, part, { ...asked, conversationId });
  const fileIds = [...newIds, ...(await filesOfMessages(tx, knownIds))];
  const message = await addMessage(tx, {
    ...{ conversation, subject, content: text, audience, parentId },
    type: part === 'ADMIN' ? 'ADMIN_MESSAGE' : 'USER_MESSAGE',
    sender: { id: personOf(tx.actor), part },
  });
  for (const file of fileIds) tx.em.create(MessageAttachment, { message, file });
  tx.record({
    action: 'MESSAGE_SENT',
    targetType: 'message',
    targetId: message.id,
    payload: { conversationId, attachments: fileIds.length, ...(audience === 'ALL' ? {} : { audience }) },
  });
  return message;
}

/** The conversation, locked, or the one that it has gone into; whoever moves it meanwhile waits. */
async function whereToWrite(
  tx: PostScope,
  id: string,
): Promise<{ conversation: Conversation; part: ConversationPart }> {
  const part = await requirePart({ db: writing(tx.em).db, actor: tx.actor }, id);
  const conversation = await tx.em.findOneOrFail(Conversation, id, { lockMode: LockMode.PESSIMISTIC_WRITE });
  return conversation.movedTo === null ? { conversation, part } : whereToWrite(tx, conversation.movedTo.id);
}

/** Nobody writes what they would not read. */
export function requireWriter(part: ConversationPart, audience: MessageAudience): void {
  if (!isRead(part, audience)) throw new DomainError('FORBIDDEN');
}

type Thread = Pick<Posting, 'conversationId' | 'audience' | 'parentId'>;

/** Threads have one level: an answer to an answer joins it. An answer to an internal note is no less internal. */
async function threadOf(
  { em }: Tx<'em'>,
  part: ConversationPart,
  { conversationId, audience, parentId }: Thread,
): Promise<Pick<Thread, 'audience' | 'parentId'>> {
  if (parentId === null) return { audience, parentId };
  const parent = await em.findOne(Message, { id: parentId, conversation: conversationId, deletedAt: null });
  if (parent === null || !isRead(part, parent.audience))
    throw new DomainError('INPUT_INVALID', {
      fields: [{ path: 'input.parentId', rules: ['message-of-the-conversation'] }],
    });
  return { audience: narrower(audience, parent.audience), parentId: parent.parent?.id ?? parent.id };
}

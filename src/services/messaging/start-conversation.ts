import { Conversation, ConversationParticipant } from '../../entities/messaging/conversation.entity.ts';
import { MessageAttachment } from '../../entities/messaging/message.entity.ts';
import { personOf } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { IncomingFile } from '../files/index.ts';
import { recipientsOf } from '../notifications/index.ts';
import { onceByKey, type Keyed } from '../platform/request-keys.ts';
import type { Tx } from '../platform/context.ts';
import { addMessage } from './add-message.ts';
import { conversationOpened } from './events.ts';
import { requireFewFiles } from './attachments.ts';
import { seesAll } from './audience.ts';
import { namesOfFiles, receiveThen, type Receiving } from './receive-attachments.ts';

export interface StartConversation extends Keyed {
  readonly subject: string;
  readonly content: string;
  /** With whom; absent: with the team. */
  readonly withUserId?: string;
  /** Files that came in with it. */
  readonly fileIds?: readonly string[];
}

export interface StartWithFiles extends StartConversation {
  readonly attachments: readonly Promise<IncomingFile>[];
}

/** The same with files. Errors: MESSAGE_EMPTY, INPUT_INVALID, CONFLICT, those of files. */
export async function startConversationWithFiles(
  ctx: Receiving,
  { attachments, ...input }: StartWithFiles,
): Promise<Conversation> {
  requireFewFiles({ attachments, fileIds: [] });
  return receiveThen(ctx, attachments, (fileIds) => ctx.run(startConversation, { ...input, fileIds }));
}

type Starting = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/** Opens a conversation about nothing but its subject, with its first message. Errors: MESSAGE_EMPTY, INPUT_INVALID. */
export async function startConversation(
  tx: Starting,
  { subject, content, key, withUserId, fileIds = [] }: StartConversation,
): Promise<Conversation> {
  const asked = { subject: subject.trim(), text: content.trim(), withUserId };
  if (asked.text === '') throw new DomainError('MESSAGE_EMPTY');
  const operation = withUserId === undefined ? 'startConversation' : 'startConversationWith';
  return onceByKey(
    tx,
    { operation, key, content: fileIds.length === 0 ? asked : { ...asked, files: await namesOfFiles(tx, fileIds) } },
    { first: () => open(tx, { ...asked, fileIds }), again: (id) => tx.em.findOneOrFail(Conversation, id) },
  );
}

interface Asked {
  readonly subject: string;
  readonly text: string;
  readonly withUserId: string | undefined;
  readonly fileIds: readonly string[];
}

/** Whoever asks is served by it; so is whoever the team writes to, and the writer is of the team. */
async function open(tx: Starting, { subject, text, withUserId, fileIds }: Asked): Promise<Conversation> {
  const { em, actor, now } = tx;
  const userId = personOf(actor);
  const served = withUserId ?? userId;
  if (withUserId !== undefined) await requireSomebodyElse(tx, withUserId);
  const conversation = em.create(Conversation, { subject, contextType: 'DIRECT', lastMessageAt: now });
  em.create(ConversationParticipant, { conversation, user: served, side: 'OUTSIDE', lastMessageAt: now });
  if (served !== userId)
    em.create(ConversationParticipant, { conversation, user: userId, side: 'STAFF', lastMessageAt: now });
  tx.record({ action: 'CONVERSATION_OPENED', targetType: 'conversation', targetId: conversation.id });
  tx.emit(conversationOpened, { conversationId: conversation.id });
  const message = await addMessage(tx, {
    ...{ conversation, content: text, type: served !== userId && seesAll(actor) ? 'ADMIN_MESSAGE' : 'USER_MESSAGE' },
    sender: { id: userId, part: served === userId ? 'OUTSIDE' : 'STAFF' },
  });
  for (const file of fileIds) tx.em.create(MessageAttachment, { message, file });
  return conversation;
}

async function requireSomebodyElse(tx: Starting, userId: string): Promise<void> {
  if (userId !== personOf(tx.actor) && (await recipientsOf(tx, [userId])).has(userId)) return;
  throw new DomainError('INPUT_INVALID', { fields: [{ path: 'input.userId', rules: ['somebody-else'] }] });
}

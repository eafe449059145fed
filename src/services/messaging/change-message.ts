import { LockMode } from '@mikro-orm/core';
import { Message, MessageAttachment, MessageRevision } from '../../entities/messaging/message.entity.ts';
import { StoredFile } from '../../entities/files/stored-file.entity.ts';
import { can, personOf, type Actor } from '../access/actor.ts';
import { destroyFile } from '../files/index.ts';
import { DomainError, hiding } from '../kernel/errors.ts';
import { withdrawNotifications } from '../notifications/index.ts';
import { heldAmong } from '../platform/legal-holds.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { isRead } from './audience.ts';
import { rewriteHeldMails } from './rewrite-held-mails.ts';
import { requirePart } from './conversation.policy.ts';
import { messageDeleted, messageEdited } from './events.ts';
import { conversationUpdated, messageChanged } from './live.ts';

/** So long a message may be edited by who sent it. */
export const editingMs = 15 * 60_000;

type Changing = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/** A message that the actor reads, locked. NOT_FOUND otherwise, and when it was deleted. */
async function readMessage({ em, actor }: Tx<'em' | 'actor'>, messageId: string): Promise<Message> {
  const found = await em.findOne(Message, { id: messageId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (found === null) throw new DomainError('NOT_FOUND');
  const part = await requirePart({ db: writing(em).db, actor }, found.conversation.id);
  if (!isRead(part, found.audience)) throw hiding({ type: 'conversation', id: found.conversation.id });
  if (found.deletedAt !== null) throw new DomainError('NOT_FOUND');
  return found;
}

/** Says it otherwise, within 15 minutes; what it said before is kept for admins. Errors: NOT_FOUND, FORBIDDEN, MESSAGE_EMPTY, MESSAGE_TOO_OLD. */
export async function editMessage(
  tx: Changing & Tx<'enqueue'>,
  { messageId, content }: { messageId: string; content: string },
): Promise<Message> {
  const message = await readMessage(tx, messageId);
  if (message.sender?.id !== personOf(tx.actor)) throw new DomainError('FORBIDDEN');
  if (tx.now.getTime() - message.createdAt.getTime() > editingMs) throw new DomainError('MESSAGE_TOO_OLD');
  const text = content.trim();
  if (text === '' && (await tx.em.count(MessageAttachment, { message })) === 0) throw new DomainError('MESSAGE_EMPTY');
  if (text === message.content) return message;
  tx.em.create(MessageRevision, { message, content: message.content });
  message.content = text;
  message.editedAt = tx.now;
  await rewriteHeldMails(tx, message);
  publishChange(tx, message);
  tx.emit(messageEdited, { messageId: message.id, conversationId: message.conversation.id });
  tx.record({ action: 'MESSAGE_EDITED', targetType: 'message', targetId: message.id });
  return message;
}

/**
 * Takes a message back, with its words and its files; its place stays. One’s own, or any by who moderates, with the reason. Errors:
 * NOT_FOUND, FORBIDDEN, INPUT_INVALID, LEGAL_HOLD.
 */
export async function deleteMessage(
  tx: Changing & Tx<'enqueue'>,
  { messageId, reason = null }: { messageId: string; reason?: string | null | undefined },
): Promise<Message> {
  const message = await readMessage(tx, messageId);
  const isOwn = message.sender?.id === personOf(tx.actor);
  if (!isOwn) requireModerator(tx.actor, reason);
  // Whoever places a hold at this instant waits for the message, which is locked.
  if ((await heldAmong(writing(tx.em).db, 'message', [message.id])).length > 0) throw new DomainError('LEGAL_HOLD');
  await dropAttachments(tx, message);
  await tx.em.nativeDelete(MessageRevision, { message: message.id });
  Object.assign(message, {
    ...{ subject: null, content: '', deletedAt: tx.now, deletedBy: personOf(tx.actor), pinnedAt: null },
    deletionReason: isOwn ? null : reason,
  });
  await withdrawNotifications(tx, `message:${message.id}`);
  await rewriteHeldMails(tx, message);
  publishChange(tx, message);
  await publishCounts(tx, message);
  tx.emit(messageDeleted, { messageId: message.id, conversationId: message.conversation.id });
  tx.record({
    ...{ action: 'MESSAGE_DELETED', targetType: 'message', targetId: message.id },
    severity: isOwn ? 'LOW' : 'MEDIUM',
    payload: { conversationId: message.conversation.id, isOwn },
  });
  return message;
}

/** What somebody else wrote is taken back by who moderates, who says why. */
function requireModerator(actor: Actor, reason: string | null): void {
  if (!can(actor, 'message:moderate')) throw new DomainError('FORBIDDEN');
  if (!reason) throw new DomainError('INPUT_INVALID', { fields: [{ path: 'input.reason', rules: ['required'] }] });
}

/** Kept in sight for everybody who reads it, or not any more. */
export async function pinMessage(
  tx: Changing,
  { messageId, isPinned }: { messageId: string; isPinned: boolean },
): Promise<Message> {
  const message = await readMessage(tx, messageId);
  if ((message.pinnedAt !== null) === isPinned) return message;
  message.pinnedAt = isPinned ? tx.now : null;
  publishChange(tx, message);
  return message;
}

const publishChange = ({ publish }: Tx<'publish'>, { id, conversation, audience }: Message): void =>
  publish(messageChanged, conversation.id, { messageId: id, audience });

/** Files that no other message has: their keys are destroyed. */
async function dropAttachments(tx: Tx<'em' | 'now' | 'record' | 'enqueue'>, message: Message): Promise<void> {
  const attached = await tx.em.find(MessageAttachment, { message });
  for (const { file } of attached) {
    // Whoever sends it once more at this instant comes before or after.
    const stored = await tx.em.findOneOrFail(StoredFile, file.id, { lockMode: LockMode.PESSIMISTIC_WRITE });
    const isElsewhere = await tx.em.count(MessageAttachment, {
      file: file.id,
      message: { $ne: message.id, deletedAt: null },
    });
    if (isElsewhere === 0) await destroyFile(tx, stored);
  }
}

/** Those who had not read it have one message less to read. */
async function publishCounts({ em, publish }: Changing, { conversation, seq }: Message): Promise<void> {
  const unread = await writing(em)
    .db.selectFrom('conversation_participant')
    .select('user_id as userId')
    .where('conversation_id', '=', conversation.id)
    .where('left_at', 'is', null)
    .where('last_read_seq', '<', seq)
    .orderBy('user_id')
    .execute();
  for (const { userId } of unread) publish(conversationUpdated, userId, { conversationId: conversation.id });
}

import { Conversation, ConversationParticipant } from '../../../entities/messaging/conversation.entity.ts';
import { MessageAttachment } from '../../../entities/messaging/message.entity.ts';
import { HeldMessage, type Visitor } from '../../../entities/messaging/visitor.entity.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { addMessage } from '../add-message.ts';
import { conversationOpened } from '../events.ts';
import { conversationOfVisitor } from './conversation-of-visitor.ts';
import { messageHeld } from './events.ts';
import { blockedFor } from './form-blocks.ts';
import { reasonsToHold } from './held.policy.ts';
import { mailReceived } from './visitor-mails.ts';

export interface VisitorMessage {
  readonly content: string;
  readonly fileId: string | null;
}

type Writing = Tx<'em' | 'now' | 'emit' | 'publish' | 'record' | 'enqueue'>;

/** Puts what a visitor wrote in their conversation, or holds it: then admins are notified. */
export async function takeVisitorMessage(tx: Writing, visitor: Visitor, message: VisitorMessage): Promise<void> {
  const judged = { email: visitor.email, text: `${visitor.subject}\n${message.content}` };
  const reasons = reasonsToHold(judged, await blockedFor(writing(tx.em).db, judged));
  if (reasons.length === 0) return void (await postVisitorMessage(tx, visitor, message));
  const { content, fileId: file } = message;
  const held = tx.em.create(HeldMessage, { visitor, content, file, reasons });
  await tx.em.flush();
  tx.record({
    ...{ action: 'MESSAGE_HELD', targetType: 'message', targetId: held.id },
    payload: { visitorId: visitor.id, reasons },
  });
  tx.emit(messageHeld, { heldMessageId: held.id });
}

/** In their conversation, which the first message opens. */
export async function postVisitorMessage(
  tx: Writing,
  visitor: Visitor,
  { content, fileId }: VisitorMessage,
): Promise<Conversation> {
  const known = await conversationOfVisitor(tx, visitor);
  const conversation = known ?? (await openFor(tx, visitor));
  const message = await addMessage(tx, {
    ...{ conversation, content, type: 'USER_MESSAGE', visitorId: visitor.id },
    sender: visitor.user === null ? null : { id: visitor.user.id, part: 'OUTSIDE' },
  });
  if (fileId !== null) tx.em.create(MessageAttachment, { message, file: fileId });
  tx.record({
    ...{ action: 'MESSAGE_SENT', targetType: 'message', targetId: message.id },
    payload: { conversationId: conversation.id, visitorId: visitor.id, fileId },
  });
  if (known === null && visitor.user === null) await mailReceived(tx, visitor);
  return conversation;
}

/** With the team; the account that has taken the visitor over is in it. */
async function openFor({ em, now, emit, record }: Writing, visitor: Visitor): Promise<Conversation> {
  const user = visitor.user?.id ?? null;
  const conversation = em.create(Conversation, {
    ...{ subject: visitor.subject, contextType: user === null ? 'VISITOR' : 'DIRECT', visitor, lastMessageAt: now },
  });
  if (user !== null) em.create(ConversationParticipant, { conversation, user, side: 'OUTSIDE', lastMessageAt: now });
  emit(conversationOpened, { conversationId: conversation.id });
  record({
    ...{ action: 'CONVERSATION_OPENED', targetType: 'conversation', targetId: conversation.id },
    payload: { visitorId: visitor.id },
  });
  return conversation;
}

import { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { Message, MessageAttachment } from '../../../src/entities/messaging/message.entity.ts';
import { FormBlock, HeldMessage } from '../../../src/entities/messaging/visitor.entity.ts';
import { Ticket, type TicketStatus } from '../../../src/entities/support/ticket.entity.ts';
import { fingerprint, newId } from '../../../src/services/kernel/ids.ts';
import type { EntityManager } from '../../../src/services/platform/orm/orm.ts';
import { makeStoredFile } from '../../support/make/stored-file.ts';
import { makeVisitor } from '../../support/make/visitor.ts';

/** Opens the conversation of the visitor without an account. */
export const visitorToken = 'a-token-of-a-visitor';
const askerToken = 'a-token-of-an-asker';
const visitorFile = newId();

/** Somebody without an account who wrote, and was answered with a file. `tokenHash`: of nothing that anybody has, unless given. */
function writeWithoutAccount(em: EntityManager, now: Date, tokenHash = fingerprint(newId())) {
  const visitor = makeVisitor(em, {
    ...{ purpose: 'FREE_SAMPLE', genre: 'Roman', tokenHash, verifiedAt: now, blockedAt: now },
    tokenExpiresAt: new Date('2030-01-01'),
  });
  const conversation = em.create(Conversation, {
    ...{ subject: 'Un début', contextType: 'VISITOR', visitor, nextSeq: 3, lastMessageAt: now },
  });
  return { visitor, conversation };
}

/** What a visitor asks the team to resolve. */
function makeTicketOf(
  em: EntityManager,
  visitorId: string,
  { status, now }: { status: TicketStatus; now: Date },
): string {
  const id = newId();
  em.create(Ticket, {
    ...{
      id,
      reference: `T-${id.slice(-12)}`,
      visitorId,
      title: 'Un début',
      description: 'Où ?',
      status,
      openedAt: now,
    },
    ...{ user: null, assignee: null, pauses: [], alerts: [], satisfaction: 4, comment: 'Merci' },
    ...{ resolvedAt: status === 'RESOLVED' ? now : null, seenSeq: 2 },
  });
  return id;
}

/** Whose conversation the token opens, and the one whose ticket is still open. Nobody’s in particular: made once. */
export function makeVisitorWithToken(em: EntityManager, now: Date): void {
  const asking = writeWithoutAccount(em, now, fingerprint(askerToken));
  const openTicket = makeTicketOf(em, asking.visitor.id, { status: 'OPEN', now });
  Object.assign(asking.conversation, { contextType: 'TICKET', contextId: openTicket });
  const { visitor, conversation } = writeWithoutAccount(em, now, fingerprint(visitorToken));
  const resolved = makeTicketOf(em, visitor.id, { status: 'RESOLVED', now });
  Object.assign(conversation, { contextType: 'TICKET', contextId: resolved });
  em.create(Message, { conversation, visitor, seq: 1, content: 'Bonjour' });
  const answer = em.create(Message, { conversation, seq: 2, content: 'Voici', type: 'ADMIN_MESSAGE' });
  const file = makeStoredFile(em, { id: visitorFile, owner: null, name: 'corrigé.docx' });
  em.create(MessageAttachment, { message: answer, file });
}

/** What admins decide about. */
export function makeHeldThings(em: EntityManager, now: Date) {
  const { visitor, conversation } = writeWithoutAccount(em, now);
  const held = em.create(HeldMessage, {
    ...{ visitor, content: 'Visitez', reasons: ['LINKS'] },
    file: makeStoredFile(em, { owner: null, name: 'offre.docx' }),
  });
  const block = em.create(FormBlock, { kind: 'WORD', value: newId() });
  return { heldMessage: held.id, formBlock: block.id, visitorConversation: conversation.id, visitor: visitor.id };
}

/** Which of them an id means, where its name does not say so. */
export const visitorIds: Readonly<Record<string, string>> = {
  'Mutation.revokeVisitorLink(input.conversationId)': 'visitorConversation',
  'MarkAsSpamInput.conversationId': 'visitorConversation',
};

export const visitorValues: Readonly<Record<string, unknown>> = {
  'Query.visitorConversation(token)': visitorToken,
  'ReplyAsVisitorInput.token': visitorToken,
  'CloseTicketAsVisitorInput.token': visitorToken,
  'VisitorTicketInput.token': askerToken,
  'RequestVisitorDownloadInput.token': visitorToken,
  'RequestVisitorDownloadInput.fileId': visitorFile,
  'BlockInFormsInput.kind': 'WORD',
};

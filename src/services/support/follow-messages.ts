import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { messagesAfter, moveMessages, syncConversation, type SeenMessage } from '../messaging/index.ts';
import { allows } from '../kernel/states.ts';
import { writing } from '../platform/orm/values.ts';
import type { TicketTx } from './context.ts';
import { conversationAboutTicket } from './conversation-about-ticket.ts';
import { ticketAnswered } from './events.ts';
import { publishTicket } from './live.ts';
import { moveTicket } from './move-ticket.ts';
import { openTicket } from './open-ticket.ts';
import { conversationIdOf } from './queries/conversation-of-ticket.ts';
import { setClock, type Measure } from './sla/ticket-clock.ts';
import { reopeningMs } from './ticket.policy.ts';
import { ticketStates } from './ticket.states.ts';
import { ticketSubject } from './ticket-subject.ts';

/**
 * What was said since a ticket was last looked at, in its order: the first answer of the team stops one clock; whoever asks goes on with
 * what waits for them, reopens what was resolved, and begins a new ticket where this one is over. Each message counts once.
 */
export async function followMessages(tx: TicketTx, ticket: Ticket, measure: Measure): Promise<void> {
  if (ticket.mergedInto !== null) return;
  const { db } = writing(tx.em);
  const conversationId = await conversationIdOf(db, ticket.id);
  if (conversationId === undefined) return;
  for (const message of await messagesAfter(db, { conversationId, seq: ticket.seenSeq })) {
    const part = partOf(ticket, message);
    if (part === 'ASKER' && isOver(ticket, message)) {
      await beginAnother(tx, ticket, { message, conversationId, measure });
      return;
    }
    ticket.seenSeq = message.seq;
    if (part === 'ASKER') heard(tx, ticket, { message, measure });
    if (part === 'TEAM') answered(tx, ticket, { message, measure });
  }
}

/** Who wrote it, as far as a ticket is concerned: the application says nothing that counts. */
function partOf({ user, visitorId }: Ticket, { type, senderId }: SeenMessage): 'ASKER' | 'TEAM' | null {
  if (type === 'SYSTEM_MESSAGE') return null;
  if (senderId === null) return visitorId === null ? null : 'ASKER';
  return senderId === user?.id ? 'ASKER' : 'TEAM';
}

/** Closed, given up, or resolved for so long that it is about to be closed. */
function isOver({ status, resolvedAt }: Ticket, { createdAt }: SeenMessage): boolean {
  if (status === 'CLOSED' || status === 'CANCELLED') return true;
  return status === 'RESOLVED' && resolvedAt !== null && createdAt.getTime() - resolvedAt.getTime() > reopeningMs;
}

interface Heard {
  readonly message: SeenMessage;
  readonly measure: Measure;
}

function heard(tx: TicketTx, ticket: Ticket, { message: { createdAt: at }, measure }: Heard): void {
  for (const verb of ['answer', 'reopen'] as const)
    if (allows(ticketStates, ticket.status, verb)) moveTicket(tx, ticket, { verb, measure, at });
}

function answered(tx: TicketTx, ticket: Ticket, { message: { createdAt }, measure }: Heard): void {
  if (ticket.firstResponseAt !== null) return;
  ticket.firstResponseAt = createdAt;
  setClock(ticket, measure);
  tx.emit(ticketAnswered, { ticketId: ticket.id, at: createdAt.toISOString() });
  publishTicket(tx, ticket);
}

/** What they write to a ticket that is over begins a new one, which refers to it; the words go there. */
async function beginAnother(
  tx: TicketTx,
  over: Ticket,
  { message, conversationId, measure }: Heard & { readonly conversationId: string },
): Promise<void> {
  // A visitor has one ticket at a time, and one conversation to write in.
  if (over.visitorId !== null && over.status === 'RESOLVED') moveTicket(tx, over, { verb: 'close', measure });
  const next = await openTicket(tx, {
    ...{ userId: over.user?.id ?? null, visitorId: over.visitorId, title: over.title, orderId: over.orderId },
    description: message.content === '' ? over.title : message.content,
    ...{ category: over.category, priority: over.priority, source: over.source },
    ...{ followsId: over.id, openedAt: message.createdAt },
  });
  const toId = await conversationIdOf(writing(tx.em).db, next.id);
  if (toId === undefined) return;
  await moveMessages(tx, { fromId: conversationId, toId, after: message.seq - 1, isForGood: false });
  await syncConversation(tx, { subject: ticketSubject(next.id), source: conversationAboutTicket });
  await followMessages(tx, next, measure);
}

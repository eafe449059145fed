import { Ticket } from '../../entities/support/ticket.entity.ts';
import { DomainError, fieldError } from '../kernel/errors.ts';
import { allows } from '../kernel/states.ts';
import { moveMessages, syncConversation } from '../messaging/index.ts';
import { crashPoint } from '../platform/crash-points.ts';
import { writing } from '../platform/orm/values.ts';
import type { TicketTx } from './context.ts';
import { conversationAboutTicket } from './conversation-about-ticket.ts';
import { ticketMerged } from './events.ts';
import { publishTicket } from './live.ts';
import { lockVisitorsOf } from './load-ticket.ts';
import { mailMerged } from './mail-asker.ts';
import { moveTicket } from './move-ticket.ts';
import { openForVerb, openTicketById, type OpenedTicket } from './open-for-verb.ts';
import { conversationIdOf } from './queries/conversation-of-ticket.ts';
import { setClock } from './sla/ticket-clock.ts';
import { isUnresolved, ticketStates } from './ticket.states.ts';
import { ticketSubject } from './ticket-subject.ts';
import { carryWatchers } from './watch-ticket.ts';

export interface MergeTickets {
  readonly intoId: string;
  readonly ids: readonly string[];
}

/**
 * Everything of some tickets goes on in one: messages, files, people and watchers, with their instants. The earliest opening and the earliest first
 * answer count. They stay readable, point on, and what is written there is said in the one; it cannot be undone. All or nothing.
 * Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID, ACTION_NOT_ALLOWED, TICKET_MERGED, TICKETS_OF_DIFFERENT_PEOPLE.
 */
export async function mergeTickets(tx: TicketTx, { intoId, ids }: MergeTickets): Promise<Ticket> {
  if (ids.includes(intoId)) throw fieldError('input.ids', 'another-ticket');
  const merged = [...new Set(ids)];
  await lockVisitorsOf(tx, [intoId, ...merged]);
  // In one order, whoever else merges some of them.
  const opened = new Map<string, OpenedTicket>();
  for (const id of [intoId, ...merged].toSorted())
    opened.set(id, await (id === intoId ? openTicketById(tx, id) : openForVerb(tx, { ticketId: id, verb: 'merge' })));
  const { ticket: into } = opened.get(intoId) as OpenedTicket;
  if (!allows(ticketStates, into.status, 'merge') && into.status !== 'RESOLVED')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'merge', status: into.status });
  for (const id of merged) await mergeOne(tx, into, opened.get(id) as OpenedTicket);
  await syncConversation(tx, { subject: ticketSubject(into.id), source: conversationAboutTicket });
  publishTicket(tx, into);
  return into;
}

const isOfSame = (a: Ticket, b: Ticket): boolean => a.user?.id === b.user?.id && a.visitorId === b.visitorId;

async function mergeOne(tx: TicketTx, into: Ticket, { ticket, measure }: OpenedTicket): Promise<void> {
  // The asker of the target would read a stranger’s words.
  if (!isOfSame(ticket, into)) throw new DomainError('TICKETS_OF_DIFFERENT_PEOPLE');
  const { db } = writing(tx.em);
  const [fromId, toId] = [await conversationIdOf(db, ticket.id), await conversationIdOf(db, into.id)];
  if (fromId !== undefined && toId !== undefined)
    into.seenSeq = await moveMessages(tx, { fromId, toId, isForGood: true });
  crashPoint('ticket-messages-moved');
  into.openedAt = earlier(into.openedAt, ticket.openedAt) ?? into.openedAt;
  into.firstResponseAt = earlier(into.firstResponseAt, ticket.firstResponseAt);
  into.orderId ??= ticket.orderId;
  await carryWatchers(tx, ticket, into);
  await tx.em.nativeUpdate(Ticket, { mergedInto: ticket.id }, { mergedInto: into.id });
  tx.em.assign(ticket, { mergedInto: into.id });
  moveTicket(tx, ticket, { verb: 'merge', measure });
  if (isUnresolved(into.status)) setClock(into, measure);
  await tx.em.flush();
  tx.record({
    ...{ action: 'TICKET_MERGED', targetType: 'ticket', targetId: ticket.id },
    payload: { intoId: into.id },
  });
  tx.emit(ticketMerged, { ticketId: ticket.id, intoId: into.id });
  await mailMerged(tx, ticket, into);
  crashPoint('ticket-merged');
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a === null || (b !== null && b < a) ? b : a);

import { TicketWatcher, type Ticket } from '../../entities/support/ticket.entity.ts';
import { personOf, requirePermission } from '../access/actor.ts';
import { fieldError } from '../kernel/errors.ts';
import { syncConversation } from '../messaging/index.ts';
import { notify } from '../notifications/index.ts';
import type { TicketTx } from './context.ts';
import { conversationAboutTicket } from './conversation-about-ticket.ts';
import type { WhichTicket } from './handle-ticket.ts';
import { requireHandler } from './handlers.ts';
import { publishTicket } from './live.ts';
import { openTicketById } from './open-for-verb.ts';
import { adminTicketPath } from './ticket-path.ts';
import { ticketSubject } from './ticket-subject.ts';
import { watchingWords } from './words.ts';

const mostWatchers = 20;

export interface WatchTicket extends WhichTicket {
  /** Who of the team; whoever does it unless given. */
  readonly userId?: string | null | undefined;
}

/**
 * Somebody of the team hears of a ticket from now on: of what is said, of its state and of missed targets. Twice is the same as once.
 * Errors: NOT_FOUND, FORBIDDEN, TICKET_MERGED, INPUT_INVALID for who handles no tickets, for whoever asks, and beyond twenty.
 */
export async function watchTicket(tx: TicketTx, { ticketId, userId }: WatchTicket): Promise<Ticket> {
  requirePermission(tx.actor, 'ticket:handle');
  const { ticket } = await openTicketById(tx, ticketId);
  const watcherId = userId ?? personOf(tx.actor);
  const { locale } = await requireHandler(tx, watcherId);
  if (ticket.user?.id === watcherId) throw fieldError('input.userId', 'not-the-asker');
  const watchers = await tx.em.find(TicketWatcher, { ticket: ticketId });
  if (watchers.some(({ user }) => user.id === watcherId)) return ticket;
  if (watchers.length >= mostWatchers) throw fieldError('input.ticketId', 'arrayMaxSize');
  tx.em.create(TicketWatcher, { ticket, user: watcherId });
  await changed(tx, ticket, { watcherId, isWatching: true });
  if (watcherId !== tx.actor.userId)
    await notify(tx, {
      ...watchingWords[locale]({ reference: ticket.reference, title: ticket.title }),
      ...{ userId: watcherId, type: 'MESSAGE', actionUrl: adminTicketPath(ticketId), data: { ticketId } },
      dedupeKey: `ticket-watched:${ticketId}:${tx.now.getTime()}:${watcherId}`,
    });
  return ticket;
}

/** They hear of it no more, unless it is theirs. Errors: NOT_FOUND, FORBIDDEN, TICKET_MERGED. */
export async function unwatchTicket(tx: TicketTx, { ticketId, userId }: WatchTicket): Promise<Ticket> {
  requirePermission(tx.actor, 'ticket:handle');
  const { ticket } = await openTicketById(tx, ticketId);
  const watcherId = userId ?? personOf(tx.actor);
  const ended = await tx.em.nativeDelete(TicketWatcher, { ticket: ticketId, user: watcherId });
  if (ended > 0) await changed(tx, ticket, { watcherId, isWatching: false });
  return ticket;
}

async function changed(tx: TicketTx, ticket: Ticket, payload: Readonly<Record<string, unknown>>): Promise<void> {
  await tx.em.flush();
  await syncConversation(tx, { subject: ticketSubject(ticket.id), source: conversationAboutTicket });
  tx.record({ action: 'TICKET_WATCHERS_CHANGED', targetType: 'ticket', targetId: ticket.id, payload });
  publishTicket(tx, ticket);
}

/** Whoever watches a ticket that goes into another one watches that one. */
export async function carryWatchers({ em }: TicketTx, from: Ticket, into: Ticket): Promise<void> {
  const there = await em.find(TicketWatcher, { ticket: into.id });
  const known = new Set([into.user?.id, ...there.map(({ user }) => user.id)]);
  for (const { user } of await em.find(TicketWatcher, { ticket: from.id }, { orderBy: { id: 'asc' } }))
    if (!known.has(user.id)) em.create(TicketWatcher, { ticket: into, user: user.id });
}

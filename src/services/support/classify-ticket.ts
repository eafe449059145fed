import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { TicketTag, type TicketCategory, type TicketPriority } from '../../entities/support/ticket.entity.ts';
import { requirePermission } from '../access/actor.ts';
import { fieldError } from '../kernel/errors.ts';
import type { TicketTx } from './context.ts';
import type { WhichTicket } from './handle-ticket.ts';
import { publishTicket } from './live.ts';
import { openTicketById } from './open-for-verb.ts';
import { setClock } from './sla/ticket-clock.ts';

const mostTags = 20;

/** How pressing it is: its targets are counted again from its opening. Errors: NOT_FOUND, FORBIDDEN, TICKET_MERGED. */
export async function setTicketPriority(
  tx: TicketTx,
  { ticketId, priority }: WhichTicket & { readonly priority: TicketPriority },
): Promise<Ticket> {
  requirePermission(tx.actor, 'ticket:handle');
  const { ticket, measure } = await openTicketById(tx, ticketId);
  const before = ticket.priority;
  if (before === priority) return ticket;
  ticket.priority = priority;
  setClock(ticket, measure);
  changed(tx, ticket, { priority: { from: before, to: priority } });
  return ticket;
}

export async function setTicketCategory(
  tx: TicketTx,
  { ticketId, category }: WhichTicket & { readonly category: TicketCategory },
): Promise<Ticket> {
  requirePermission(tx.actor, 'ticket:handle');
  const { ticket } = await openTicketById(tx, ticketId);
  const before = ticket.category;
  if (before === category) return ticket;
  ticket.category = category;
  changed(tx, ticket, { category: { from: before, to: category } });
  return ticket;
}

/** The words that it is found under, all of them. Errors: NOT_FOUND, FORBIDDEN, TICKET_MERGED, INPUT_INVALID. */
export async function tagTicket(
  tx: TicketTx,
  { ticketId, tags }: WhichTicket & { readonly tags: readonly string[] },
): Promise<Ticket> {
  requirePermission(tx.actor, 'ticket:handle');
  const { ticket } = await openTicketById(tx, ticketId);
  const wanted = [...new Set(tags.map((tag) => tag.trim().toLowerCase()).filter((tag) => tag !== ''))];
  if (wanted.length > mostTags) throw fieldError('input.tags', 'arrayMaxSize');
  await tx.em.nativeDelete(TicketTag, { ticket: ticketId });
  for (const tag of wanted) tx.em.create(TicketTag, { ticket, tag });
  changed(tx, ticket, { tags: wanted.length });
  return ticket;
}

function changed(tx: TicketTx, ticket: Ticket, payload: Readonly<Record<string, unknown>>): void {
  tx.record({ action: 'TICKET_CHANGED', targetType: 'ticket', targetId: ticket.id, payload });
  publishTicket(tx, ticket);
}

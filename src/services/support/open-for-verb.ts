import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import type { TicketTx } from './context.ts';
import { followMessages } from './follow-messages.ts';
import { lockTicket, measureNow } from './load-ticket.ts';
import type { Measure } from './sla/ticket-clock.ts';
import { partiesOf, requireAction, requireVisible } from './ticket.policy.ts';
import type { TicketVerb } from './ticket.states.ts';

export interface OpenedTicket {
  readonly ticket: Ticket;
  readonly measure: Measure;
}

/** The ticket, locked and up to date with what was said. Errors: NOT_FOUND, TICKET_MERGED. */
export async function openTicketById(tx: TicketTx, ticketId: string): Promise<OpenedTicket> {
  const ticket = await lockTicket(tx, ticketId);
  requireVisible(tx.actor, partiesOf(ticket));
  if (ticket.mergedInto !== null) throw new DomainError('TICKET_MERGED', { ticketId: ticket.mergedInto.id });
  const measure = await measureNow(tx);
  await followMessages(tx, ticket, measure);
  return { ticket, measure };
}

/** The same for an actor who may do this to it now. Errors: FORBIDDEN, ACTION_NOT_ALLOWED besides. */
export async function openForVerb(
  tx: TicketTx,
  { ticketId, verb }: { readonly ticketId: string; readonly verb: TicketVerb },
): Promise<OpenedTicket> {
  const opened = await openTicketById(tx, ticketId);
  requireAction(tx.actor, partiesOf(opened.ticket), { verb, now: tx.now });
  return opened;
}

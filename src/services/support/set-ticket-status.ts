import { ticketStatuses, type Ticket, type TicketStatus } from '../../entities/support/ticket.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Actor } from '../access/actor.ts';
import type { TicketTx } from './context.ts';
import {
  cancelTicket,
  closeTicket,
  reopenTicket,
  resolveTicket,
  resumeTicket,
  waitTicket,
  type WhichTicket,
} from './handle-ticket.ts';
import { openTicketById } from './open-for-verb.ts';
import { actionsFor, partiesOf } from './ticket.policy.ts';
import { ticketStates, type TicketVerb } from './ticket.states.ts';
import { takeTicket } from './handle-ticket.ts';

type Perform = (tx: TicketTx, which: WhichTicket) => Promise<Ticket>;

/** The use case of each verb that needs no more than the ticket. */
const performed: Readonly<Partial<Record<TicketVerb, Perform>>> = {
  take: takeTicket,
  wait: waitTicket,
  resume: resumeTicket,
  resolve: resolveTicket,
  reopen: reopenTicket,
  close: closeTicket,
  cancel: cancelTicket,
};

/**
 * Brings a ticket into a state by the one verb that leads there, for front-ends that know states only. None or several:
 * `ACTION_NOT_ALLOWED { allowed }`, with the states that can be set.
 */
export async function setTicketStatus(
  tx: TicketTx,
  { ticketId, status }: WhichTicket & { readonly status: TicketStatus },
): Promise<Ticket> {
  const { ticket } = await openTicketById(tx, ticketId);
  const [verb, ...more] = verbsTo(tx, ticket, status);
  const perform = verb === undefined || more.length > 0 ? undefined : performed[verb];
  if (perform === undefined)
    throw new DomainError('ACTION_NOT_ALLOWED', {
      ...{ action: 'setStatus', status: ticket.status },
      allowed: ticketStatuses.filter((to) => verbsTo(tx, ticket, to).length === 1),
    });
  return perform(tx, { ticketId });
}

const verbsTo = (
  { actor, now }: { readonly actor: Actor; readonly now: Date },
  ticket: Ticket,
  status: TicketStatus,
): TicketVerb[] =>
  actionsFor(actor, partiesOf(ticket), now).filter(
    (verb) => performed[verb] !== undefined && ticketStates[partiesOf(ticket).status][verb] === status,
  );

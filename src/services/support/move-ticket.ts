import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { transition } from '../kernel/states.ts';
import type { EventType } from '../platform/context.ts';
import type { TicketTx } from './context.ts';
import { ticketClosed, ticketReopened, ticketResolved, ticketWaiting } from './events.ts';
import { publishTicket } from './live.ts';
import { setClock, type Measure } from './sla/ticket-clock.ts';
import { ticketStates, type TicketVerb } from './ticket.states.ts';

/** The clock of the resolution stood still since then. */
function endPause(ticket: Ticket, since: Date | null, now: Date): void {
  if (since !== null) ticket.pauses = [...ticket.pauses, { from: since.toISOString(), to: now.toISOString() }];
  ticket.waitingSince = null;
}

const endWait = (ticket: Ticket, now: Date): void => endPause(ticket, ticket.waitingSince, now);
const resolve = (ticket: Ticket, now: Date): void => {
  endWait(ticket, now);
  ticket.resolvedAt = now;
};
const close = (ticket: Ticket, now: Date): void => {
  endWait(ticket, now);
  ticket.closedAt = now;
};

/** What a verb writes beside the state. */
const effects: Readonly<Partial<Record<TicketVerb, (ticket: Ticket, now: Date) => void>>> = {
  wait: (ticket, now) => Object.assign(ticket, { waitingSince: now, askedAgainAt: null }),
  answer: endWait,
  resume: endWait,
  resolve,
  giveUp: resolve,
  reopen(ticket, now) {
    endPause(ticket, ticket.resolvedAt, now);
    ticket.resolvedAt = null;
  },
  close,
  cancel: close,
  merge: close,
};

const events: Readonly<Partial<Record<TicketVerb, EventType<{ ticketId: string; byId?: string | null | undefined }>>>> =
  {
    wait: ticketWaiting,
    resolve: ticketResolved,
    giveUp: ticketResolved,
    reopen: ticketReopened,
  };

export interface TicketMove {
  readonly verb: TicketVerb;
  readonly measure: Measure;
  /** When it was done, where that is not now: whoever asks wrote at that instant. */
  readonly at?: Date;
}

/** Moves a ticket by a verb, counts its targets again, audits and publishes it. The only way a ticket changes state. */
export function moveTicket(tx: TicketTx, ticket: Ticket, { verb, measure, at = tx.now }: TicketMove): void {
  const from = ticket.status;
  transition(ticketStates, ticket, verb);
  effects[verb]?.(ticket, at);
  setClock(ticket, measure);
  tx.record({
    ...{ action: 'TICKET_STATUS_CHANGED', targetType: 'ticket', targetId: ticket.id },
    payload: { verb, from, to: ticket.status },
  });
  const byId = tx.actor.userId;
  const event = events[verb];
  if (event !== undefined) tx.emit(event, { ticketId: ticket.id, byId });
  if (verb === 'close' || verb === 'cancel')
    tx.emit(ticketClosed, { ticketId: ticket.id, byId, isCancelled: verb === 'cancel' });
  publishTicket(tx, ticket);
}

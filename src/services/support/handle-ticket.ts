import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { personOf } from '../access/actor.ts';
import { syncConversation } from '../messaging/index.ts';
import { notify } from '../notifications/index.ts';
import type { TicketTx } from './context.ts';
import { conversationAboutTicket } from './conversation-about-ticket.ts';
import { requireHandler } from './handlers.ts';
import { publishTicket } from './live.ts';
import { mailResolved, mailWaiting } from './mail-asker.ts';
import { moveTicket } from './move-ticket.ts';
import { openForVerb } from './open-for-verb.ts';
import { setClock } from './sla/ticket-clock.ts';
import { adminTicketPath } from './ticket-path.ts';
import { ticketSubject } from './ticket-subject.ts';
import type { TicketVerb } from './ticket.states.ts';
import { assignedWords } from './words.ts';

export interface WhichTicket {
  readonly ticketId: string;
}

/** A use case that does nothing but move a ticket by its verb. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED, TICKET_MERGED. */
const moving =
  (verb: TicketVerb, then: (tx: TicketTx, ticket: Ticket) => Promise<void> = async () => undefined) =>
  async (tx: TicketTx, { ticketId }: WhichTicket): Promise<Ticket> => {
    const { ticket, measure } = await openForVerb(tx, { ticketId, verb });
    moveTicket(tx, ticket, { verb, measure });
    await then(tx, ticket);
    return ticket;
  };

/** The clock of the resolution stands still until they answer. */
export const waitTicket = moving('wait', (tx, ticket) => mailWaiting(tx, ticket, { isAgain: false }));
export const resumeTicket = moving('resume');
/** The team says that it is resolved; whoever asks may say otherwise for 14 days. */
export const resolveTicket = moving('resolve', (tx, ticket) => mailResolved(tx, ticket, { isByTime: false }));
export const reopenTicket = moving('reopen');
/** It needs no answer any more. */
export const cancelTicket = moving('cancel');

export interface CloseTicket extends WhichTicket {
  /** 1 to 5. */
  readonly satisfaction?: number | null | undefined;
  readonly comment?: string | null | undefined;
}

/** Whoever asked says how content they are. Errors: as of `moving`. */
export async function closeTicket(
  tx: TicketTx,
  { ticketId, satisfaction = null, comment }: CloseTicket,
): Promise<Ticket> {
  const { ticket, measure } = await openForVerb(tx, { ticketId, verb: 'close' });
  rate(ticket, { satisfaction, comment });
  moveTicket(tx, ticket, { verb: 'close', measure });
  return ticket;
}

export type Opinion = Pick<CloseTicket, 'satisfaction' | 'comment'>;

export const rate = (ticket: Ticket, { satisfaction = null, comment }: Opinion): Ticket =>
  Object.assign(ticket, { satisfaction, comment: comment?.trim() || null });

/** An open ticket becomes one’s own. */
export const takeTicket = (tx: TicketTx, { ticketId }: WhichTicket): Promise<Ticket> =>
  give(tx, { ticketId, userId: personOf(tx.actor), verb: 'take' });

/** Somebody of the team has it from now on. Errors: as of `moving`, INPUT_INVALID for who handles no tickets. */
export async function assignTicket(
  tx: TicketTx,
  { ticketId, userId }: WhichTicket & { readonly userId: string },
): Promise<Ticket> {
  await requireHandler(tx, userId);
  return give(tx, { ticketId, userId, verb: 'assign' });
}

interface Giving extends WhichTicket {
  readonly userId: string;
  readonly verb: 'take' | 'assign';
}

async function give(tx: TicketTx, { ticketId, userId, verb }: Giving): Promise<Ticket> {
  const { ticket, measure } = await openForVerb(tx, { ticketId, verb });
  if (ticket.assignee?.id === userId) return ticket;
  tx.em.assign(ticket, { assignee: userId });
  moveTicket(tx, ticket, { verb, measure });
  setClock(ticket, measure);
  await tx.em.flush();
  await syncConversation(tx, { subject: ticketSubject(ticketId), source: conversationAboutTicket });
  tx.record({ action: 'TICKET_ASSIGNED', targetType: 'ticket', targetId: ticketId, payload: { userId } });
  publishTicket(tx, ticket);
  if (userId !== tx.actor.userId) await notifyAssigned(tx, ticket, userId);
  return ticket;
}

async function notifyAssigned(tx: TicketTx, ticket: Ticket, userId: string): Promise<void> {
  const { locale } = await requireHandler(tx, userId);
  await notify(tx, {
    ...assignedWords[locale]({ reference: ticket.reference, title: ticket.title }),
    ...{ userId, type: 'MESSAGE', actionUrl: adminTicketPath(ticket.id), data: { ticketId: ticket.id } },
    dedupeKey: `ticket-assigned:${ticket.id}:${tx.now.getTime()}:${userId}`,
  });
}

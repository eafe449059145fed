import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { formatInstant } from '../kernel/format.ts';
import { visitorAddress } from '../messaging/index.ts';
import { queueMail } from '../notifications/index.ts';
import type { Tx } from '../platform/context.ts';
import { visitorTicketOpenedMail } from './emails/visitor-ticket-opened.ts';
import { visitorTicketResolvedMail } from './emails/visitor-ticket-resolved.ts';
import { visitorTicketWaitingMail } from './emails/visitor-ticket-waiting.ts';

type Mailing = Tx<'em' | 'now' | 'config' | 'enqueue'>;

/** Whoever asks without an account: their address, and what every mail says. Undefined for who has one, and for spam. */
async function toVisitor(tx: Mailing, ticket: Ticket, what: string) {
  const address = ticket.visitorId === null ? undefined : await visitorAddress(tx, ticket.visitorId);
  if (address === undefined) return undefined;
  const { facts, ...to } = address;
  return {
    request: { ...to, dedupeKey: `${what}:${ticket.id}` },
    data: { ...facts, ticketReference: ticket.reference, ticketTitle: ticket.title },
  };
}

/** That a ticket was made of what they wrote, and until when there is an answer. */
export async function mailVisitorOpened(tx: Mailing, ticket: Ticket): Promise<void> {
  const said = await toVisitor(tx, ticket, 'ticket-opened');
  if (said === undefined) return;
  const { request, data } = said;
  const { firstResponseDueAt: dueAt } = ticket;
  const answerBy = dueAt && formatInstant(dueAt, { locale: request.locale, timeZone: tx.config.TIME_ZONE });
  await queueMail(tx, { ...request, template: visitorTicketOpenedMail, data: { ...data, answerBy: answerBy ?? '' } });
}

export async function mailVisitorWaiting(
  tx: Mailing,
  ticket: Ticket,
  { isAgain }: { readonly isAgain: boolean },
): Promise<void> {
  const said = await toVisitor(tx, ticket, `ticket-waiting:${isAgain ? 'again' : 'first'}:${tx.now.getTime()}`);
  if (said === undefined) return;
  await queueMail(tx, { ...said.request, template: visitorTicketWaitingMail, data: { ...said.data, isAgain } });
}

export async function mailVisitorResolved(
  tx: Mailing,
  ticket: Ticket,
  { isByTime }: { readonly isByTime: boolean },
): Promise<void> {
  const said = await toVisitor(tx, ticket, `ticket-resolved:${tx.now.getTime()}`);
  if (said === undefined) return;
  await queueMail(tx, { ...said.request, template: visitorTicketResolvedMail, data: { ...said.data, isByTime } });
}

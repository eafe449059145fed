import { z } from 'zod';
import type { Ticket, TicketAlert } from '../../../entities/support/ticket.entity.ts';
import { isOpenAt } from '../../kernel/business-time.ts';
import {
  notifyMany,
  queueMail,
  recipientsIn,
  recipientsOf,
  type NotificationWords,
  type Recipient,
} from '../../notifications/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import type { TicketTx } from '../context.ts';
import { ticketEscalatedMail } from '../emails/ticket-escalated.ts';
import { ticketBreached } from '../events.ts';
import { followMessages } from '../follow-messages.ts';
import { publishTicket } from '../live.ts';
import { lockTicket, measureNow } from '../load-ticket.ts';
import { handlersAmong } from '../handlers.ts';
import { watcherIdsOf } from '../queries/ticket-parts.ts';
import { adminTicketPath } from '../ticket-path.ts';
import { breachedWords, soonWords, unassignedWords } from '../words.ts';
import { businessHours } from './calendar.ts';
import { eachRowInPages, rowBatch } from '../../platform/each-row.ts';
import { setClock } from './ticket-clock.ts';

/** Each minute within the hours of the business: whose target is near or missed, and what nobody has taken. */
export const escalateTicketsTask = defineTask('support.escalate-tickets', z.object({}), { priority: 150 });

/** Nothing outside the hours: what became due when they closed is notified of when they open. */
export async function escalateTickets(
  ctx: Pick<AppContext, 'db' | 'run' | 'now' | 'config'>,
  _: PayloadOf<typeof escalateTicketsTask>,
): Promise<void> {
  if (!isOpenAt(await businessHours(ctx.db, ctx.config.TIME_ZONE), ctx.now)) return;
  const page = (after: string) =>
    ctx.db
      .selectFrom('ticket')
      .select('id')
      .where('next_alert_at', '<=', ctx.now)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowBatch)
      .execute();
  await eachRowInPages(page, (ticketId) => ctx.run(escalateTicket, ticketId));
}

/** That a target is near needs no saying beside that it was missed. */
const isSaid = (alert: TicketAlert, due: readonly TicketAlert[]): boolean =>
  alert.endsWith('SOON') && due.includes(alert.replace('SOON', 'BREACHED') as TicketAlert);

/** Each warning once for a ticket; none of a target that an answer kept in the same second. */
async function escalateTicket(tx: TicketTx, ticketId: string): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  const measure = await measureNow(tx);
  await followMessages(tx, ticket, measure);
  const due = setClock(ticket, measure).flatMap(({ alert, at }) => (at <= tx.now ? [alert] : []));
  if (due.length === 0) return;
  ticket.alerts = [...ticket.alerts, ...due];
  setClock(ticket, measure);
  for (const alert of due.filter((each) => !isSaid(each, due))) await warn(tx, ticket, alert);
  publishTicket(tx, ticket);
}

async function warn(tx: TicketTx, ticket: Ticket, alert: TicketAlert): Promise<void> {
  const target = alert.startsWith('RESPONSE') ? 'RESPONSE' : 'RESOLUTION';
  if (alert.endsWith('BREACHED')) {
    ticket.escalatedAt ??= tx.now;
    tx.record({ action: 'TICKET_BREACHED', targetType: 'ticket', targetId: ticket.id, payload: { target } });
    tx.emit(ticketBreached, { ticketId: ticket.id, target });
  }
  const people = await hearersOf(tx, ticket, alert);
  const words = wordsOf(alert);
  const keyFor = (userId: string) => `ticket-${alert.toLowerCase()}:${ticket.id}:${userId}`;
  await notifyMany(
    tx,
    people.map(({ userId, locale }) => ({
      ...words[locale]({ reference: ticket.reference, title: ticket.title }),
      ...{ userId, type: 'WARNING', priority: 'HIGH', actionUrl: adminTicketPath(ticket.id) },
      ...{ data: { ticketId: ticket.id }, dedupeKey: keyFor(userId) },
    })),
  );
  if (alert.endsWith('SOON')) return;
  for (const recipient of people)
    await queueMail(tx, {
      ...{ template: ticketEscalatedMail, recipient, locale: recipient.locale, dedupeKey: keyFor(recipient.userId) },
      data: {
        firstName: recipient.firstName,
        ticketReference: ticket.reference,
        ticketTitle: ticket.title,
        ticketUrl: tx.config.frontUrl + adminTicketPath(ticket.id),
        isUnassigned: alert === 'UNASSIGNED',
      },
    });
}

const wordsOf = (alert: TicketAlert): NotificationWords<{ readonly reference: string; readonly title: string }> =>
  alert === 'UNASSIGNED' ? unassignedWords : alert.endsWith('SOON') ? soonWords : breachedWords;

/** Whoever has it; once a target is missed those who watch it and the admins too; the admins alone where nobody has taken it. */
async function hearersOf(tx: TicketTx, { id, assignee }: Ticket, alert: TicketAlert): Promise<Recipient[]> {
  const { db } = writing(tx.em);
  const ownIds = await handlersAmong(db, assignee === null ? [] : [assignee.id]);
  if (alert.endsWith('SOON')) return [...(await recipientsOf(tx, ownIds)).values()];
  const watcherIds = alert === 'UNASSIGNED' ? [] : await handlersAmong(db, await watcherIdsOf(db, id));
  const own = await recipientsOf(tx, [...new Set([...ownIds, ...watcherIds])]);
  const admins = await recipientsIn(tx, 'ADMIN');
  return [...own.values(), ...admins.filter(({ userId }) => !own.has(userId))];
}

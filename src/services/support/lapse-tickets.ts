import { z } from 'zod';
import type { Ticket } from '../../entities/support/ticket.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import { workingDaysBetween } from '../kernel/working-days.ts';
import type { AppContext } from '../platform/context.ts';
import { defineTask, type PayloadOf } from '../platform/task.ts';
import type { TicketTx } from './context.ts';
import { followMessages } from './follow-messages.ts';
import { lockTicket, measureNow } from './load-ticket.ts';
import { mailResolved, mailWaiting } from './mail-asker.ts';
import { moveTicket } from './move-ticket.ts';
import { eachRowInPages, rowBatch } from '../platform/each-row.ts';
import type { Measure } from './sla/ticket-clock.ts';
import { reopeningMs } from './ticket.policy.ts';

/** Each morning: what waits for an answer is asked for again, then given up; what was resolved long ago is closed. */
export const lapseTicketsTask = defineTask('support.lapse-tickets', z.object({}), { priority: 200 });

/** Working days without an answer. */
const askAgainAfter = 5;
const giveUpAfter = 10;

export async function lapseTickets(
  ctx: Pick<AppContext, 'db' | 'run' | 'now'>,
  _: PayloadOf<typeof lapseTicketsTask>,
): Promise<void> {
  const resolvedBefore = new Date(ctx.now.getTime() - reopeningMs);
  const page = (after: string) =>
    ctx.db
      .selectFrom('ticket')
      .select('id')
      .where((eb) =>
        eb.or([
          eb('status', '=', 'WAITING'),
          eb.and([eb('status', '=', 'RESOLVED'), eb('resolved_at', '<=', resolvedBefore)]),
        ]),
      )
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowBatch)
      .execute();
  await eachRowInPages(page, (ticketId) => ctx.run(lapseTicket, ticketId));
}

async function lapseTicket(tx: TicketTx, ticketId: string): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  const measure = await measureNow(tx);
  await followMessages(tx, ticket, measure);
  if (isResolvedLongAgo(ticket, tx.now)) moveTicket(tx, ticket, { verb: 'close', measure });
  else if (ticket.status === 'WAITING') await askOrGiveUp(tx, ticket, measure);
}

const isResolvedLongAgo = ({ status, resolvedAt }: Ticket, now: Date): boolean =>
  status === 'RESOLVED' && resolvedAt !== null && now.getTime() - resolvedAt.getTime() >= reopeningMs;

async function askOrGiveUp(tx: TicketTx, ticket: Ticket, measure: Measure): Promise<void> {
  const zone = tx.config.TIME_ZONE;
  const days = workingDaysBetween(localDateOf(ticket.waitingSince ?? tx.now, zone), localDateOf(tx.now, zone));
  if (ticket.askedAgainAt === null && days >= askAgainAfter) {
    ticket.askedAgainAt = tx.now;
    await mailWaiting(tx, ticket, { isAgain: true });
  } else if (ticket.askedAgainAt !== null && days >= giveUpAfter) {
    moveTicket(tx, ticket, { verb: 'giveUp', measure });
    await mailResolved(tx, ticket, { isByTime: true });
  }
}

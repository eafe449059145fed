import { z } from 'zod';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { publishTicket } from '../live.ts';
import { lockTicket, measureNow } from '../load-ticket.ts';
import { unresolvedStatuses } from '../ticket.states.ts';
import { eachRowInPages, rowBatch } from '../../platform/each-row.ts';
import { setClock } from './ticket-clock.ts';

/** The hours or the targets changed: unresolved tickets are counted again from their opening, the others keep what they had. */
export const recountTicketsTask = defineTask('support.recount-tickets', z.object({}), { priority: 100 });

export async function recountTickets(
  ctx: Pick<AppContext, 'db' | 'run'>,
  _: PayloadOf<typeof recountTicketsTask>,
): Promise<void> {
  const page = (after: string) =>
    ctx.db
      .selectFrom('ticket')
      .select('id')
      .where('status', 'in', unresolvedStatuses)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowBatch)
      .execute();
  await eachRowInPages(page, (ticketId) => ctx.run(recount, ticketId));
}

async function recount(tx: Tx<'em' | 'config' | 'publish'>, ticketId: string): Promise<void> {
  const ticket = await lockTicket(tx, ticketId);
  setClock(ticket, await measureNow(tx));
  publishTicket(tx, ticket);
}

import { z } from 'zod';
import { localDateOf } from '../../kernel/format.ts';
import { statesAllowing } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRowInPages, rowBatch } from '../../platform/each-row.ts';
import { defineTask } from '../../platform/task.ts';
import { lockInvoice } from '../allocations.ts';
import { invoiceStates } from '../invoice.states.ts';
import { updateBalance, type BalanceNeeds } from '../update-balance.ts';

/** Every night, the day after its due date: an invoice that is owed becomes overdue. */
export const markOverdueTask = defineTask('billing.mark-overdue', z.object({}), { priority: 200 });

/** Each in a transaction of its own: money that comes at the same moment is seen, or waits. */
export async function markOverdue({
  db,
  run,
  now,
  config,
}: Pick<AppContext, 'db' | 'run' | 'now' | 'config'>): Promise<void> {
  const today = localDateOf(now, config.TIME_ZONE);
  const page = (after: string) =>
    db
      .selectFrom('invoice')
      .select('id')
      .where('status', 'in', waiting)
      .where('due_on', '<', today)
      .where('id', '>', after)
      .orderBy('id')
      .limit(rowBatch)
      .execute();
  await eachRowInPages(page, (id) => run(update, { id }));
}

/** Those that may fall due, but for the paid ones: money that is lost moves these. */
const waiting = statesAllowing(invoiceStates, 'fallDue').filter((status) => status !== 'PAID');

async function update(tx: BalanceNeeds & Tx<'em'>, { id }: { readonly id: string }): Promise<void> {
  updateBalance(tx, await lockInvoice(tx, id));
}

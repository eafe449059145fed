import { z } from 'zod';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRowInPages } from '../../platform/each-row.ts';
import { defineTask } from '../../platform/task.ts';
import { orderLate } from '../events.ts';
import { publishFor } from '../live.ts';
import { partiesOf } from '../load-order.ts';
import { recordStep } from '../order-timeline.ts';
import { isLateAt } from './deadline.policy.ts';
import { lockOrder } from './lock-order.ts';
import { runningOrders } from './reminders.ts';

/** Every few minutes: what has become late is marked so, which is a step of its timeline. What is shown does not wait for it. */
export const markLateTask = defineTask('orders.mark-late', z.object({}), { priority: 150 });

export async function markLate(ctx: Pick<AppContext, 'db' | 'run' | 'now'>): Promise<void> {
  const page = (after: string) =>
    runningOrders(ctx.db, after).where('o.due_at', '<=', ctx.now).where('o.is_late', '=', false).execute();
  await eachRowInPages(page, (orderId) => ctx.run(markOne, orderId));
}

async function markOne(tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish'>, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null || order.dueAt === null || order.isLate || !isLateAt(order, tx.now)) return;
  order.isLate = true;
  const dueAt = order.dueAt.toISOString();
  recordStep(tx, order, { kind: 'LATE', facts: { dueAt } });
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderLate, { orderId, customerId, proofreaderId, dueAt });
  publishFor(tx, order, 'ALL');
}

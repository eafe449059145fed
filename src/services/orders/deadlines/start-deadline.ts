import { z } from 'zod';
import { OrderFile } from '../../../entities/orders/order-file.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { publishFor } from '../live.ts';
import { recordStep } from '../order-timeline.ts';
import { dueAfter, isRunning, turnaroundOf } from './deadline.policy.ts';
import { lockOrder } from './lock-order.ts';

/** The time of an order begins once it is paid and its manuscript is there, whichever comes later. */
export const startDeadlineTask = defineTask('orders.start-deadline', z.object({ orderId: z.uuid() }));

export const startDeadline = (
  { run }: Pick<AppContext, 'run'>,
  { orderId }: PayloadOf<typeof startDeadlineTask>,
): Promise<void> => run(setFirstDueDate, orderId);

type StartTx = Tx<'em' | 'actor' | 'now' | 'publish' | 'config'>;

async function setFirstDueDate(tx: StartTx, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null || order.dueAt !== null || !isRunning(order.status)) return;
  const begins = await beginOf(tx, order);
  if (begins === undefined) return;
  const { config } = tx;
  order.dueAt = dueAfter(begins, turnaroundOf(order, config.TURNAROUND_WORKING_DAYS), config.TIME_ZONE);
  recordStep(tx, order, { kind: 'DUE_DATE_SET', facts: { dueAt: order.dueAt.toISOString() } });
  publishFor(tx, order, 'ALL');
}

/** The payment, or the first manuscript that is still there; undefined while one of them is missing. */
async function beginOf({ em }: StartTx, order: Order): Promise<Date | undefined> {
  if (order.paidAt === null) return undefined;
  const [manuscript] = await em.find(
    OrderFile,
    { order, role: 'MANUSCRIPT', file: { deletedAt: null } },
    { orderBy: { createdAt: 'asc' }, limit: 1 },
  );
  if (manuscript === undefined) return undefined;
  return manuscript.createdAt > order.paidAt ? manuscript.createdAt : order.paidAt;
}

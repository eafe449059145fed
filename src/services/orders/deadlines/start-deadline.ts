import { z } from 'zod';
import { OrderFile } from '../../../entities/orders/order-file.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRowInPages } from '../../platform/each-row.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { publishFor } from '../live.ts';
import { recordStep } from '../order-timeline.ts';
import { dueAfter, isRunning, turnaroundOf } from './deadline.policy.ts';
import { lockOrder } from './lock-order.ts';
import { hasManuscript, runningOrders } from './reminders.ts';

/** The time of an order begins once it is paid and its manuscript is there, whichever comes later. */
export const startDeadlineTask = defineTask('orders.start-deadline', z.object({ orderId: z.uuid() }));

export const startDeadline = (
  { run }: Pick<AppContext, 'run'>,
  { orderId }: PayloadOf<typeof startDeadlineTask>,
): Promise<void> => run(setFirstDueDate, orderId);

/** Each night: running orders that have no due date although their time has begun, as those of before due dates were kept. */
export const startMissedDeadlinesTask = defineTask('orders.start-missed-deadlines', z.object({}), { priority: 200 });

export async function startMissedDeadlines({ db, run }: Pick<AppContext, 'db' | 'run'>): Promise<void> {
  const page = (after: string) =>
    runningOrders(db, after)
      .where('o.due_at', 'is', null)
      .where('o.paid_at', 'is not', null)
      .where(hasManuscript(true))
      .execute();
  await eachRowInPages(page, (orderId) => run(setFirstDueDate, orderId));
}

type StartTx = Tx<'em' | 'actor' | 'now' | 'publish' | 'config'>;

async function setFirstDueDate(tx: StartTx, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null || order.dueAt !== null || !isRunning(order.status)) return;
  const begins = await beginOf(tx, order);
  if (begins === undefined) return;
  order.dueAt = firstDueDate(tx, order, begins);
  recordStep(tx, order, { kind: 'DUE_DATE_SET', facts: { dueAt: order.dueAt.toISOString() } });
  publishFor(tx, order, 'ALL');
}

/** One that would be over already, of an order of before due dates were kept, begins today: nobody is late by what they were never given. */
function firstDueDate({ config, now }: StartTx, order: Order, begins: Date): Date {
  const days = turnaroundOf(order, config.TURNAROUND_WORKING_DAYS);
  const due = dueAfter(begins, days, config.TIME_ZONE);
  return due > now ? due : dueAfter(now, days, config.TIME_ZONE);
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

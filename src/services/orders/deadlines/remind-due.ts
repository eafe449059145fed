import { z } from 'zod';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { instantAt } from '../../kernel/business-time.ts';
import { localDateOf } from '../../kernel/format.ts';
import { addWorkingDays, isWorkingDay } from '../../kernel/working-days.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { eachRowInPages } from '../../platform/each-row.ts';
import { defineTask } from '../../platform/task.ts';
import { isRunning, reminderOn } from './deadline.policy.ts';
import { lockOrder } from './lock-order.ts';
import { remindOfLate, remindOfSoon } from './mail-reminders.ts';
import { claimReminder, runningOrders } from './reminders.ts';

/** At nine on working days: what is due in three days or in one, and what is late. */
export const remindDueTask = defineTask('orders.remind-due', z.object({}), { priority: 200 });

/** The furthest reminder, in working days before the due date. */
const noticeDays = 3;

/** Each once for each due date, whatever number of workers there is; an order whose time does not run is left alone. */
export async function remindDue(ctx: Pick<AppContext, 'db' | 'run' | 'now' | 'config'>): Promise<void> {
  const zone = ctx.config.TIME_ZONE;
  const today = localDateOf(ctx.now, zone);
  if (!isWorkingDay(today)) return;
  const horizon = instantAt(addWorkingDays(today, noticeDays), '24:00', zone);
  const page = (after: string) =>
    runningOrders(ctx.db, after)
      .where('o.due_at', '<', horizon)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('order_reminder as r')
              .select('r.id')
              .whereRef('r.order_id', '=', 'o.id')
              .whereRef('r.about', '=', 'o.due_at')
              .where('r.kind', '=', 'LATE'),
          ),
        ),
      )
      .execute();
  await eachRowInPages(page, (orderId) => ctx.run(remindOf, { orderId, today }));
}

type RemindingTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

async function remindOf(
  tx: RemindingTx,
  { orderId, today }: { readonly orderId: string; readonly today: string },
): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null || order.dueAt === null || !isRunning(order.status)) return;
  const kind = reminderOn(today, localDateOf(order.dueAt, tx.config.TIME_ZONE));
  if (kind === undefined || !hasReader(order, kind)) return;
  if (!(await claimReminder(tx, order, { kind, about: order.dueAt }))) return;
  crashPoint('order-reminder-claimed');
  await (kind === 'LATE' ? remindOfLate(tx, order, order.dueAt) : remindOfSoon(tx, order, order.dueAt));
  crashPoint('order-reminder-written');
}

/** What is due soon is the proofreader's: while there is none, the reminder waits for one. */
const hasReader = ({ proofreader }: Order, kind: string): boolean => kind === 'LATE' || proofreader !== null;

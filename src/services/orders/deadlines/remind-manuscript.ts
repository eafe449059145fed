import { z } from 'zod';
import { OrderFile } from '../../../entities/orders/order-file.entity.ts';
import type { OrderReminderKind } from '../../../entities/orders/order-reminder.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import { daysBetween } from '../../kernel/working-days.ts';
import { notify, queueMail, recipientsOf } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRowInPages } from '../../platform/each-row.ts';
import { defineTask } from '../../platform/task.ts';
import { orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { isRunning } from './deadline.policy.ts';
import { manuscriptMissing } from '../emails/manuscript-missing.ts';
import { lockOrder } from './lock-order.ts';
import { claimReminder, hasManuscript, runningOrders } from './reminders.ts';
import { manuscriptMissingWords } from './words.ts';

/** Each morning: paid orders without a manuscript, one day and three days after the payment. Their time has not begun. */
export const remindManuscriptTask = defineTask('orders.remind-manuscript', z.object({}), { priority: 200 });

/** The reminder of a day, so many days after the payment; a later one stands for those that were missed. */
export function manuscriptReminderAfter(days: number): OrderReminderKind | undefined {
  if (days < 1) return undefined;
  return days < 3 ? 'MANUSCRIPT_1' : 'MANUSCRIPT_3';
}

export async function remindManuscript(ctx: Pick<AppContext, 'db' | 'run'>): Promise<void> {
  const page = (after: string) =>
    runningOrders(ctx.db, after)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('order_reminder as r')
              .select('r.id')
              .whereRef('r.order_id', '=', 'o.id')
              .where('r.kind', '=', 'MANUSCRIPT_3'),
          ),
        ),
      )
      .where(hasManuscript(false))
      .execute();
  await eachRowInPages(page, (orderId) => ctx.run(remindOf, orderId));
}

async function remindOf(tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>, orderId: string): Promise<void> {
  const order = await lockOrder(tx, orderId);
  if (order === null || order.paidAt === null || !isRunning(order.status)) return;
  if ((await tx.em.count(OrderFile, { order, role: 'MANUSCRIPT', file: { deletedAt: null } })) > 0) return;
  const zone = tx.config.TIME_ZONE;
  const kind = manuscriptReminderAfter(daysBetween(localDateOf(order.paidAt, zone), localDateOf(tx.now, zone)));
  if (kind === undefined || !(await claimReminder(tx, order, { kind, about: order.paidAt }))) return;
  const recipient = (await recipientsOf(tx, [order.customer.id])).get(order.customer.id);
  if (recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const dedupeKey = `manuscript-missing:${order.id}:${kind}:${userId}`;
  await queueMail(tx, {
    template: manuscriptMissing,
    recipient,
    locale,
    dedupeKey,
    data: {
      firstName,
      orderReference: orderReference(order.id),
      orderTitle: order.title,
      paidAt: order.paidAt.toISOString(),
      orderUrl: tx.config.frontUrl + orderPath(order.id),
    },
  });
  await notify(tx, {
    userId,
    ...manuscriptMissingWords[locale]({ title: order.title }),
    type: 'ORDER',
    actionUrl: orderPath(order.id),
    data: { orderId: order.id },
    dedupeKey,
  });
}

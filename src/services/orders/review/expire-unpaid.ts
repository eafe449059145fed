import { sql } from 'kysely';
import { z } from 'zod';
import { LockMode } from '@mikro-orm/core';
import { Order } from '../../../entities/orders/order.entity.ts';
import { closePayments, moneyOfSubject } from '../../billing/index.ts';
import { localDateOf } from '../../kernel/format.ts';
import { money } from '../../kernel/money.ts';
import { queueMail, recipientsOf } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderExpiring } from '../emails/order-expiring.ts';
import { orderCancelled } from '../events.ts';
import { moveOrder } from '../move-order.ts';
import { orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { orderSubject } from '../order-subject.ts';
import type { ReviewTx } from './review-tx.ts';

/** Every night: the customers of orders that nobody pays are warned; then the orders are given up. */
export const expireUnpaidTask = defineTask('orders.expire-unpaid', z.object({}));

const day = 86_400_000;
/** Days without a payment after which the customer is warned, and those after which the order is given up. */
const warnedAfter = 23;
const expiresAfter = 30;
/** Steps after which an order can be paid: the days count from the last of them. */
const payableSince = ['CREATED', 'PAGES_VERIFIED', 'PAGES_ACCEPTED', 'QUOTE_ACCEPTED'];

interface Waiting {
  readonly id: string;
  readonly since: Date;
}

type Needs = Pick<AppContext, 'run' | 'db' | 'now'>;

/**
 * Warns the customer of each order that has waited 23 days for its payment, once, and gives up those that have waited 30: unless money
 * is on its way, or an invoice asks for it.
 */
export async function expireUnpaid({ run, db, now }: Needs, _: PayloadOf<typeof expireUnpaidTask>): Promise<void> {
  await eachRow(await waitingOrders({ db, now }), (_id, waiting) => {
    const days = (now.getTime() - waiting.since.getTime()) / day;
    return days >= expiresAfter ? run(expire, waiting) : run(warn, waiting);
  });
}

async function waitingOrders({ db, now }: Pick<Needs, 'db' | 'now'>): Promise<Waiting[]> {
  const since = new Date(now.getTime() - warnedAfter * day);
  const payable = sql<string | number | Date>`coalesce((select max(e.created_at) from order_event as e
    where e.order_id = o.id and e.kind in (${sql.join(payableSince)})), o.created_at)`;
  const rows = await db
    .selectFrom('customer_order as o')
    .select(['o.id', payable.as('since')])
    .where('o.status', '=', 'PENDING')
    .where('o.created_at', '<=', since)
    .where(payable, '<=', since as never)
    .orderBy('o.id')
    .execute();
  return rows.map(({ id, since: at }) => ({ id, since: instantFrom(at) }));
}

const lockedPending = ({ em }: Tx<'em'>, id: string): Promise<Order | null> =>
  em.findOne(Order, { id, status: 'PENDING' }, { lockMode: LockMode.PESSIMISTIC_WRITE });

async function expire(tx: ReviewTx, { id }: Waiting): Promise<void> {
  const order = await lockedPending(tx, id);
  const subject = orderSubject(id);
  if (order === null || (await moneyOfSubject(tx, subject)).isAwaited) return;
  moveOrder(tx, order, { verb: 'expire', facts: { days: expiresAfter } });
  order.cancelledAt = tx.now;
  order.cancellationReason = 'UNPAID';
  await closePayments(tx, subject);
  tx.emit(orderCancelled, { orderId: id, customerId: order.customer.id });
}

async function warn(tx: Tx<'em' | 'now' | 'enqueue' | 'config'>, { id, since }: Waiting): Promise<void> {
  const order = await lockedPending(tx, id);
  if (order === null || (await moneyOfSubject(tx, orderSubject(id))).isAwaited) return;
  const customer = (await recipientsOf(tx, [order.customer.id])).get(order.customer.id);
  if (customer === undefined) return;
  const last = new Date(since.getTime() + expiresAfter * day);
  await queueMail(tx, {
    template: orderExpiring,
    recipient: customer,
    locale: customer.locale,
    // Once for each time that it came to wait for its payment.
    dedupeKey: `${orderExpiring.name}:${id}:${since.getTime()}`,
    data: {
      firstName: customer.firstName,
      orderReference: orderReference(id),
      orderTitle: order.title,
      amount: money(order.totalCents, order.currency),
      payableUntil: localDateOf(last, tx.config.TIME_ZONE),
      orderUrl: tx.config.frontUrl + orderPath(id),
    },
  });
}

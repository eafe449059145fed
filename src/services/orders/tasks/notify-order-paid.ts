import { Order } from '../../../entities/orders/order.entity.ts';
import { money } from '../../kernel/money.ts';
import { notifyMany, queueMail, recipientsIn, recipientsOf, type Recipient } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderPaidAdmin } from '../emails/order-paid-admin.ts';
import { orderPaidCustomer } from '../emails/order-paid-customer.ts';
import { orderPaid, type OrderPaid } from '../events.ts';
import { adminOrderPath, orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { paidForAdmins, paidForCustomer } from './words.ts';

/** Thanks the customer, and notifies the admins that a proofreader is to be assigned. */
export const notifyOrderPaidTask = defineTask('orders.tell-order-paid', orderPaid.payload);

export const notifyOrderPaid = (
  { run }: Pick<AppContext, 'run'>,
  paid: PayloadOf<typeof notifyOrderPaidTask>,
): Promise<void> => run(notifyPaid, paid);

type Notifying = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

async function notifyPaid(tx: Notifying, { orderId, customerId }: OrderPaid): Promise<void> {
  const order = await tx.em.findOneOrFail(Order, { id: orderId });
  const customer = (await recipientsOf(tx, [customerId])).get(customerId);
  if (customer !== undefined) await thankCustomer(tx, order, customer);
  for (const admin of await recipientsIn(tx, 'ADMIN')) await notifyAdmin(tx, order, { admin, customer });
}

const factsOf = (order: Order) => ({
  orderReference: orderReference(order.id),
  orderTitle: order.title,
  amount: money(order.totalCents, order.currency),
  paidAt: (order.paidAt ?? order.createdAt).toISOString(),
});

async function thankCustomer(tx: Notifying, order: Order, customer: Recipient): Promise<void> {
  const { userId, locale, firstName } = customer;
  await queueMail(tx, {
    template: orderPaidCustomer,
    recipient: customer,
    locale,
    dedupeKey: `order-paid-customer:${order.id}:${userId}`,
    data: { firstName, ...factsOf(order), orderUrl: tx.config.frontUrl + orderPath(order.id) },
  });
  await notifyMany(tx, [
    {
      userId,
      ...paidForCustomer[locale](order),
      type: 'ORDER',
      actionUrl: orderPath(order.id),
      data: { orderId: order.id },
      dedupeKey: `order-paid:${order.id}:${userId}`,
    },
  ]);
}

async function notifyAdmin(
  tx: Notifying,
  order: Order,
  { admin, customer }: { admin: Recipient; customer: Recipient | undefined },
): Promise<void> {
  const { userId, locale } = admin;
  await queueMail(tx, {
    template: orderPaidAdmin,
    recipient: admin,
    locale,
    dedupeKey: `order-paid-admin:${order.id}:${userId}`,
    data: {
      customerName: customer?.name ?? '',
      customerEmail: customer?.email ?? '',
      ...factsOf(order),
      orderUrl: tx.config.frontUrl + adminOrderPath(order.id),
    },
  });
  await notifyMany(tx, [
    {
      userId,
      ...paidForAdmins[locale](order),
      type: 'ORDER',
      priority: 'HIGH',
      actionUrl: adminOrderPath(order.id),
      data: { orderId: order.id },
      dedupeKey: `order-paid:${order.id}:${userId}`,
    },
  ]);
}

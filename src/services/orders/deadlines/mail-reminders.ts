import type { Order } from '../../../entities/orders/order.entity.ts';
import { notify, queueMail, recipientsIn, recipientsOf, type Recipient } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { orderDueSoon } from '../emails/order-due-soon.ts';
import { orderLateCustomer } from '../emails/order-late-customer.ts';
import { orderLateMail } from '../emails/order-late.ts';
import { partiesOf } from '../load-order.ts';
import { adminOrderPath, orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { dueSoon, lateForCustomer, lateForStaff } from './words.ts';

type MailingTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

/** A reminder is claimed before it is written: its key needs the due date only so that the next one is another. */
const keyOf = (kind: string, order: Order, dueAt: Date): string => `${kind}:${order.id}:${dueAt.getTime()}`;

const factsOf = (order: Order, dueAt: Date) => ({
  orderReference: orderReference(order.id),
  orderTitle: order.title,
  dueAt: dueAt.toISOString(),
});

/** To the proofreader, some working days before. Twice for one due date, each with a key of its own day. */
export async function remindOfSoon(tx: MailingTx, order: Order, dueAt: Date): Promise<void> {
  const id = order.proofreader?.id ?? '';
  const recipient = (await recipientsOf(tx, [id])).get(id);
  if (recipient === undefined) return;
  const { userId, locale, firstName } = recipient;
  const dedupeKey = `${keyOf('order-due-soon', order, dueAt)}:${tx.now.toISOString().slice(0, 10)}:${userId}`;
  await queueMail(tx, {
    template: orderDueSoon,
    recipient,
    locale,
    dedupeKey,
    data: { firstName, ...factsOf(order, dueAt), orderUrl: tx.config.frontUrl + orderPath(order.id) },
  });
  await notify(tx, {
    userId,
    ...dueSoon[locale]({ title: order.title, dueAt, zone: tx.config.TIME_ZONE }),
    type: 'ORDER',
    actionUrl: orderPath(order.id),
    data: { orderId: order.id },
    dedupeKey,
  });
}

/** To the proofreader, to every admin, and to the customer. */
export async function remindOfLate(tx: MailingTx, order: Order, dueAt: Date): Promise<void> {
  const { customerId, proofreaderId } = partiesOf(order);
  const people = await recipientsOf(tx, proofreaderId === null ? [customerId] : [customerId, proofreaderId]);
  const proofreader = people.get(proofreaderId ?? '');
  const customer = people.get(customerId);
  const late: Late = { order, dueAt, proofreaderName: proofreader?.name ?? '' };
  if (proofreader !== undefined) await mailLate(tx, late, { recipient: proofreader, path: orderPath(order.id) });
  for (const recipient of await recipientsIn(tx, 'ADMIN'))
    await mailLate(tx, late, { recipient, path: adminOrderPath(order.id) });
  if (customer !== undefined) await mailLateCustomer(tx, late, customer);
}

interface Late {
  readonly order: Order;
  readonly dueAt: Date;
  /** Empty while nobody has it. */
  readonly proofreaderName: string;
}

async function mailLate(
  tx: MailingTx,
  { order, dueAt, proofreaderName }: Late,
  { recipient, path }: { readonly recipient: Recipient; readonly path: string },
): Promise<void> {
  const { userId, locale, firstName } = recipient;
  const dedupeKey = `${keyOf('order-late', order, dueAt)}:${userId}`;
  await queueMail(tx, {
    template: orderLateMail,
    recipient,
    locale,
    dedupeKey,
    data: { firstName, ...factsOf(order, dueAt), proofreaderName, orderUrl: tx.config.frontUrl + path },
  });
  await notify(tx, {
    userId,
    ...lateForStaff[locale]({ title: order.title, dueAt, zone: tx.config.TIME_ZONE }),
    type: 'ORDER',
    priority: 'HIGH',
    actionUrl: path,
    data: { orderId: order.id },
    dedupeKey,
  });
}

async function mailLateCustomer(tx: MailingTx, { order, dueAt }: Late, recipient: Recipient): Promise<void> {
  const { userId, locale, firstName } = recipient;
  const dedupeKey = `${keyOf('order-late-customer', order, dueAt)}:${userId}`;
  await queueMail(tx, {
    template: orderLateCustomer,
    recipient,
    locale,
    dedupeKey,
    data: { firstName, ...factsOf(order, dueAt), orderUrl: tx.config.frontUrl + orderPath(order.id) },
  });
  await notify(tx, {
    userId,
    ...lateForCustomer[locale]({ title: order.title, dueAt, zone: tx.config.TIME_ZONE }),
    type: 'ORDER',
    priority: 'HIGH',
    actionUrl: orderPath(order.id),
    data: { orderId: order.id },
    dedupeKey,
  });
}

import { Order } from '../../../entities/orders/order.entity.ts';
import { notify, queueMail, recipientsOf, type Recipient } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderExtended, type OrderExtended } from '../events.ts';
import { orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { orderExtendedMail } from '../emails/order-extended.ts';
import { extendedForCustomer, extendedForProofreader } from './words.ts';

/** The due date is later now: the customer gets a mail, the proofreader an in-app notification. */
export const notifyExtendedTask = defineTask('orders.notify-extended', orderExtended.payload);

export const notifyExtended = (
  { run }: Pick<AppContext, 'run'>,
  extended: PayloadOf<typeof notifyExtendedTask>,
): Promise<void> => run(notifyPeople, extended);

type NotifyingTx = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>;

async function notifyPeople(tx: NotifyingTx, extended: OrderExtended): Promise<void> {
  const { customerId, proofreaderId } = extended;
  const order = await tx.em.findOneOrFail(Order, { id: extended.orderId });
  const people = await recipientsOf(tx, proofreaderId === null ? [customerId] : [customerId, proofreaderId]);
  const customer = people.get(customerId);
  const proofreader = people.get(proofreaderId ?? '');
  if (customer !== undefined) await mailCustomer(tx, { order, extended, customer });
  if (proofreader !== undefined)
    await notifyOne(tx, { order, extended, recipient: proofreader, words: extendedForProofreader });
}

async function mailCustomer(
  tx: NotifyingTx,
  { order, extended, customer }: { order: Order; extended: OrderExtended; customer: Recipient },
): Promise<void> {
  const { locale, firstName } = customer;
  await queueMail(tx, {
    template: orderExtendedMail,
    recipient: customer,
    locale,
    dedupeKey: keyOf(extended, customer),
    data: {
      firstName,
      orderReference: orderReference(order.id),
      orderTitle: order.title,
      previousDueAt: extended.previousDueAt,
      dueAt: extended.dueAt,
      orderUrl: tx.config.frontUrl + orderPath(order.id),
    },
  });
  await notifyOne(tx, { order, extended, recipient: customer, words: extendedForCustomer });
}

const keyOf = ({ orderId, at }: OrderExtended, { userId }: Recipient): string =>
  `order-extended:${orderId}:${new Date(at).getTime()}:${userId}`;

interface Notice {
  readonly order: Order;
  readonly extended: OrderExtended;
  readonly recipient: Recipient;
  readonly words: typeof extendedForCustomer;
}

const notifyOne = (tx: NotifyingTx, { order, extended, recipient, words }: Notice): Promise<void> =>
  notify(tx, {
    userId: recipient.userId,
    ...words[recipient.locale]({
      title: order.title,
      dueAt: new Date(extended.dueAt),
      zone: tx.config.TIME_ZONE,
    }),
    type: 'ORDER',
    actionUrl: orderPath(order.id),
    data: { orderId: order.id },
    dedupeKey: keyOf(extended, recipient),
  });

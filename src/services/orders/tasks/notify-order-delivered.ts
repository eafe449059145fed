import { User } from '../../../entities/identity/user.entity.ts';
import { notify, queueMail, recipientsOf } from '../../notifications/index.ts';
import type { Tx, AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { correctedFileReady } from '../emails/corrected-file-ready.ts';
import { orderDelivered, type OrderDelivered } from '../events.ts';
import { orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { deliveredForCustomer } from './words.ts';

/** Sends the customer an e-mail and an in-app notification: the corrected file can be downloaded. */
export const notifyOrderDeliveredTask = defineTask('orders.tell-order-delivered', orderDelivered.payload);

export const notifyOrderDelivered = (
  { run }: Pick<AppContext, 'run'>,
  delivered: PayloadOf<typeof notifyOrderDeliveredTask>,
): Promise<void> => run(notifyDelivered, delivered);

async function notifyDelivered(
  tx: Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config'>,
  { orderId, deliveryId, title, customerId, proofreaderId }: OrderDelivered,
): Promise<void> {
  const customer = (await recipientsOf(tx, [customerId])).get(customerId);
  if (customer === undefined) return;
  const { userId, locale, firstName } = customer;
  // Each delivery is news; before deliveries were kept an order had one.
  const which = deliveryId ?? orderId;
  const { firstName: given, lastName } = await tx.em.findOneOrFail(User, { id: proofreaderId });
  await queueMail(tx, {
    template: correctedFileReady,
    recipient: customer,
    locale,
    dedupeKey: `corrected-file-ready:${which}:${userId}`,
    data: {
      firstName,
      proofreaderName: `${given} ${lastName}`,
      orderReference: orderReference(orderId),
      orderTitle: title,
      orderUrl: tx.config.frontUrl + orderPath(orderId),
    },
  });
  await notify(tx, {
    userId,
    ...deliveredForCustomer[locale]({ title }),
    type: 'ORDER',
    priority: 'HIGH',
    actionUrl: orderPath(orderId),
    data: { orderId },
    dedupeKey: `order-delivered:${which}:${userId}`,
  });
}

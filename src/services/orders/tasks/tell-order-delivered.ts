import { User } from '../../../entities/identity/user.entity.ts';
import { notify, queueMail, recipientsOf } from '../../notifications/index.ts';
import type { JobType, Needs, Surroundings } from '../../platform/scope.ts';
import { correctedFileReady } from '../emails/corrected-file-ready.ts';
import { orderDelivered, type OrderDelivered } from '../events.ts';
import { orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { deliveredForCustomer } from './words.ts';

/** Tells the customer, by mail and by the bell, that the corrected file can be downloaded. */
export const tellOrderDelivered: JobType<OrderDelivered> = {
  kind: 'orders.tell-order-delivered',
  payload: orderDelivered.payload,
};

export const tellOrderDeliveredNow = ({ run }: Pick<Surroundings, 'run'>, delivered: OrderDelivered): Promise<void> =>
  run(tellDelivered, delivered);

async function tellDelivered(
  needs: Needs<'em' | 'now' | 'enqueue' | 'announce' | 'config'>,
  { orderId, title, customerId, proofreaderId }: OrderDelivered,
): Promise<void> {
  const customer = (await recipientsOf(needs, [customerId])).get(customerId);
  if (customer === undefined) return;
  const { userId, locale, firstName } = customer;
  const { firstName: given, lastName } = await needs.em.findOneOrFail(User, { id: proofreaderId });
  await queueMail(needs, {
    template: correctedFileReady,
    recipient: customer,
    locale,
    dedupeKey: `corrected-file-ready:${orderId}:${userId}`,
    data: {
      firstName,
      proofreaderName: `${given} ${lastName}`,
      orderReference: orderReference(orderId),
      orderTitle: title,
      orderUrl: needs.config.frontUrl + orderPath(orderId),
    },
  });
  await notify(needs, {
    userId,
    ...deliveredForCustomer[locale]({ title }),
    type: 'ORDER',
    priority: 'HIGH',
    actionUrl: orderPath(orderId),
    data: { orderId },
    dedupeKey: `order-delivered:${orderId}:${userId}`,
  });
}

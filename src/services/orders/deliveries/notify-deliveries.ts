import { z } from 'zod';
import { queueMail, recipientsOf } from '../../notifications/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { deliveryAccepted as acceptedMail } from '../emails/delivery-accepted.ts';
import { deliveryChangesRequested } from '../emails/delivery-changes-requested.ts';
import { deliveryExpiring } from '../emails/delivery-expiring.ts';
import { changesRequested, deliveryAccepted, type ChangesRequested, type DeliveryAccepted } from '../events.ts';
import { excerptOf, notifyAboutOrder, type NoticeTx } from '../order-notices.ts';
import { answerableUntil } from './delivery.policy.ts';
import { findDelivery } from './load-delivery.ts';
import { acceptedForProofreader, changesForProofreader, expiringForCustomer } from './words.ts';

/** Sends the proofreader what the customer asks for. */
export const notifyChangesRequestedTask = defineTask('orders.notify-changes-requested', changesRequested.payload);
/** Thanks the proofreader whose work was accepted. */
export const notifyDeliveryAcceptedTask = defineTask('orders.notify-delivery-accepted', deliveryAccepted.payload);
/** Reminds the customer of a delivery that is about to be accepted by time. */
export const notifyDeliveryExpiringTask = defineTask(
  'orders.notify-delivery-expiring',
  z.object({ deliveryId: z.uuid() }),
);

type Ctx = Pick<AppContext, 'run'>;

export const notifyChangesRequested = (
  { run }: Ctx,
  requested: PayloadOf<typeof notifyChangesRequestedTask>,
): Promise<void> => run(askProofreader, requested);

async function askProofreader(
  tx: NoticeTx,
  { deliveryId, customerId, proofreaderId }: ChangesRequested,
): Promise<void> {
  const { delivery, order } = await findDelivery(tx, deliveryId);
  const customerName = (await recipientsOf(tx, [customerId])).get(customerId)?.name ?? '';
  await notifyAboutOrder(tx, order, {
    key: `changes-requested:${deliveryId}`,
    to: [proofreaderId],
    words: changesForProofreader,
    priority: 'HIGH',
    mail: (recipient, facts, dedupeKey) =>
      queueMail(tx, {
        template: deliveryChangesRequested,
        ...{ recipient, locale: recipient.locale, dedupeKey },
        data: { ...facts, customerName, number: delivery.number, changes: excerptOf(delivery.changes) },
      }),
  });
}

export const notifyDeliveryAccepted = (
  { run }: Ctx,
  accepted: PayloadOf<typeof notifyDeliveryAcceptedTask>,
): Promise<void> => run(thankProofreader, accepted);

async function thankProofreader(
  tx: NoticeTx,
  { deliveryId, isByTime, proofreaderId }: DeliveryAccepted,
): Promise<void> {
  const { delivery, order } = await findDelivery(tx, deliveryId);
  const { number, comment, rating } = delivery;
  await notifyAboutOrder(tx, order, {
    key: `delivery-accepted:${deliveryId}`,
    to: [proofreaderId],
    words: acceptedForProofreader,
    mail: (recipient, facts, dedupeKey) =>
      queueMail(tx, {
        template: acceptedMail,
        ...{ recipient, locale: recipient.locale, dedupeKey },
        data: { ...facts, number, isByTime, comment: excerptOf(comment), rating: rating ?? 0 },
      }),
  });
}

export const notifyDeliveryExpiring = (
  { run }: Ctx,
  { deliveryId }: PayloadOf<typeof notifyDeliveryExpiringTask>,
): Promise<void> => run(remindCustomer, deliveryId);

async function remindCustomer(tx: NoticeTx, deliveryId: string): Promise<void> {
  const { delivery, order } = await findDelivery(tx, deliveryId);
  if (delivery.status !== 'DELIVERED') return;
  const acceptedAt = answerableUntil(delivery.deliveredAt).toISOString();
  await notifyAboutOrder(tx, order, {
    key: `delivery-expiring:${deliveryId}`,
    to: [order.customer.id],
    words: expiringForCustomer,
    mail: (recipient, facts, dedupeKey) =>
      queueMail(tx, {
        template: deliveryExpiring,
        ...{ recipient, locale: recipient.locale, dedupeKey },
        data: { ...facts, acceptedAt },
      }),
  });
}

import { OrderNote } from '../../../entities/orders/order-note.entity.ts';
import { Order } from '../../../entities/orders/order.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { money } from '../../kernel/money.ts';
import { notify, queueMail, recipientsOf, type Recipient } from '../../notifications/index.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderPagesDiffer } from '../emails/order-pages-differ.ts';
import { orderReceived } from '../emails/order-received.ts';
import { orderUnderReview } from '../emails/order-under-review.ts';
import { consultationRequested, orderCreated, orderQuoteExpired, orderReviewed, orderSubmitted } from '../events.ts';
import { orderPath } from '../order-path.ts';
import { orderReference } from '../order-reference.ts';
import { priceDifferenceOf, type PriceDifference } from './agreed-price.ts';
import { notifyAdminsOf } from './notify-admins.ts';
import { pricedOrderOf } from './priced-order.ts';
import {
  consultationForAdmins,
  pagesDifferForCustomer,
  priceFixedForCustomer,
  quoteExpiredForAdmins,
  submittedForAdmins,
} from './words.ts';

/** Mails the customer that the order was received and is to be paid. */
export const mailOrderReceivedTask = defineTask('orders.mail-order-received', orderCreated.payload);
/** Mails the customer that the pages are being counted, and notifies the admins. */
export const notifySubmittedTask = defineTask('orders.notify-submitted', orderSubmitted.payload);
/** Notifies the admins that a consultation is wished for. */
export const notifyConsultationTask = defineTask('orders.notify-consultation', consultationRequested.payload);
/** Notifies the customer of the price that was fixed, or mails the higher one that waits for them. */
export const notifyReviewedTask = defineTask('orders.notify-reviewed', orderReviewed.payload);
/** Notifies the admins that a quote expired without an answer. */
export const notifyQuoteExpiredTask = defineTask('orders.notify-quote-expired', orderQuoteExpired.payload);

type Running = Pick<AppContext, 'run'>;
type Notifying = Tx<'em' | 'now' | 'enqueue' | 'publish' | 'config' | 'requestId'>;

/** An order may be submitted, or verified, again: one step is one request's. */
const which = ({ requestId }: Tx<'requestId'>, orderId: string): string =>
  `${orderId}:${fingerprint(requestId).slice(0, 12)}`;

const withCustomer =
  (work: (tx: Notifying, order: Order, customer: Recipient | undefined) => Promise<void>) =>
  async (tx: Notifying, { orderId, customerId }: { orderId: string; customerId: string }): Promise<void> => {
    // It may have been deleted meanwhile.
    const order = await tx.em.findOne(Order, { id: orderId });
    if (order !== null) await work(tx, order, (await recipientsOf(tx, [customerId])).get(customerId));
  };

const factsOf = ({ config }: Tx<'config'>, order: Order, { firstName }: Recipient) => ({
  firstName,
  orderReference: orderReference(order.id),
  orderTitle: order.title,
  orderUrl: config.frontUrl + orderPath(order.id),
});

export const mailOrderReceived = ({ run }: Running, event: PayloadOf<typeof mailOrderReceivedTask>): Promise<void> =>
  run(
    withCustomer(async (tx, order, customer) => {
      // One that was quoted at once is not to be paid yet: the quote is mailed.
      if (customer === undefined || order.status !== 'PENDING') return;
      await queueMail(tx, {
        template: orderReceived,
        recipient: customer,
        locale: customer.locale,
        dedupeKey: `${orderReceived.name}:${order.id}`,
        data: {
          ...factsOf(tx, order, customer),
          service: order.service,
          amount: money(order.totalCents, order.currency),
        },
      });
    }),
    event,
  );

export const notifySubmitted = ({ run }: Running, event: PayloadOf<typeof notifySubmittedTask>): Promise<void> =>
  run(
    withCustomer(async (tx, order, customer) => {
      const step = which(tx, order.id);
      if (customer !== undefined)
        await queueMail(tx, {
          template: orderUnderReview,
          recipient: customer,
          locale: customer.locale,
          dedupeKey: `${orderUnderReview.name}:${step}`,
          data: factsOf(tx, order, customer),
        });
      await notifyAdminsOf(tx, order, { words: submittedForAdmins, dedupeKey: `order-submitted:${step}` });
    }),
    event,
  );

export const notifyConsultation = ({ run }: Running, event: PayloadOf<typeof notifyConsultationTask>): Promise<void> =>
  run(
    withCustomer((tx, order) =>
      notifyAdminsOf(tx, order, {
        words: consultationForAdmins,
        dedupeKey: `order-consultation:${which(tx, order.id)}`,
      }),
    ),
    event,
  );

export const notifyQuoteExpired = ({ run }: Running, event: PayloadOf<typeof notifyQuoteExpiredTask>): Promise<void> =>
  run(
    withCustomer((tx, order) =>
      notifyAdminsOf(tx, order, {
        words: quoteExpiredForAdmins,
        dedupeKey: `order-quote-expired:${event.quoteId}`,
      }),
    ),
    event,
  );

export const notifyReviewed = ({ run }: Running, event: PayloadOf<typeof notifyReviewedTask>): Promise<void> =>
  run(
    withCustomer(async (tx, order, customer) => {
      if (customer === undefined) return;
      const difference = priceDifferenceOf(pricedOrderOf(order));
      const isWaiting = difference?.isAcceptanceRequired === true;
      // It was counted again, or accepted, before this came to be said.
      if (isWaiting !== event.isAcceptanceRequired) return;
      if (isWaiting) await mailDifference(tx, order, { customer, difference, noteId: event.noteId });
      await notify(tx, {
        userId: customer.userId,
        ...(isWaiting ? pagesDifferForCustomer : priceFixedForCustomer)[customer.locale](order),
        type: 'ORDER',
        priority: 'HIGH',
        actionUrl: orderPath(order.id),
        data: { orderId: order.id },
        dedupeKey: `order-reviewed:${which(tx, order.id)}`,
      });
    }),
    event,
  );

interface Differing {
  readonly customer: Recipient;
  readonly difference: PriceDifference;
  readonly noteId: string | null;
}

async function mailDifference(tx: Notifying, order: Order, { customer, difference, noteId }: Differing): Promise<void> {
  const note = noteId === null ? null : await tx.em.findOne(OrderNote, { id: noteId });
  const { declaredPages, verifiedPages, declaredCents, verifiedCents } = difference;
  await queueMail(tx, {
    template: orderPagesDiffer,
    recipient: customer,
    locale: customer.locale,
    dedupeKey: `${orderPagesDiffer.name}:${which(tx, order.id)}`,
    data: {
      ...factsOf(tx, order, customer),
      declaredPages,
      verifiedPages,
      declaredTotal: money(declaredCents, order.currency),
      verifiedTotal: money(verifiedCents, order.currency),
      reason: note?.text ?? '',
    },
  });
}

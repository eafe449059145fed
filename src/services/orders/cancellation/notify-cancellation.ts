import { queueMail } from '../../notifications/index.ts';
import { money } from '../../kernel/money.ts';
import type { AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderCancelled as cancelledMail } from '../emails/order-cancelled.ts';
import { cancellationRequested, orderCancelled, type CancellationRequested, type OrderCancelled } from '../events.ts';
import { findOrder } from '../load-order.ts';
import { notifyAboutOrder, onceByRequest, type NoticeTx } from '../order-notices.ts';
import { cancellationAsked, cancelledForCustomer, cancelledForProofreader } from './words.ts';

/** Notifies the customer, unless they did it themself, and the proofreader. */
export const notifyOrderCancelledTask = defineTask('orders.notify-cancelled', orderCancelled.payload);
/** Asks the admins to decide. */
export const notifyCancellationRequestedTask = defineTask(
  'orders.notify-cancellation-requested',
  cancellationRequested.payload,
);

type Ctx = Pick<AppContext, 'run'>;

export const notifyOrderCancelled = (
  { run }: Ctx,
  cancelled: PayloadOf<typeof notifyOrderCancelledTask>,
): Promise<void> => run(notifyCancelled, cancelled);

async function notifyCancelled(
  tx: NoticeTx,
  { orderId, customerId, proofreaderId, isByCustomer, refundCents }: OrderCancelled,
): Promise<void> {
  const order = await findOrder(tx, orderId);
  const key = `order-cancelled:${orderId}`;
  const refund = money(refundCents ?? 0, order.currency);
  if (isByCustomer !== true)
    await notifyAboutOrder(tx, order, {
      key,
      to: [customerId],
      words: cancelledForCustomer,
      isCritical: true,
      priority: 'HIGH',
      mail: (recipient, facts, dedupeKey) =>
        queueMail(tx, {
          template: cancelledMail,
          ...{ recipient, locale: recipient.locale, dedupeKey },
          data: { ...facts, refund, isRefunded: refund.amount > 0 },
        }),
    });
  await notifyAboutOrder(tx, order, {
    key,
    to: [proofreaderId ?? null],
    words: cancelledForProofreader,
    isCritical: true,
  });
}

export const notifyCancellationRequested = (
  { run }: Ctx,
  requested: PayloadOf<typeof notifyCancellationRequestedTask>,
): Promise<void> => run(askAdmins, requested);

async function askAdmins(tx: NoticeTx, { orderId }: CancellationRequested): Promise<void> {
  await notifyAboutOrder(tx, await findOrder(tx, orderId), {
    key: onceByRequest(tx, `cancellation-requested:${orderId}`),
    to: 'ADMINS',
    words: cancellationAsked,
    priority: 'HIGH',
  });
}

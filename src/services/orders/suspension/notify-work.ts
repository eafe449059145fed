import { queueMail, recipientsOf } from '../../notifications/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderResumed as resumedMail } from '../emails/order-resumed.ts';
import { orderStarted as startedMail } from '../emails/order-started.ts';
import { orderSuspended as suspendedMail } from '../emails/order-suspended.ts';
import { orderResumed, orderStarted, orderSuspended, type OrderResumed, type OrderStarted } from '../events.ts';
import { findOrder } from '../load-order.ts';
import { excerptOf, notifyAboutOrder, type NoticeTx } from '../order-notices.ts';
import { resumedWords, suspendedWords } from './words.ts';

/** Mails the customer that the work began. */
export const notifyOrderStartedTask = defineTask('orders.notify-started', orderStarted.payload);
/** Notifies those who wait for the work, and those who do it, that it stops. */
export const notifyOrderSuspendedTask = defineTask('orders.notify-suspended', orderSuspended.payload);
/** The same when it goes on. */
export const notifyOrderResumedTask = defineTask('orders.notify-resumed', orderResumed.payload);

type Ctx = Pick<AppContext, 'run'>;

export const notifyOrderStarted = ({ run }: Ctx, started: PayloadOf<typeof notifyOrderStartedTask>): Promise<void> =>
  run(mailStarted, started);

async function mailStarted(tx: NoticeTx, { orderId, customerId, proofreaderId }: OrderStarted): Promise<void> {
  const proofreaderName = (await recipientsOf(tx, [proofreaderId])).get(proofreaderId)?.name ?? '';
  await notifyAboutOrder(tx, await findOrder(tx, orderId), {
    key: `order-started:${orderId}`,
    to: [customerId],
    mail: (recipient, facts, dedupeKey) =>
      queueMail(tx, {
        template: startedMail,
        ...{ recipient, locale: recipient.locale, dedupeKey },
        data: { ...facts, proofreaderName },
      }),
  });
}

export const notifyOrderSuspended = (
  { run }: Ctx,
  suspended: PayloadOf<typeof notifyOrderSuspendedTask>,
): Promise<void> => run(notifySuspended, suspended);

async function notifySuspended(tx: NoticeTx, suspended: OrderResumed): Promise<void> {
  const { orderId, customerId, proofreaderId, suspendedAt } = suspended;
  const order = await findOrder(tx, orderId);
  const isDisputed = order.suspendedByDisputeId !== null;
  await notifyAboutOrder(tx, order, {
    key: `order-suspended:${orderId}:${suspendedAt ?? ''}`,
    to: [customerId, proofreaderId],
    words: suspendedWords,
    mail: (recipient, facts, dedupeKey) =>
      queueMail(tx, {
        template: suspendedMail,
        ...{ recipient, locale: recipient.locale, dedupeKey },
        data: { ...facts, reason: excerptOf(order.suspendedReason), isDisputed },
      }),
  });
}

export const notifyOrderResumed = ({ run }: Ctx, resumed: PayloadOf<typeof notifyOrderResumedTask>): Promise<void> =>
  run(notifyResumed, resumed);

async function notifyResumed(tx: NoticeTx, resumed: OrderResumed): Promise<void> {
  const { orderId, customerId, proofreaderId, suspendedAt } = resumed;
  await notifyAboutOrder(tx, await findOrder(tx, orderId), {
    key: `order-resumed:${orderId}:${suspendedAt ?? ''}`,
    to: [customerId, proofreaderId],
    words: resumedWords,
    mail: (recipient, facts, dedupeKey) =>
      queueMail(tx, {
        template: resumedMail,
        ...{ recipient, locale: recipient.locale, dedupeKey },
        data: facts,
      }),
  });
}

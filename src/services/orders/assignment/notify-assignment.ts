import { OrderNote } from '../../../entities/orders/order-note.entity.ts';
import { queueMail, recipientsOf } from '../../notifications/index.ts';
import type { AppContext } from '../../platform/context.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { orderDeclined as declinedMail } from '../emails/order-declined.ts';
import { orderDeclined, orderUnassigned, type OrderDeclined, type OrderUnassigned } from '../events.ts';
import { findOrder } from '../load-order.ts';
import { excerptOf, notifyAboutOrder, onceByRequest, type NoticeTx } from '../order-notices.ts';
import { declinedForAdmins, unassignedForProofreader } from './words.ts';

/** Asks the admins for another proofreader. */
export const notifyOrderDeclinedTask = defineTask(
  'orders.notify-declined',
  orderDeclined.payload.omit({ subject: true }),
);
/** Notifies whoever had the order. */
export const notifyOrderUnassignedTask = defineTask(
  'orders.notify-unassigned',
  orderUnassigned.payload.omit({ subject: true }),
);

type Ctx = Pick<AppContext, 'run'>;

export const notifyOrderDeclined = ({ run }: Ctx, declined: PayloadOf<typeof notifyOrderDeclinedTask>): Promise<void> =>
  run(askAdmins, declined);

async function askAdmins(
  tx: NoticeTx,
  { orderId, noteId, proofreaderId }: Omit<OrderDeclined, 'subject'>,
): Promise<void> {
  const order = await findOrder(tx, orderId);
  const note = await tx.em.findOne(OrderNote, { id: noteId });
  const proofreaderName = (await recipientsOf(tx, [proofreaderId])).get(proofreaderId)?.name ?? '';
  await notifyAboutOrder(tx, order, {
    key: `order-declined:${noteId}`,
    to: 'ADMINS',
    words: declinedForAdmins,
    priority: 'HIGH',
    mail: (recipient, facts, dedupeKey) =>
      queueMail(tx, {
        template: declinedMail,
        ...{ recipient, locale: recipient.locale, dedupeKey },
        data: { ...facts, proofreaderName, reason: excerptOf(note?.text ?? null) },
      }),
  });
}

export const notifyOrderUnassigned = (
  { run }: Ctx,
  unassigned: PayloadOf<typeof notifyOrderUnassignedTask>,
): Promise<void> => run(notifyFormer, unassigned);

async function notifyFormer(tx: NoticeTx, { orderId, proofreaderId }: Omit<OrderUnassigned, 'subject'>): Promise<void> {
  await notifyAboutOrder(tx, await findOrder(tx, orderId), {
    key: onceByRequest(tx, `order-unassigned:${orderId}`),
    to: [proofreaderId],
    words: unassignedForProofreader,
    isGone: true,
  });
}

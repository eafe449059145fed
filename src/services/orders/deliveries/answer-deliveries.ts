import { z } from 'zod';
import { Delivery } from '../../../entities/orders/delivery.entity.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { eachRow } from '../../platform/each-row.ts';
import { defineTask, type PayloadOf } from '../../platform/task.ts';
import { acceptByTime } from './accept-delivery.ts';
import { acceptedIfDeliveredBy, remindedIfDeliveredBy } from './delivery.policy.ts';
import { notifyDeliveryExpiringTask } from './notify-deliveries.ts';

/** The morning's job: deliveries that nobody answered for fourteen days are accepted, and the customers of those that soon will be are reminded. */
export const answerDeliveriesTask = defineTask('orders.answer-deliveries', z.object({}), { priority: 150 });

export async function answerDeliveries(
  { run, db, now }: Pick<AppContext, 'run' | 'db' | 'now'>,
  _: PayloadOf<typeof answerDeliveriesTask>,
): Promise<void> {
  const unanswered = db.selectFrom('delivery').select('id').where('status', '=', 'DELIVERED').orderBy('id');
  const over = await unanswered.where('delivered_at', '<=', acceptedIfDeliveredBy(now)).execute();
  const ending = await unanswered
    .where('delivered_at', '<=', remindedIfDeliveredBy(now))
    .where('delivered_at', '>', acceptedIfDeliveredBy(now))
    .where('reminded_at', 'is', null)
    .execute();
  const due = [
    ...over.map(({ id }) => ({ id, answer: () => run(acceptByTime, { deliveryId: id }) })),
    ...ending.map(({ id }) => ({ id, answer: () => run(remind, id) })),
  ];
  await eachRow<(typeof due)[number]>(due, (_id, { answer }) => answer());
}

async function remind({ em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>, id: string): Promise<void> {
  const delivery = await em.findOne(Delivery, { id, status: 'DELIVERED', remindedAt: null });
  if (delivery === null) return;
  delivery.remindedAt = now;
  enqueue(notifyDeliveryExpiringTask, { deliveryId: id }, { dedupeKey: `${notifyDeliveryExpiringTask.kind}:${id}` });
}

import type { Order } from '../../../entities/orders/order.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { deliveryAccepted } from '../events.ts';
import { partiesOf } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';
import { acceptedIfDeliveredBy } from './delivery.policy.ts';
import { deliveryStates, type DeliveryVerb } from './delivery.states.ts';
import { findDelivery, loadDelivery, type LoadedDelivery } from './load-delivery.ts';

export interface AcceptDelivery {
  readonly deliveryId: string;
  /** 1 to 5. */
  readonly rating?: number | null;
  readonly comment?: string | null;
}

/** The customer accepts what was delivered: nothing more is asked for. */
export async function acceptDelivery(
  tx: MovingTx & Tx<'emit'>,
  { deliveryId, rating, comment }: AcceptDelivery,
): Promise<Order> {
  const loaded = await loadDelivery(tx, deliveryId, 'acceptDelivery');
  accept(tx, loaded, 'accept');
  loaded.delivery.rating = rating ?? null;
  loaded.delivery.comment = comment?.trim() || null;
  return loaded.order;
}

/** Fourteen days have passed without an answer. One that was answered meanwhile stays as it was answered. */
export async function acceptByTime(
  tx: MovingTx & Tx<'emit'>,
  { deliveryId }: { readonly deliveryId: string },
): Promise<void> {
  const loaded = await findDelivery(tx, deliveryId);
  const { delivery } = loaded;
  if (delivery.status !== 'DELIVERED' || delivery.deliveredAt > acceptedIfDeliveredBy(tx.now)) return;
  accept(tx, loaded, 'acceptByTime');
}

function accept(
  tx: MovingTx & Tx<'emit'>,
  { delivery, order }: LoadedDelivery,
  verb: Extract<DeliveryVerb, 'accept' | 'acceptByTime'>,
): void {
  transition(deliveryStates, delivery, verb);
  const { id: deliveryId, number } = delivery;
  const isByTime = verb === 'acceptByTime';
  moveOrder(tx, order, { verb: 'acceptDelivery', facts: { deliveryId, number, isByTime } });
  delivery.acceptedAt = tx.now;
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(deliveryAccepted, { orderId: order.id, deliveryId, isByTime, customerId, proofreaderId });
}

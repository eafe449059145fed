import type { Order } from '../../entities/orders/order.entity.ts';
import type { Needs } from '../platform/scope.ts';
import { orderStarted } from './events.ts';
import { loadOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';

/** The assigned proofreader begins to work on a paid order. */
export async function startOrder(
  needs: Needs<'em' | 'actor' | 'now' | 'emit' | 'announce' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(needs, orderId, 'start');
  moveOrder(needs, order, 'start');
  order.startedAt = needs.now;
  const { customerId, proofreaderId } = partiesOf(order);
  needs.emit(orderStarted, { orderId: order.id, customerId, proofreaderId: proofreaderId as string });
  return order;
}

import type { Order } from '../../entities/orders/order.entity.ts';
import type { Needs } from '../platform/scope.ts';
import { orderSuspended } from './events.ts';
import { loadOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';

/** An admin stops the work on a paid order for a while; it will resume where it was. */
export async function suspendOrder(
  needs: Needs<'em' | 'actor' | 'emit' | 'announce' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(needs, orderId, 'suspend');
  const from = order.status;
  moveOrder(needs, order, 'suspend');
  order.suspendedFrom = from;
  const { customerId, proofreaderId } = partiesOf(order);
  needs.emit(orderSuspended, { orderId: order.id, customerId, proofreaderId });
  return order;
}

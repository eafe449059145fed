import type { Order } from '../../entities/orders/order.entity.ts';
import type { Needs } from '../platform/scope.ts';
import { orderCancelled } from './events.ts';
import { loadOrder } from './load-order.ts';
import { moveOrder } from './move-order.ts';

/** The customer, or an admin, gives up an order that nobody has paid. */
export async function cancelOrder(
  needs: Needs<'em' | 'actor' | 'now' | 'emit' | 'announce' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(needs, orderId, 'cancel');
  moveOrder(needs, order, 'cancel');
  order.cancelledAt = needs.now;
  needs.emit(orderCancelled, { orderId: order.id, customerId: order.customer.id });
  return order;
}

import type { Order } from '../../entities/orders/order.entity.ts';
import type { Tx } from '../platform/context.ts';
import { orderCancelled } from './events.ts';
import { loadOrder } from './load-order.ts';
import { moveOrder } from './move-order.ts';

/** The customer, or an admin, gives up an order that nobody has paid. */
export async function cancelOrder(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'cancel');
  moveOrder(tx, order, 'cancel');
  order.cancelledAt = tx.now;
  tx.emit(orderCancelled, { orderId: order.id, customerId: order.customer.id });
  return order;
}

import type { Order } from '../../entities/orders/order.entity.ts';
import type { Tx } from '../platform/context.ts';
import { orderSuspended } from './events.ts';
import { loadOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';

/** An admin stops the work on a paid order for a while; it will resume where it was. */
export async function suspendOrder(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'suspend');
  const from = order.status;
  moveOrder(tx, order, 'suspend');
  order.suspendedFrom = from;
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderSuspended, { orderId: order.id, customerId, proofreaderId });
  return order;
}

import type { Order } from '../../entities/orders/order.entity.ts';
import type { Tx } from '../platform/context.ts';
import { orderResumed } from './events.ts';
import { loadOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';

/** An admin lets a suspended order go on, in the state it was suspended from. */
export async function resumeOrder(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'resume');
  moveOrder(tx, order, 'resume');
  order.suspendedFrom = null;
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderResumed, { orderId: order.id, customerId, proofreaderId });
  return order;
}

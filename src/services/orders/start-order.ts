import type { Order } from '../../entities/orders/order.entity.ts';
import type { Tx } from '../platform/context.ts';
import { orderStarted } from './events.ts';
import { loadOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';

/** The assigned proofreader begins to work on a paid order. */
export async function startOrder(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'start');
  moveOrder(tx, order, 'start');
  order.startedAt = tx.now;
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderStarted, { orderId: order.id, customerId, proofreaderId: proofreaderId as string });
  return order;
}

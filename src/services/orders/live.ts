import type { OrderAudience } from '../../entities/orders/order-event.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import type { LiveTopic, Tx } from '../platform/context.ts';

/** Something changed in an order: one stream per order. */
export const orderUpdated: LiveTopic = { name: 'orderUpdated' };

export const publishOrder = ({ publish }: Tx<'publish'>, orderId: string): void =>
  publish(orderUpdated, orderId, { orderId });

/** The same of a change that is for some of its people: the others do not learn that there was one. */
export function publishFor(tx: Tx<'publish'>, order: Order, visibleTo: OrderAudience): void {
  if (visibleTo === 'ALL') publishOrder(tx, order.id);
  else tx.publish(orderUpdated, order.id, { orderId: order.id, visibleTo });
}

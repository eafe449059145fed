import type { OrderAudience } from '../../entities/orders/order-event.entity.ts';
import type { LiveTopic, Tx } from '../platform/context.ts';

/** Something changed in an order: one stream per order. */
export const orderUpdated: LiveTopic = { name: 'orderUpdated' };

/** `visibleTo`: whom the change is for; the others of the order do not learn that there was one. */
export const publishOrder = ({ publish }: Tx<'publish'>, orderId: string, visibleTo: OrderAudience = 'ALL'): void =>
  publish(orderUpdated, orderId, visibleTo === 'ALL' ? { orderId } : { orderId, visibleTo });

import type { LiveTopic, Tx } from '../platform/context.ts';

/** Something changed in an order: one stream per order. */
export const orderUpdated: LiveTopic = { name: 'orderUpdated' };

export const publishOrder = ({ publish }: Tx<'publish'>, orderId: string): void =>
  publish(orderUpdated, orderId, { orderId });

import type { LiveTopic, Needs } from '../platform/scope.ts';

/** Something changed in an order: one stream per order. */
export const orderUpdated: LiveTopic = { name: 'orderUpdated' };

export const announceOrder = ({ announce }: Needs<'announce'>, orderId: string): void =>
  announce(orderUpdated, orderId, { orderId });

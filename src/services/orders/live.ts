import type { OrderAudience } from '../../entities/orders/order-event.entity.ts';
import type { OrderUpdateReason } from '../../entities/orders/order-update.ts';
import type { Order, OrderStatus } from '../../entities/orders/order.entity.ts';
import type { LiveTopic, Tx } from '../platform/context.ts';

/** Something changed in an order: one stream per order. */
export const orderUpdated: LiveTopic = { name: 'orderUpdated' };
/** Something changed in any order: one stream for all, which admins filter. */
export const ordersUpdated: LiveTopic = { name: 'ordersUpdated' };
export const allOrders = 'all';
/** Something changed in a proofreader's work: one stream each, by their id. */
export const myWorkUpdated: LiveTopic = { name: 'myWorkUpdated' };
/** An export of orders is further: one stream for each. */
export const ordersExportUpdated: LiveTopic = { name: 'ordersExportUpdated' };

export interface OrderChange {
  /** CHANGED unless said. */
  readonly reason?: OrderUpdateReason;
  /** The state before, where it moved. */
  readonly from?: OrderStatus;
  /** Who had it before, where it was given to another or taken back. */
  readonly previousProofreaderId?: string | null;
}

/** Shows an order to those who watch it, to admins who watch all, and to its proofreaders. */
export function publishOrder(
  { publish }: Tx<'publish'>,
  order: Pick<Order, 'id' | 'proofreader'>,
  { reason = 'CHANGED', from, previousProofreaderId }: OrderChange = {},
): void {
  const orderId = order.id;
  publish(orderUpdated, orderId, { orderId, reason });
  publish(ordersUpdated, allOrders, { orderId, ...(from === undefined ? {} : { from }) });
  const proofreaders = new Set([order.proofreader?.id, previousProofreaderId]);
  for (const proofreaderId of proofreaders) if (proofreaderId) publish(myWorkUpdated, proofreaderId, { orderId });
}

/** The same of a change that is for some of its people: the others do not learn that there was one. */
export function publishFor(tx: Tx<'publish'>, order: Order, visibleTo: OrderAudience): void {
  if (visibleTo === 'ALL') publishOrder(tx, order);
  else tx.publish(orderUpdated, order.id, { orderId: order.id, reason: 'CHANGED', visibleTo });
}

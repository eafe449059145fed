import type { Order } from '../../../entities/orders/order.entity.ts';
import type { PricedOrder } from './agreed-price.ts';

/** What decides of the price of a loaded order. */
export const pricedOrderOf = (order: Order): PricedOrder => ({
  status: order.status,
  unit: order.unit,
  declaredPages: order.declaredPages,
  verifiedPages: order.verifiedPages,
  estimatedCents: order.estimatedCents,
  unitCents: order.unitCents,
  minimumCents: order.minimumCents,
  finalCents: order.finalCents,
  totalCents: order.totalCents,
  quoteId: order.quoteId,
});

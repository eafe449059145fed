import type { Order } from '../../../entities/orders/order.entity.ts';
import { closePayments } from '../../billing/index.ts';
import { consultationRequested } from '../events.ts';
import { loadOrderLocked } from '../load-order.ts';
import { moveOrder } from '../move-order.ts';
import { orderSubject } from '../order-subject.ts';
import { requireOwnPrice } from './require-own-price.ts';
import type { ReviewTx } from './review-tx.ts';

/** The customer, or an admin, wants to talk before a price is given. A payment page that was open is closed. */
export async function requestOrderConsultation(
  tx: ReviewTx,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrderLocked(tx, orderId, 'requestConsultation');
  requireOwnPrice(order, 'requestConsultation');
  moveOrder(tx, order, 'requestConsultation');
  await closePayments(tx, orderSubject(order.id));
  tx.emit(consultationRequested, { orderId: order.id, customerId: order.customer.id });
  return order;
}

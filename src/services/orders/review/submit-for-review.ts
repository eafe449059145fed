import type { Order } from '../../../entities/orders/order.entity.ts';
import { closePayments } from '../../billing/index.ts';
import { orderSubmitted } from '../events.ts';
import { loadOrderLocked } from '../load-order.ts';
import { moveOrder } from '../move-order.ts';
import { orderSubject } from '../order-subject.ts';
import { requireOwnPrice } from './require-own-price.ts';
import type { ReviewTx } from './review-tx.ts';

/** The customer asks the team to count the pages before they pay. A payment page that was open is closed. */
export async function submitOrderForReview(tx: ReviewTx, { orderId }: { readonly orderId: string }): Promise<Order> {
  const order = await loadOrderLocked(tx, orderId, 'submitForReview');
  requireOwnPrice(order, 'submitForReview');
  moveOrder(tx, order, 'submitForReview');
  await closePayments(tx, orderSubject(order.id));
  tx.emit(orderSubmitted, { orderId: order.id, customerId: order.customer.id });
  return order;
}

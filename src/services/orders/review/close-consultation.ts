import type { Order } from '../../../entities/orders/order.entity.ts';
import { loadOrderLocked } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';

/** The conversation took place: an admin verifies the pages next, or sends a quote. */
export async function closeOrderConsultation(tx: MovingTx, { orderId }: { readonly orderId: string }): Promise<Order> {
  const order = await loadOrderLocked(tx, orderId, 'closeConsultation');
  moveOrder(tx, order, 'closeConsultation');
  return order;
}

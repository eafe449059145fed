import type { Order } from '../../../entities/orders/order.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { orderSuspended } from '../events.ts';
import { loadOrder, partiesOf } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';

export interface SuspendOrder {
  readonly orderId: string;
  /** As the customer and the proofreader read it. */
  readonly reason?: string | null;
}

/** An admin stops the work on a paid order for a while; it will resume where it was, and its due date moves by as much. */
export async function suspendOrder(tx: MovingTx & Tx<'emit'>, { orderId, reason }: SuspendOrder): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'suspend');
  suspend(tx, order, { reason: reason?.trim() || null, disputeId: null });
  return order;
}

interface Why {
  readonly reason: string | null;
  /** The dispute of a payment that suspends it. */
  readonly disputeId: string | null;
}

/** Suspends an order that may be, whoever decided it. */
export function suspend(tx: MovingTx & Tx<'emit'>, order: Order, { reason, disputeId }: Why): void {
  const from = order.status;
  moveOrder(tx, order, { verb: 'suspend', facts: { isDisputed: disputeId !== null } });
  order.suspendedFrom = from;
  order.suspendedAt = tx.now;
  order.suspendedReason = reason;
  order.suspendedByDisputeId = disputeId;
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderSuspended, { orderId: order.id, customerId, proofreaderId, suspendedAt: tx.now.toISOString() });
}

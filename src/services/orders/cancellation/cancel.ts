import type { CancellationReason } from '../../../entities/orders/cancellation-reason.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { orderCancelled } from '../events.ts';
import { partiesOf } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';

export type CancellingTx = MovingTx & Tx<'emit'>;

export interface Cancelling {
  readonly reason: CancellationReason;
  /** Words for the team. */
  readonly note?: string | null;
  /** What goes back, in minor units. */
  readonly refundCents?: number;
}

/** Gives an order up that may be, whoever decided it. */
export function cancel(tx: CancellingTx, order: Order, { reason, note, refundCents }: Cancelling): void {
  moveOrder(tx, order, { verb: 'cancel', facts: { reason, refundCents: refundCents ?? 0 } });
  order.cancelledAt = tx.now;
  order.cancellationReason = reason;
  order.cancellationNote = note ?? null;
  order.isLate = false;
  Object.assign(order, { suspendedFrom: null, suspendedAt: null, suspendedByDisputeId: null });
  const { customerId, proofreaderId } = partiesOf(order);
  const isByCustomer = tx.actor.userId === customerId;
  tx.emit(orderCancelled, {
    orderId: order.id,
    customerId,
    proofreaderId,
    isByCustomer,
    refundCents: refundCents ?? 0,
  });
}

import type { Order } from '../../../entities/orders/order.entity.ts';
import { isDisputed } from '../../billing/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { orderResumed } from '../events.ts';
import { loadOrder, partiesOf } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';
import { orderSubject } from '../order-subject.ts';
import { pause } from './pause.ts';

/** An admin lets a suspended order go on, in the state it was suspended from. Error: PAYMENT_DISPUTED while the customer’s bank claims its money back. */
export async function resumeOrder(
  tx: MovingTx & Tx<'emit' | 'config'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'resume');
  await requireNoDispute(tx, order);
  resume(tx, order);
  return order;
}

/** Nothing is decided about an order while a bank decides about its money. */
export async function requireNoDispute({ em }: Tx<'em'>, order: Order): Promise<void> {
  if (order.paidAt === null) return;
  if (await isDisputed(writing(em).db, orderSubject(order.id))) throw new DomainError('PAYMENT_DISPUTED');
}

/** Resumes a suspended order, whoever decided it: the time that it stood still is added to its due date. */
export function resume(tx: MovingTx & Tx<'emit' | 'config'>, order: Order): void {
  const { suspendedAt, dueAt, pausedMs } = order;
  const after = pause({ suspendedAt, dueAt, pausedMs }, tx.now, tx.config.TIME_ZONE);
  moveOrder(tx, order, { verb: 'resume', facts: { addedMs: after.addedMs } });
  Object.assign(order, {
    dueAt: after.dueAt,
    pausedMs: after.pausedMs,
    suspendedFrom: null,
    suspendedAt: null,
    suspendedReason: null,
    suspendedByDisputeId: null,
  });
  const { customerId, proofreaderId } = partiesOf(order);
  const since = suspendedAt === null ? {} : { suspendedAt: suspendedAt.toISOString() };
  tx.emit(orderResumed, { orderId: order.id, customerId, proofreaderId, ...since });
}

import { OrderNote } from '../../../entities/orders/order-note.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { personOf } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { orderDeclined } from '../events.ts';
import { loadOrder } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';
import { orderSubject } from '../order-subject.ts';

export interface DeclineAssignment {
  readonly orderId: string;
  /** As the admins read it. */
  readonly reason: string;
}

/** The proofreader gives an order back before its start, and says why: it waits for another one, and the admins are notified. */
export async function declineAssignment(
  tx: MovingTx & Tx<'emit'>,
  { orderId, reason }: DeclineAssignment,
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'decline');
  const text = reason.trim();
  if (text === '') throw fieldError('input.reason', 'isNotBlank');
  const proofreaderId = personOf(tx.actor);
  // Who declined is the team's business; the customer sees whom they work with.
  moveOrder(tx, order, { verb: 'decline', facts: { proofreaderId }, visibleTo: 'ADMIN' });
  order.proofreader = null;
  const noteId = newId();
  tx.em.create(OrderNote, { id: noteId, order, authorId: proofreaderId, audience: 'ADMIN', text });
  tx.emit(orderDeclined, { orderId: order.id, subject: orderSubject(order.id), noteId, proofreaderId });
  return order;
}

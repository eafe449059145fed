import type { Order } from '../../../entities/orders/order.entity.ts';
import { OrderNote } from '../../../entities/orders/order-note.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { cancellationRequested } from '../events.ts';
import { publishOrder } from '../live.ts';
import { findOrder, partiesOf } from '../load-order.ts';
import { orderFor, requireVisible, roleIn } from '../order.policy.ts';
import { orderStates } from '../order.states.ts';
import { recordStep } from '../order-timeline.ts';

export interface RequestCancellation {
  readonly orderId: string;
  /** Why, as the admins read it. */
  readonly note?: string | null;
}

/** The customer of a paid order asks for its cancellation. Nothing moves: the admins are notified, and decide. One that is not paid they cancel themself. */
export async function requestCancellation(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId, note }: RequestCancellation,
): Promise<Order> {
  const order = await findOrder(tx, orderId);
  const parties = partiesOf(order);
  requireVisible(tx.actor, parties);
  requirePermission(tx.actor, 'order:cancel', { container: orderFor(tx.actor, parties) });
  if (roleIn(tx.actor, parties) !== 'CUSTOMER') throw new DomainError('FORBIDDEN');
  if (order.paidAt === null || !allows(orderStates, order.status, 'cancel'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'requestCancellation', status: order.status });
  const text = note?.trim() ?? '';
  if (text !== '') tx.em.create(OrderNote, { order, authorId: personOf(tx.actor), audience: 'ADMIN', text });
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: 'request-cancellation' },
  });
  recordStep(tx, order, { kind: 'CANCELLATION_REQUESTED' });
  tx.emit(cancellationRequested, { orderId: order.id, customerId: parties.customerId });
  publishOrder(tx, order);
  return order;
}

import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { orderUnassigned } from '../events.ts';
import { loadOrder, partiesOf } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';
import { orderSubject } from '../order-subject.ts';
import { orderStates } from '../order.states.ts';

/** An admin takes an order from its proofreader before its start: it waits for another one, and is no longer theirs to see. */
export async function unassignProofreader(
  tx: MovingTx & Tx<'emit'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'unassign');
  const { proofreaderId } = partiesOf(order);
  if (proofreaderId === null || !allows(orderStates, order.status, 'unassign'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'unassign', status: order.status });
  moveOrder(tx, order, { verb: 'unassign', facts: { proofreaderId }, visibleTo: 'STAFF' });
  order.proofreader = null;
  tx.emit(orderUnassigned, { orderId: order.id, subject: orderSubject(order.id), proofreaderId });
  return order;
}

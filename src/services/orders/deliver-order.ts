import { OrderFile } from '../../entities/orders/order-file.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { allows } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { orderDelivered } from './events.ts';
import { loadOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';
import { orderStates } from './order.states.ts';

/** The assigned proofreader hands the work over: the order is complete. Error: CORRECTED_FILE_REQUIRED. */
export async function deliverOrder(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'deliver');
  const corrected = await tx.em.count(OrderFile, { order, role: 'CORRECTED', file: { deletedAt: null } });
  if (corrected === 0 && allows(orderStates, order.status, 'deliver')) throw new DomainError('CORRECTED_FILE_REQUIRED');
  moveOrder(tx, order, 'deliver');
  order.completedAt = tx.now;
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderDelivered, {
    orderId: order.id,
    title: order.title,
    customerId,
    proofreaderId: proofreaderId as string,
  });
  return order;
}

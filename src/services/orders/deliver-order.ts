import { OrderFile } from '../../entities/orders/order-file.entity.ts';
import type { Order } from '../../entities/orders/order.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { allows } from '../kernel/states.ts';
import type { Needs } from '../platform/scope.ts';
import { orderDelivered } from './events.ts';
import { loadOrder, partiesOf } from './load-order.ts';
import { moveOrder } from './move-order.ts';
import { orderStates } from './order.states.ts';

/** The assigned proofreader hands the work over: the order is complete. Error: CORRECTED_FILE_REQUIRED. */
export async function deliverOrder(
  needs: Needs<'em' | 'actor' | 'now' | 'emit' | 'announce' | 'record'>,
  { orderId }: { readonly orderId: string },
): Promise<Order> {
  const order = await loadOrder(needs, orderId, 'deliver');
  const corrected = await needs.em.count(OrderFile, { order, role: 'CORRECTED', file: { deletedAt: null } });
  if (corrected === 0 && allows(orderStates, order.status, 'deliver')) throw new DomainError('CORRECTED_FILE_REQUIRED');
  moveOrder(needs, order, 'deliver');
  order.completedAt = needs.now;
  const { customerId, proofreaderId } = partiesOf(order);
  needs.emit(orderDelivered, {
    orderId: order.id,
    title: order.title,
    customerId,
    proofreaderId: proofreaderId as string,
  });
  return order;
}

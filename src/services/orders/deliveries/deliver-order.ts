import { LockMode } from '@mikro-orm/core';
import { Delivery } from '../../../entities/orders/delivery.entity.ts';
import { OrderFile } from '../../../entities/orders/order-file.entity.ts';
import { Order } from '../../../entities/orders/order.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { allows } from '../../kernel/states.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { Tx } from '../../platform/context.ts';
import { orderCompleted, orderDelivered } from '../events.ts';
import { loadOrder, partiesOf } from '../load-order.ts';
import { moveOrder } from '../move-order.ts';
import { orderStates } from '../order.states.ts';
import { mostFiles } from './delivery.policy.ts';

export interface DeliverOrder {
  readonly orderId: string;
  readonly note?: string | null;
}

/**
 * The assigned proofreader hands over the corrected files that were added since the last delivery: the order is complete, and the
 * customer has fourteen days to answer. Errors: CORRECTED_FILE_REQUIRED, TOO_MANY_FILES.
 */
export async function deliverOrder(
  tx: Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>,
  { orderId, note }: DeliverOrder,
): Promise<Order> {
  // Two deliveries at once would take one number.
  if (isId(orderId)) await tx.em.findOne(Order, { id: orderId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const order = await loadOrder(tx, orderId, 'deliver');
  const files = allows(orderStates, order.status, 'deliver') ? await filesToDeliver(tx, order) : [];
  const number = (await tx.em.count(Delivery, { order })) + 1;
  const deliveryId = newId();
  moveOrder(tx, order, { verb: 'deliver', facts: { deliveryId, number, files: files.length } });
  order.completedAt = tx.now;
  order.isLate = false;
  order.progressPercent = 100;
  tx.em.create(Delivery, {
    id: deliveryId,
    order,
    number,
    note: note?.trim() || null,
    deliveredAt: tx.now,
    deliveredById: idOf(tx.actor),
  });
  for (const file of files) file.deliveryId = deliveryId;
  await tx.em.flush();
  crashPoint('after-delivery');
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderCompleted, { orderId: order.id, customerId, proofreaderId });
  tx.emit(orderDelivered, {
    orderId: order.id,
    deliveryId,
    title: order.title,
    customerId,
    proofreaderId: proofreaderId as string,
  });
  return order;
}

async function filesToDeliver({ em }: Tx<'em'>, order: Order): Promise<OrderFile[]> {
  const files = await em.find(OrderFile, { order, role: 'CORRECTED', deliveryId: null, file: { deletedAt: null } });
  if (files.length === 0) throw new DomainError('CORRECTED_FILE_REQUIRED');
  if (files.length > mostFiles) throw new DomainError('TOO_MANY_FILES', { most: mostFiles });
  return files;
}

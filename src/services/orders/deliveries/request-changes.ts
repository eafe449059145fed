import { OrderFile } from '../../../entities/orders/order-file.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { changesRequested } from '../events.ts';
import { partiesOf } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';
import { requireRevisable, revisionDueAt } from './delivery.policy.ts';
import { deliveryStates } from './delivery.states.ts';
import { loadDelivery } from './load-delivery.ts';

export interface RequestChanges {
  readonly deliveryId: string;
  readonly text: string;
  /** Reference files of the order that belong to the request. */
  readonly fileIds?: readonly string[] | null;
}

/**
 * The customer asks for changes: the order is in progress again. The time that they took to answer is added to the due date, so that the
 * proofreader is not late by it. Errors: REVISION_TOO_LATE, REVISIONS_USED_UP, and INPUT_INVALID for files that are not theirs to add.
 */
export async function requestChanges(
  tx: MovingTx & Tx<'emit' | 'config'>,
  { deliveryId, text, fileIds }: RequestChanges,
): Promise<Order> {
  const { delivery, order } = await loadDelivery(tx, deliveryId, 'requestChanges');
  const changes = text.trim();
  if (changes === '') throw fieldError('input.text', 'isNotBlank');
  // Too late is what to say of one that was accepted because it was too late.
  if (delivery.status !== 'ACCEPTED')
    requireRevisable({ deliveredAt: delivery.deliveredAt, revisionsLeft: order.revisionsLeft }, tx.now);
  transition(deliveryStates, delivery, 'requestChanges');
  const files = await referencesOf(tx, order, fileIds ?? []);
  const { number } = delivery;
  order.dueAt = revisionDueAt({ dueAt: order.dueAt, deliveredAt: delivery.deliveredAt }, tx.now, tx.config.TIME_ZONE);
  const dueAt = order.dueAt?.toISOString() ?? null;
  moveOrder(tx, order, { verb: 'requestChanges', facts: { deliveryId, number, files: files.length, dueAt } });
  delivery.changes = changes;
  delivery.changesRequestedAt = tx.now;
  order.revisionsLeft -= 1;
  order.completedAt = null;
  for (const file of files) file.deliveryId = deliveryId;
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(changesRequested, { orderId: order.id, deliveryId, customerId, proofreaderId });
  return order;
}

async function referencesOf({ em }: Tx<'em'>, order: Order, fileIds: readonly string[]): Promise<OrderFile[]> {
  const wanted = [...new Set(fileIds)];
  if (wanted.length === 0) return [];
  const files = await em.find(OrderFile, {
    order,
    role: 'REFERENCE',
    deliveryId: null,
    file: { id: { $in: wanted.filter(isId) }, deletedAt: null },
  });
  if (files.length < wanted.length) throw fieldError('input.fileIds', 'isReference');
  return files;
}

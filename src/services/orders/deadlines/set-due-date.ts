import type { Order } from '../../../entities/orders/order.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { partiesOf } from '../load-order.ts';
import { requireVisible } from '../order.policy.ts';
import { isRunning, requireDueDate } from './deadline.policy.ts';
import { lapseExtensions } from './lapse-extensions.ts';
import { lockKnownOrder } from './lock-order.ts';
import { moveDueDate, type MovingDueDateTx } from './move-due-date.ts';

export interface SetDueDate {
  readonly orderId: string;
  readonly dueAt: Date;
}

/**
 * An admin says when a paid order is due, also before its manuscript is there. A request for a later date that waits lapses: this is
 * the answer. Error: INPUT_INVALID for a time at which nobody works, or that is over.
 */
export async function setDueDate(tx: MovingDueDateTx & Tx<'config'>, { orderId, dueAt }: SetDueDate): Promise<Order> {
  const order = await lockKnownOrder(tx, orderId);
  requireVisible(tx.actor, partiesOf(order));
  requirePermission(tx.actor, 'order:set-due-date');
  if (!isRunning(order.status))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'set-due-date', status: order.status });
  requireDueDate(dueAt, { now: tx.now, zone: tx.config.TIME_ZONE, path: 'input.dueAt' });
  await lapseExtensions(tx, order);
  moveDueDate(tx, order, dueAt);
  return order;
}

import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { publishOrder } from '../live.ts';
import { loadOrder } from '../load-order.ts';
import { orderStates } from '../order.states.ts';
import { recordStep } from '../order-timeline.ts';

export interface UpdateOrderProgress {
  readonly orderId: string;
  /** 0 to 100. */
  readonly percent: number;
}

/** Who may deliver says how much of the work is done: a part of it that is sent meanwhile is a message, and no delivery. */
export async function updateOrderProgress(
  tx: Tx<'em' | 'actor' | 'now' | 'publish' | 'record'>,
  { orderId, percent }: UpdateOrderProgress,
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'deliver');
  if (!allows(orderStates, order.status, 'deliver'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'updateProgress', status: order.status });
  if (order.progressPercent === percent) return order;
  const from = order.progressPercent;
  order.progressPercent = percent;
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: 'update-progress', from, to: percent },
  });
  recordStep(tx, order, { kind: 'PROGRESSED', facts: { from, to: percent } });
  publishOrder(tx, order);
  return order;
}

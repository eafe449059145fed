import type { Order } from '../../entities/orders/order.entity.ts';
import { transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { announceOrder } from './live.ts';
import { statesOf, type OrderVerb } from './order.states.ts';

/** Moves an order by a verb, journals the step and tells whoever watches. The only way an order changes state. */
export function moveOrder(tx: Tx<'publish' | 'record'>, order: Order, verb: OrderVerb): void {
  const from = order.status;
  transition(statesOf(order), order, verb);
  tx.record({
    action: 'COMMAND_STATUS_CHANGED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb, from, to: order.status },
  });
  announceOrder(tx, order.id);
}

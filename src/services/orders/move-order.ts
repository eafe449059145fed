import type { Order } from '../../entities/orders/order.entity.ts';
import { transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { publishOrder } from './live.ts';
import { statesOf, type OrderVerb } from './order.states.ts';

/** Moves an order by a verb, audits the transition and publishes it. The only way an order changes state. */
export function moveOrder(tx: Tx<'publish' | 'record'>, order: Order, verb: OrderVerb): void {
  const from = order.status;
  transition(statesOf(order), order, verb);
  tx.record({
    action: 'COMMAND_STATUS_CHANGED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb, from, to: order.status },
  });
  publishOrder(tx, order.id);
}

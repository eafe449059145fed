import type { Order } from '../../entities/orders/order.entity.ts';
import { transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { isRunning } from './deadlines/deadline.policy.ts';
import { publishOrder } from './live.ts';
import { recordStep, stepOf, type OrderStep } from './order-timeline.ts';
import { statesOf, type OrderVerb } from './order.states.ts';

/** What moving an order needs of a transaction. */
export type MovingTx = Tx<'em' | 'actor' | 'now' | 'publish' | 'record'>;

/** A verb, with what its step of the timeline says beside the states. */
export interface OrderMove extends Omit<OrderStep, 'kind'> {
  readonly verb: OrderVerb;
}

/** Moves an order by a verb, audits the transition, adds it to the timeline and publishes it. The only way an order changes state. */
export function moveOrder(tx: MovingTx, order: Order, move: OrderVerb | OrderMove): void {
  const { verb, ...step } = typeof move === 'string' ? { verb: move } : move;
  const from = order.status;
  transition(statesOf(order), order, verb);
  // What is delivered, suspended or given up is late no more.
  order.isLate &&= isRunning(order.status);
  tx.record({
    action: 'COMMAND_STATUS_CHANGED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb, from, to: order.status },
  });
  recordStep(tx, order, { ...step, kind: stepOf[verb], facts: { from, to: order.status, ...step.facts } });
  publishOrder(tx, order, { reason: 'MOVED', from });
}

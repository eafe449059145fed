import type { Order } from '../../../entities/orders/order.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { orderExtended } from '../events.ts';
import { publishFor } from '../live.ts';
import { partiesOf } from '../load-order.ts';
import { recordStep } from '../order-timeline.ts';

export type MovingDueDateTx = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record'>;

/** Writes a due date that was found good. What was due before is planned anew: reminders are about a due date, not about an order. */
export function moveDueDate(tx: MovingDueDateTx, order: Order, dueAt: Date): void {
  const previous = order.dueAt;
  if (previous?.getTime() === dueAt.getTime()) return;
  order.dueAt = dueAt;
  order.isLate = false;
  const facts = { dueAt: dueAt.toISOString() };
  const [kind, said] =
    previous === null
      ? (['DUE_DATE_SET', facts] as const)
      : (['DUE_DATE_MOVED', { ...facts, previousDueAt: previous.toISOString() }] as const);
  recordStep(tx, order, { kind, facts: said });
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: 'set-due-date', ...said },
  });
  if (previous !== null && previous < dueAt) emitExtended(tx, order, { dueAt, previous });
  publishFor(tx, order, 'ALL');
}

function emitExtended(tx: MovingDueDateTx, order: Order, { dueAt, previous }: { dueAt: Date; previous: Date }): void {
  const { customerId, proofreaderId } = partiesOf(order);
  tx.emit(orderExtended, {
    orderId: order.id,
    customerId,
    proofreaderId,
    dueAt: dueAt.toISOString(),
    previousDueAt: previous.toISOString(),
    at: tx.now.toISOString(),
  });
}

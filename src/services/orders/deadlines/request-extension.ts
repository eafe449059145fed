import { OrderExtension } from '../../../entities/orders/order-extension.entity.ts';
import { idOf, personOf, requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { withoutUnseen } from '../../kernel/names.ts';
import type { Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { orderExtensionAsked } from '../events.ts';
import { publishFor } from '../live.ts';
import { partiesOf } from '../load-order.ts';
import { requireVisible, roleIn } from '../order.policy.ts';
import { recordStep } from '../order-timeline.ts';
import { requireDueDate, runningDueDate } from './deadline.policy.ts';
import { lapseExtensions } from './lapse-extensions.ts';
import { lockKnownOrder } from './lock-order.ts';

export interface RequestExtension extends Keyed {
  readonly orderId: string;
  readonly until: Date;
  readonly reason: string;
}

type RequestTx = Tx<'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record' | 'config'>;

/** The proofreader asks for a later due date; admins answer. Errors: EXTENSION_PENDING while another request of theirs waits. */
export const requestExtension = keyed<keyof RequestTx, RequestExtension, OrderExtension>(
  'requestExtension',
  ask,
  ({ em }, id) => em.findOneOrFail(OrderExtension, { id }),
);

async function ask(tx: RequestTx, { orderId, until, reason }: Omit<RequestExtension, 'key'>): Promise<OrderExtension> {
  const order = await lockKnownOrder(tx, orderId);
  requireVisible(tx.actor, partiesOf(order));
  requirePermission(tx.actor, 'order:extend');
  if (roleIn(tx.actor, partiesOf(order)) !== 'PROOFREADER') throw new DomainError('FORBIDDEN');
  const text = reason.trim();
  if (withoutUnseen(text).trim() === '') throw fieldError('input.reason', 'isNotBlank');
  const dueAt = runningDueDate(order, 'request-extension');
  if (until <= dueAt) throw fieldError('input.until', 'isLater');
  requireDueDate(until, { now: tx.now, zone: tx.config.TIME_ZONE, path: 'input.until' });
  await lapseExtensions(tx, order, idOf(tx.actor));
  const waiting = await tx.em.count(OrderExtension, { order, status: 'PENDING', askedById: personOf(tx.actor) });
  if (waiting > 0) throw new DomainError('EXTENSION_PENDING');
  const extension = tx.em.create(OrderExtension, { order, askedById: personOf(tx.actor), dueAt, until, reason: text });
  recordStep(tx, order, {
    kind: 'EXTENSION_ASKED',
    facts: { dueAt: until.toISOString(), previousDueAt: dueAt.toISOString() },
    visibleTo: 'STAFF',
  });
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: { verb: 'request-extension', extensionId: extension.id, until: until.toISOString() },
  });
  tx.emit(orderExtensionAsked, { orderId: order.id, extensionId: extension.id });
  publishFor(tx, order, 'STAFF');
  return extension;
}

import { OrderExtension } from '../../../entities/orders/order-extension.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { idOf, requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import { notify, recipientsOf } from '../../notifications/index.ts';
import type { Tx } from '../../platform/context.ts';
import { publishFor } from '../live.ts';
import { partiesOf } from '../load-order.ts';
import { orderPath } from '../order-path.ts';
import { requireVisible } from '../order.policy.ts';
import { recordStep } from '../order-timeline.ts';
import { isRunning, requireDueDate } from './deadline.policy.ts';
import { extensionStates } from './extension.states.ts';
import { lockKnownOrder } from './lock-order.ts';
import { moveDueDate, type MovingDueDateTx } from './move-due-date.ts';
import { extensionRefused } from './words.ts';

export interface AnswerExtension {
  readonly id: string;
  readonly grant: boolean;
  readonly note?: string | null;
}

type AnsweringTx = MovingDueDateTx & Tx<'config'>;

/** An admin grants or refuses a later due date. Granted, the due date moves and the customer is notified; refused, the proofreader is. */
export async function answerExtension(tx: AnsweringTx, { id, grant, note }: AnswerExtension): Promise<OrderExtension> {
  const { extension, order } = await loadExtension(tx, id);
  requirePermission(tx.actor, 'order:answer-extension');
  transition(extensionStates, extension, grant ? 'grant' : 'refuse');
  extension.answeredById = idOf(tx.actor);
  extension.answeredAt = tx.now;
  extension.note = note?.trim() ? note.trim() : null;
  recordStep(tx, order, {
    kind: 'EXTENSION_ANSWERED',
    facts: { isGranted: grant, dueAt: extension.until.toISOString() },
    visibleTo: 'STAFF',
  });
  if (grant) moveTo(tx, order, extension);
  else await notifyRefused(tx, order, extension);
  publishFor(tx, order, 'STAFF');
  return extension;
}

async function loadExtension(tx: AnsweringTx, id: string): Promise<{ extension: OrderExtension; order: Order }> {
  const known = isId(id) ? await tx.em.findOne(OrderExtension, { id }) : null;
  if (known === null) throw new DomainError('NOT_FOUND');
  const order = await lockKnownOrder(tx, known.order.id);
  requireVisible(tx.actor, partiesOf(order));
  // Read again under the order's lock: it may have been answered meanwhile.
  const extension = await tx.em.findOneOrFail(OrderExtension, { id }, { refresh: true });
  return { extension, order };
}

/** Refuses what can no longer be granted: an order that does not run, another proofreader, a due date that is later already. */
function moveTo(tx: AnsweringTx, order: Order, { until, askedById }: OrderExtension): void {
  const isPossible = isRunning(order.status) && order.proofreader?.id === askedById && (order.dueAt ?? until) < until;
  if (!isPossible) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'grant', status: order.status });
  requireDueDate(until, { now: tx.now, zone: tx.config.TIME_ZONE, path: 'input.id' });
  moveDueDate(tx, order, until);
}

async function notifyRefused(tx: AnsweringTx, order: Order, { id, askedById }: OrderExtension): Promise<void> {
  const proofreader = (await recipientsOf(tx, [askedById])).get(askedById);
  if (proofreader === undefined) return;
  await notify(tx, {
    userId: proofreader.userId,
    ...extensionRefused[proofreader.locale]({ title: order.title }),
    type: 'ORDER',
    priority: 'HIGH',
    actionUrl: orderPath(order.id),
    data: { orderId: order.id },
    dedupeKey: `extension-refused:${id}:${proofreader.userId}`,
  });
}

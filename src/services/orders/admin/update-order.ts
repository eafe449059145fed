import type { Priority } from '../../../entities/notifications/notification.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { requirePermission } from '../../access/actor.ts';
import type { Tx } from '../../platform/context.ts';
import { publishOrder } from '../live.ts';
import { findLockedOrder, partiesOf } from '../load-order.ts';
import { requireVisible, roleIn } from '../order.policy.ts';
import { recordStep } from '../order-timeline.ts';
import { textOf, titleOf } from '../place-order.ts';
import { requireDueDate } from '../deadlines/deadline.policy.ts';
import { lapseExtensions } from '../deadlines/lapse-extensions.ts';
import { moveDueDate, type MovingDueDateTx } from '../deadlines/move-due-date.ts';

export interface UpdateOrder {
  readonly orderId: string;
  readonly title?: string | null | undefined;
  readonly description?: string | null | undefined;
  readonly customerNote?: string | null | undefined;
  readonly priority?: Priority | null | undefined;
  readonly dueAt?: Date | null | undefined;
}

type Changes = Omit<UpdateOrder, 'orderId'>;
type UpdateTx = MovingDueDateTx & Tx<'config'>;

/**
 * Corrects what is said of an order; what is absent stays, an empty text goes. The customer changes their own words until the work
 * begins; an admin these, the priority and the due date, until the order is given up.
 */
export async function updateOrder(tx: UpdateTx, { orderId, ...changes }: UpdateOrder): Promise<Order> {
  const order = await findLockedOrder(tx, orderId);
  if (order === null) throw new DomainError('NOT_FOUND');
  requireVisible(tx.actor, partiesOf(order));
  requirePermission(tx.actor, 'order:update');
  requireOpen(tx, order, changes);
  const changed = [...wordsOf(order, changes), ...(await planOf(tx, order, changes))];
  if (changed.length === 0) return order;
  recordStep(tx, order, { kind: 'UPDATED', facts: { fields: changed.join(' ') } });
  tx.record({ action: 'COMMAND_UPDATED', targetType: 'command', targetId: order.id, payload: { fields: changed } });
  publishOrder(tx, order);
  return order;
}

/** What an admin alone decides. */
const planned = ['priority', 'dueAt'] as const satisfies readonly (keyof Changes)[];

function requireOpen({ actor }: UpdateTx, order: Order, changes: Changes): void {
  const { status } = order;
  const isAdmin = roleIn(actor, partiesOf(order)) === 'ADMIN';
  if (status === 'CANCELLED' || (!isAdmin && (order.startedAt !== null || status === 'COMPLETED')))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'update', status });
  const [refused] = isAdmin ? [] : planned.filter((field) => isGiven(changes[field]));
  if (refused !== undefined) throw fieldError(`input.${refused}`, 'adminOnly');
}

const isGiven = <T>(value: T | null | undefined): value is T => value !== null && value !== undefined;

function wordsOf(order: Order, { title, description, customerNote }: Changes): string[] {
  return [
    isGiven(title) && put(order, 'title', titleOf(title)),
    isGiven(description) && put(order, 'description', textOf(description)),
    isGiven(customerNote) && put(order, 'customerNote', textOf(customerNote)),
  ].filter((field) => field !== false);
}

async function planOf(tx: UpdateTx, order: Order, { priority, dueAt }: Changes): Promise<string[]> {
  const changed: (string | false)[] = isGiven(priority) ? [put(order, 'priority', priority)] : [];
  if (isGiven(dueAt) && dueAt.getTime() !== order.dueAt?.getTime()) {
    requireDueDate(dueAt, { now: tx.now, zone: tx.config.TIME_ZONE, path: 'input.dueAt' });
    await lapseExtensions(tx, order);
    moveDueDate(tx, order, dueAt);
    changed.push('dueAt');
  }
  return changed.filter((field) => field !== false);
}

/** The field, if this changes it. */
function put<F extends 'title' | 'description' | 'customerNote' | 'priority'>(
  order: Order,
  field: F,
  value: Order[F],
): F | false {
  if (order[field] === value) return false;
  order[field] = value;
  return field;
}

import { User } from '../../../entities/identity/user.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { allows } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { orderAssigned } from '../events.ts';
import { loadOfOrder } from './list-proofreaders.ts';
import { publishOrder } from '../live.ts';
import { loadOrder } from '../load-order.ts';
import { writing } from '../../platform/orm/values.ts';
import { recordStep } from '../order-timeline.ts';
import { orderSubject } from '../order-subject.ts';
import { orderStates } from '../order.states.ts';

export interface AssignProofreader {
  readonly orderId: string;
  readonly proofreaderId: string;
}

/**
 * An admin gives a paid order to a proofreader, or to another one while the work is going on; the event names both.
 * More than they can do by the due date is allowed, and written down. Giving it again to the same one changes nothing. Errors: PROOFREADER_REQUIRED when the person is no proofreader, PROOFREADER_UNAVAILABLE when their account is not active.
 */
export async function assignProofreader(
  tx: Tx<'em' | 'actor' | 'now' | 'config' | 'emit' | 'publish' | 'record'>,
  { orderId, proofreaderId }: AssignProofreader,
): Promise<Order> {
  const order = await loadOrder(tx, orderId, 'assign');
  if (!allows(orderStates, order.status, 'assign'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'assign', status: order.status });
  const proofreader = await activeProofreader(tx, proofreaderId);
  const previousProofreaderId = order.proofreader?.id ?? null;
  if (previousProofreaderId === proofreader.id) return order;
  order.proofreader = proofreader;
  tx.emit(orderAssigned, {
    orderId: order.id,
    subject: orderSubject(order.id),
    title: order.title,
    customerId: order.customer.id,
    proofreaderId: proofreader.id,
    previousProofreaderId,
  });
  tx.record({
    action: 'COMMAND_UPDATED',
    targetType: 'command',
    targetId: order.id,
    payload: {
      verb: 'assign',
      proofreaderId: proofreader.id,
      previousProofreaderId,
      isBeyondCapacity: await isBeyondCapacity(tx, order.id, proofreader.id),
    },
  });
  recordStep(tx, order, { kind: 'ASSIGNED', facts: { proofreaderId: proofreader.id } });
  publishOrder(tx, order, { reason: 'ASSIGNED', previousProofreaderId });
  return order;
}

async function activeProofreader({ em }: Tx<'em'>, id: string): Promise<User> {
  const person = isId(id) ? await em.findOne(User, { id, role: 'PROOFREADER', status: { $ne: 'ERASED' } }) : null;
  if (person?.status === 'ACTIVE') return person;
  const [code, rule] =
    person === null
      ? (['PROOFREADER_REQUIRED', 'isProofreader'] as const)
      : (['PROOFREADER_UNAVAILABLE', 'isActive'] as const);
  throw new DomainError(code, { fields: [{ path: 'input.proofreaderId', rules: [rule] }] });
}

async function isBeyondCapacity(
  { em, now, config, actor }: Tx<'em' | 'now' | 'config' | 'actor'>,
  id: string,
  proofreaderId: string,
): Promise<boolean> {
  const load = await loadOfOrder({ db: writing(em).db, now, config, actor }, { id, proofreaderId });
  return load?.holdsDueAt === false;
}

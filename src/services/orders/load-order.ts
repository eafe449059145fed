import { LockMode } from '@mikro-orm/core';
import { Order } from '../../entities/orders/order.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import type { Tx } from '../platform/context.ts';
import { requireVerb, type OrderParties, type PersonalVerb } from './order.policy.ts';

/** The parties of a loaded order. */
export const partiesOf = (order: Order): OrderParties => ({
  id: order.id,
  status: order.status,
  customerId: order.customer.id,
  proofreaderId: order.proofreader?.id ?? null,
});

export async function findOrder({ em }: Tx<'em'>, id: string): Promise<Order> {
  const order = isId(id) ? await em.findOne(Order, { id }) : null;
  if (order === null) throw new DomainError('NOT_FOUND');
  return order;
}

/** The order, for someone who may use this verb on it; for anyone else it does not exist. */
export async function loadOrder(tx: Tx<'em' | 'actor'>, id: string, verb: PersonalVerb): Promise<Order> {
  const order = await findOrder(tx, id);
  requireVerb(tx.actor, partiesOf(order), verb);
  return order;
}

/** The order, locked until the commit; null when there is none. */
export const findLockedOrder = async ({ em }: Tx<'em'>, id: string): Promise<Order | null> =>
  isId(id) ? em.findOne(Order, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE }) : null;

/** The order, locked: what is paid for it, and what it is paid at, stays as it is until the commit. */
export async function loadOrderLocked(tx: Tx<'em' | 'actor'>, id: string, verb: PersonalVerb): Promise<Order> {
  const order = await findLockedOrder(tx, id);
  if (order === null) throw new DomainError('NOT_FOUND');
  requireVerb(tx.actor, partiesOf(order), verb);
  return order;
}

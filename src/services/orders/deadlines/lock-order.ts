import { LockMode } from '@mikro-orm/core';
import { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';

/** The order, locked: of two who change its due date the second waits for the first. Null: there is none. */
export const lockOrder = async ({ em }: Tx<'em'>, id: string): Promise<Order | null> =>
  isId(id) ? em.findOne(Order, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true }) : null;

export async function lockKnownOrder(tx: Tx<'em'>, id: string): Promise<Order> {
  const order = await lockOrder(tx, id);
  if (order === null) throw new DomainError('NOT_FOUND');
  return order;
}

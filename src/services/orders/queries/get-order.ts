import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadScope } from '../../platform/scope.ts';
import type { Selection } from '../../platform/selection.ts';
import { demandSight } from '../order.policy.ts';
import { completeOrders } from './order-parts.ts';
import { orderColumns, rowOf, type OrderRow } from './order-row.ts';

/** One order, for whoever may see it; for anyone else it does not exist. */
export async function getOrder(scope: ReadScope, id: string, selection: Selection): Promise<OrderRow> {
  const order = isId(id)
    ? ((await scope.db
        .selectFrom('customer_order')
        .select(orderColumns(selection))
        .where('id', '=', id)
        .executeTakeFirst()) as unknown as OrderRow | undefined)
    : undefined;
  if (order === undefined) throw new DomainError('NOT_FOUND');
  demandSight(scope.actor, order);
  await completeOrders(scope, [order], selection);
  return order;
}

/** An order that was just changed, with what was asked for. Taken from the entity: a replica may not have it yet. */
export async function showOrder(scope: ReadScope, changed: Order, selection: Selection): Promise<OrderRow> {
  const order = rowOf(changed);
  await completeOrders(scope, [order], selection);
  return order;
}

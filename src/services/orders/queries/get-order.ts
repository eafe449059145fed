import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Selection } from '../../platform/selection.ts';
import { requireVisible } from '../order.policy.ts';
import { completeOrders } from './order-parts.ts';
import { orderColumns, rowOf, type OrderRow } from './order-row.ts';

/** One order, for an actor who may see it; for anyone else it does not exist. */
export async function getOrder(ctx: ReadContext, id: string, selection: Selection): Promise<OrderRow> {
  const order = isId(id)
    ? ((await ctx.db
        .selectFrom('customer_order')
        .select(orderColumns(selection))
        .where('id', '=', id)
        .executeTakeFirst()) as unknown as OrderRow | undefined)
    : undefined;
  if (order === undefined) throw new DomainError('NOT_FOUND');
  requireVisible(ctx.actor, order);
  await completeOrders(ctx, [order], selection);
  return order;
}

/** An order that was just changed, with the selected fields. Taken from the entity: a replica may not have it yet. */
export async function showOrder(ctx: ReadContext, changed: Order, selection: Selection): Promise<OrderRow> {
  const order = rowOf(changed);
  await completeOrders(ctx, [order], selection);
  return order;
}

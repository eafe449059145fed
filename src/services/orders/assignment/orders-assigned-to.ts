import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import { can } from '../../access/actor.ts';
import type { ReadContext } from '../../platform/context.ts';
import type { Selection } from '../../platform/selection.ts';
import { completeOrders } from '../queries/order-parts.ts';
import { orderColumns, type OrderRow } from '../queries/order-row.ts';

const unfinished: readonly OrderStatus[] = ['PAID', 'IN_PROGRESS', 'SUSPENDED'];
/** More are found by `orders`. */
const mostShown = 50;

/** The orders that somebody has and has not delivered, oldest first: what to give to others before they are suspended. Nothing for those who may not assign. */
export async function ordersAssignedTo(ctx: ReadContext, userId: string, selection: Selection): Promise<OrderRow[]> {
  if (!can(ctx.actor, 'order:assign')) return [];
  const rows = (await ctx.db
    .selectFrom('customer_order')
    .select(orderColumns(selection))
    .where('proofreader_id', '=', userId)
    .where('status', 'in', unfinished)
    .orderBy('id')
    .limit(mostShown)
    .execute()) as unknown as OrderRow[];
  await completeOrders(ctx, rows, selection);
  return rows;
}

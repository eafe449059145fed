import type { ReadContext } from '../../platform/context.ts';
import type { Selection } from '../../platform/selection.ts';
import { completeOrders } from './order-parts.ts';
import { orderColumns, type OrderRow } from './order-row.ts';

/** Orders in the order of their ids, with what was selected of them. Whether the caller may see them is the caller's rule. */
export async function ordersByIds(
  ctx: ReadContext,
  ids: readonly string[],
  asked: Selection,
): Promise<readonly OrderRow[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.db.selectFrom('customer_order').select(orderColumns(asked)).where('id', 'in', ids).execute();
  const byId = new Map((rows as unknown as OrderRow[]).map((row) => [row.id, row]));
  const orders = ids.flatMap((id) => byId.get(id) ?? []);
  await completeOrders(ctx, orders, asked);
  return orders;
}

import type { OrderStatus } from '../../../entities/orders/order.entity.ts';
import type { ReadContext } from '../../platform/context.ts';
import { dialectOfReader } from '../../platform/keyset.ts';
import { found } from '../../platform/text-search.ts';
import { searchOf } from './list-orders.ts';
import { conditionsOf, type OrderFilter } from './order-filter.ts';

/** The state of orders, by their ids; those that are gone are absent. */
export async function statusesOf(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrderStatus>> {
  const rows = await db.selectFrom('customer_order').select(['id', 'status']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, status }) => [id, status]));
}

interface Watched {
  readonly orderId: string;
  /** The state that it just left. */
  readonly from?: OrderStatus | undefined;
}

/** Does an order that just changed belong to what somebody watches: now, or before it left its state? */
export async function isWatched(
  ctx: Pick<ReadContext, 'db' | 'actor'>,
  { orderId, from }: Watched,
  { statuses, ...filter }: OrderFilter,
): Promise<boolean> {
  const wasIn = from !== undefined && statuses?.includes(from) === true;
  const conditions = await conditionsOf(ctx, wasIn ? filter : { ...filter, statuses });
  const text = found(searchOf(ctx.actor, filter.text ?? ''), dialectOfReader(ctx.db));
  let query = ctx.db.selectFrom('customer_order as o').select('o.id').where('o.id', '=', orderId);
  for (const condition of text === undefined ? conditions : [...conditions, text]) query = query.where(condition);
  return (await query.executeTakeFirst()) !== undefined;
}

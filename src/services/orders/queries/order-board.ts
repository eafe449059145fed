import { sql, type RawBuilder } from 'kysely';
import { orderStatuses, type OrderStatus } from '../../../entities/orders/order.entity.ts';
import type { ReadContext } from '../../platform/context.ts';
import { selectionWithin, type Selection } from '../../platform/selection.ts';
import { finalOrderStatuses } from '../order.states.ts';
import { countByStatus } from './count-orders.ts';
import { ordersByIds } from './orders-by-ids.ts';
import type { OrderRow } from './order-row.ts';

/** Orders of one state, and how many there are in all. */
export interface OrderColumn {
  readonly status: OrderStatus;
  readonly totalCount: number;
  readonly orders: readonly OrderRow[];
}

const perColumn = 20;

/** The first of a state, each sought in an index: those due soonest, or the newest of those that are over. */
function headOf(status: OrderStatus): RawBuilder<unknown> {
  const [index, by] = finalOrderStatuses.includes(status)
    ? ['status_created_at_id', sql`o.created_at desc, o.id desc`]
    : ['status_due_key_id', sql`o.due_key, o.id`];
  const hinted = sql.raw(`o /*! force index (customer_order_${index}_index) */`);
  return sql`select * from (select o.id, o.status from customer_order as ${hinted} where o.status = ${status} order by ${by} limit ${sql.lit(perColumn)}) as ${sql.ref(status.toLowerCase())}`;
}

/** Every state with its first orders, as a board shows them: a handful of statements, however many orders there are. */
export async function orderBoard(ctx: ReadContext, selection: Selection): Promise<OrderColumn[]> {
  const heads = sql<{ id: string; status: OrderStatus }>`${sql.join(orderStatuses.map(headOf), sql` union all `)}`;
  const [{ rows }, counts] = await Promise.all([heads.execute(ctx.db), countByStatus(ctx)]);
  const ids = rows.map(({ id }) => id);
  const orders = await ordersByIds(ctx, ids, selectionWithin(selection, 'orders'));
  return orderStatuses.map((status) => ({
    status,
    totalCount: counts.get(status) ?? 0,
    orders: orders.filter((order) => order.status === status),
  }));
}

import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { orderStatuses, type OrderStatus } from '../../../entities/orders/order.entity.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import type { ReadContext } from '../../platform/context.ts';
import { conditionsOf, late } from './order-filter.ts';

export interface OrderCounts {
  readonly total: number;
  /** Every state, in the order of an order's life. */
  readonly byStatus: readonly { readonly status: OrderStatus; readonly count: number }[];
  readonly needsAttention: number;
  readonly unassigned: number;
  readonly late: number;
  readonly unpaid: number;
}

/** How many orders stand where; none are read but their entries in an index. */
export async function countByStatus({ db }: Pick<ReadContext, 'db'>): Promise<ReadonlyMap<OrderStatus, number>> {
  const rows = await db
    .selectFrom('customer_order')
    .select(['status', sql<unknown>`count(*)`.as('n')])
    .groupBy('status')
    .execute();
  return new Map(rows.map(({ status, n }) => [status, numberFrom(n)]));
}

const howMany = (conditions: readonly RawBuilder<SqlBool>[]) =>
  sql<unknown>`(select count(*) from customer_order as o where ${sql.join(conditions, sql` and `)})`;

const beforePayment: readonly OrderStatus[] = ['PENDING', 'AWAITING_REVIEW', 'AWAITING_CONSULTATION', 'QUOTE_SENT'];

/** The figures of an admin's tabs, each as the filter of the same name finds them: two statements, and one of billing. */
export async function countOrders(ctx: ReadContext): Promise<OrderCounts> {
  const attention = howMany(await conditionsOf(ctx, { needsAttention: true }));
  const unassigned = howMany(await conditionsOf(ctx, { statuses: ['PAID'], isUnassigned: true }));
  const overdue = howMany([late]);
  const figures = sql<Readonly<Record<'attention' | 'unassigned' | 'overdue', unknown>>>`
    select ${attention} as attention, ${unassigned} as unassigned, ${overdue} as overdue`;
  const [counts, { rows }] = await Promise.all([countByStatus(ctx), figures.execute(ctx.db)]);
  const of = (status: OrderStatus): number => counts.get(status) ?? 0;
  const sum = (statuses: readonly OrderStatus[]): number => statuses.reduce((all, status) => all + of(status), 0);
  const [{ attention: needing, unassigned: free, overdue: behind }] = rows as [(typeof rows)[number]];
  return {
    total: sum(orderStatuses),
    byStatus: orderStatuses.map((status) => ({ status, count: of(status) })),
    needsAttention: numberFrom(needing),
    unassigned: numberFrom(free),
    late: numberFrom(behind),
    unpaid: sum(beforePayment),
  };
}

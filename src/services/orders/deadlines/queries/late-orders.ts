import { localDateOf } from '../../../kernel/format.ts';
import type { LateReason, NextStep } from '../../../kernel/late-orders.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import { daysBetween } from '../../../kernel/working-days.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { instantFrom } from '../../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { selectionWithin, type Selection } from '../../../platform/selection.ts';
import { completeOrders } from '../../queries/order-parts.ts';
import { orderColumns, type OrderRow } from '../../queries/order-row.ts';
import { runningStatuses } from '../deadline.policy.ts';
import { lateReasonOf, nextStepOf } from './late-reason.ts';

type Sort = SortOf<'LateOrderSort'>;

export interface ListLateOrders extends ListRequest<Sort> {
  /** Local days are those of this zone. */
  readonly zone: string;
}

export interface LateOrderRow {
  readonly order: OrderRow;
  readonly dueAt: unknown;
  readonly daysLate: number;
  readonly reason: LateReason;
  readonly nextStep: NextStep;
}

const dueAt = sortKey<LateOrderRow>('o.due_at', 'instant', (row) => row.dueAt);
const id = sortKey<LateOrderRow>('o.id', 'id', (row) => row.order.id);
const orders: Orders<LateOrderRow, Sort> = { DUE_AT_ASC: [dueAt.asc, id.asc], DUE_AT_DESC: [dueAt.desc, id.desc] };

type Found = OrderRow & { readonly late_due_at: unknown };

/** What should be delivered by now, the longest late first: by its due date, whether or not the schedule has marked it yet. */
export async function listLateOrders(
  ctx: ReadContext,
  { zone, ...page }: ListLateOrders,
  selection: Selection,
): Promise<PageOf<LateOrderRow>> {
  const asked = selectionWithin(selection, 'nodes.order', 'edges.node.order');
  const result = await listPage({
    db: ctx.db,
    query: ctx.db
      .selectFrom('customer_order as o')
      .select(orderColumns(asked))
      .select('o.due_at as late_due_at')
      .where('o.status', 'in', runningStatuses)
      .where('o.due_at', '<=', ctx.now),
    orders,
    orderBy: page.orderBy ?? 'DUE_AT_ASC',
    page,
    shape: (rows) => lateRows(ctx, rows as unknown as Found[], zone),
  });
  await completeOrders(
    ctx,
    result.nodes.map(({ order }) => order),
    asked,
  );
  return result;
}

async function lateRows(ctx: ReadContext, found: readonly Found[], zone: string): Promise<LateOrderRow[]> {
  const ids = found.map((row) => row.id);
  const [pending, corrected] = await Promise.all([withPendingExtension(ctx, ids), withCorrectedFile(ctx, ids)]);
  const today = localDateOf(ctx.now, zone);
  return found.map((order) => {
    const reason = lateReasonOf({
      status: order.status,
      proofreaderId: order.proofreaderId,
      isExtensionPending: pending.has(order.id),
      hasCorrectedFile: corrected.has(order.id),
    });
    return {
      order,
      dueAt: order.late_due_at,
      daysLate: daysBetween(localDateOf(instantFrom(order.late_due_at), zone), today),
      reason,
      nextStep: nextStepOf[reason],
    };
  });
}

async function withPendingExtension({ db }: ReadContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('order_extension')
    .select('order_id')
    .where('order_id', 'in', ids)
    .where('status', '=', 'PENDING')
    .execute();
  return new Set(rows.map(({ order_id }) => order_id));
}

async function withCorrectedFile({ db }: ReadContext, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('order_file as attached')
    .innerJoin('stored_file as file', 'file.id', 'attached.file_id')
    .select('attached.order_id')
    .where('attached.order_id', 'in', ids)
    .where('attached.role', '=', 'CORRECTED')
    .where('file.deleted_at', 'is', null)
    .execute();
  return new Set(rows.map(({ order_id }) => order_id));
}

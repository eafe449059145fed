import type { ExtensionStatus, OrderExtension } from '../../../../entities/orders/order-extension.entity.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { audiencesIn } from '../../timeline/audiences.ts';

/** A request for a later due date, as the order's proofreader and admins see it. */
export interface ExtensionRow {
  readonly id: string;
  readonly orderId: string;
  readonly status: ExtensionStatus;
  readonly dueAt: unknown;
  readonly until: unknown;
  readonly reason: string;
  readonly note: string | null;
  readonly askedById: string;
  readonly createdAt: unknown;
  readonly answeredAt: unknown;
}

/** Those of these orders, oldest first, for an actor who is of their staff; none for anybody else. */
export async function extensionsOf(
  ctx: ReadContext,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, readonly ExtensionRow[]>> {
  const rows = await ctx.db
    .selectFrom('order_extension as e')
    .innerJoin('customer_order as o', 'o.id', 'e.order_id')
    .select([
      'e.id',
      'e.order_id as orderId',
      'e.status',
      'e.due_at as dueAt',
      'e.until',
      'e.reason',
      'e.note',
      'e.asked_by_id as askedById',
      'e.created_at as createdAt',
      'e.answered_at as answeredAt',
      'o.customer_id as customerId',
      'o.proofreader_id as proofreaderId',
    ])
    .where('e.order_id', 'in', orderIds)
    .orderBy('e.created_at')
    .orderBy('e.id')
    .execute();
  const seen = rows.filter((row) => audiencesIn(ctx.actor, row).includes('STAFF'));
  return Map.groupBy(seen, ({ orderId }) => orderId);
}

/** One that was just changed. */
export const extensionRowOf = (extension: OrderExtension): ExtensionRow => ({
  id: extension.id,
  orderId: extension.order.id,
  status: extension.status,
  dueAt: extension.dueAt,
  until: extension.until,
  reason: extension.reason,
  note: extension.note,
  askedById: extension.askedById,
  createdAt: extension.createdAt,
  answeredAt: extension.answeredAt,
});

import type { OrderRunResult } from '../../../entities/orders/order-run.entity.ts';
import { errorCatalogue, type ErrorCode } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { ReadContext } from '../../platform/context.ts';
import { selectionWithin, type Selection } from '../../platform/selection.ts';
import { ordersByIds } from '../queries/orders-by-ids.ts';
import type { OrderRow } from '../queries/order-row.ts';

export interface ShownResult extends OrderRunResult {
  readonly isDone: boolean;
  readonly message: string | null;
  readonly order: OrderRow | null;
}

/** The results of an action on many orders as an admin sees them, with the orders as they are now. */
export async function showRun(
  ctx: ReadContext,
  results: readonly OrderRunResult[],
  selection: Selection,
): Promise<ShownResult[]> {
  const ids = results.map(({ orderId }) => orderId).filter(isId);
  const orders = await ordersByIds(ctx, selection.has('order') ? ids : [], selectionWithin(selection, 'order'));
  const byId = new Map(orders.map((order) => [order.id, order]));
  return results.map(({ orderId, code }) => ({
    orderId,
    code,
    isDone: code === null,
    message: code === null ? null : errorCatalogue[code as ErrorCode][ctx.actor.locale],
    order: byId.get(orderId) ?? null,
  }));
}

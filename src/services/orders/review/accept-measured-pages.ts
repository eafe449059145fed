import type { Order } from '../../../entities/orders/order.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { loadOrderLocked } from '../load-order.ts';
import { moveOrder, type MovingTx } from '../move-order.ts';
import { isAcceptanceRequired } from './agreed-price.ts';
import { pricedOrderOf } from './priced-order.ts';

export interface AcceptMeasuredPages {
  readonly orderId: string;
  /** The count that the customer saw: another one since is `CONFLICT`. */
  readonly pages?: number | null | undefined;
}

/** The customer accepts the higher price of the pages that the team counted: the order can be paid at it. */
export async function acceptMeasuredPages(tx: MovingTx, { orderId, pages }: AcceptMeasuredPages): Promise<Order> {
  const order = await loadOrderLocked(tx, orderId, 'acceptMeasuredPages');
  const { finalCents, verifiedPages, status } = order;
  if (!isAcceptanceRequired(pricedOrderOf(order)) || finalCents === null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'acceptMeasuredPages', status });
  if (typeof pages === 'number' && pages !== verifiedPages)
    throw new DomainError('CONFLICT', { fields: [{ path: 'input.pages', rules: ['changedSince'] }] });
  moveOrder(tx, order, {
    verb: 'acceptMeasuredPages',
    facts: { pages: verifiedPages, amount: finalCents, currency: order.currency },
  });
  order.totalCents = finalCents;
  return order;
}

import { OrderNote } from '../../../entities/orders/order-note.entity.ts';
import type { Order } from '../../../entities/orders/order.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import { allows } from '../../kernel/states.ts';
import { orderReviewed } from '../events.ts';
import { publishOrder } from '../live.ts';
import { loadOrderLocked } from '../load-order.ts';
import { moveOrder } from '../move-order.ts';
import { recordStep } from '../order-timeline.ts';
import { statesOf } from '../order.states.ts';
import { centsFor } from './agreed-price.ts';
import { pricedOrderOf } from './priced-order.ts';
import type { ReviewTx } from './review-tx.ts';

export interface VerifyPages {
  readonly orderId: string;
  /** Pages of 1,500 characters, 1 or more. */
  readonly pages: number;
  /** Why it is so many, as the customer reads it. */
  readonly reason?: string | null | undefined;
}

/**
 * An admin counts the pages of an order in review. A price that is the same or lower holds at once, and the order can be paid; a
 * higher one is proposed, and waits in review for the customer's acceptance.
 */
export async function verifyPages(tx: ReviewTx, { orderId, pages, reason }: VerifyPages): Promise<Order> {
  const order = await loadOrderLocked(tx, orderId, 'verifyPages');
  if (!allows(statesOf(order), order.status, 'verifyPages'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'verifyPages', status: order.status });
  const cents = centsFor(pricedOrderOf(order), pages);
  const isHigher = cents > order.totalCents;
  order.verifiedPages = pages;
  order.finalCents = cents;
  const facts = { pages, declaredPages: order.declaredPages, amount: cents, currency: order.currency };
  if (isHigher) propose(tx, order, facts);
  else {
    order.totalCents = cents;
    moveOrder(tx, order, { verb: 'verifyPages', facts });
  }
  const noteId = explain(tx, order, reason);
  tx.emit(orderReviewed, {
    orderId: order.id,
    customerId: order.customer.id,
    isAcceptanceRequired: isHigher,
    pages,
    noteId,
  });
  return order;
}

function propose(tx: ReviewTx, order: Order, facts: Readonly<Record<string, string | number | null>>): void {
  recordStep(tx, order, { kind: 'PAGES_VERIFIED', facts });
  tx.record({ action: 'COMMAND_UPDATED', targetType: 'command', targetId: order.id, payload: { ...facts } });
  publishOrder(tx, order);
}

/** The reason is a note that the customer reads: a timeline holds no words. */
function explain(tx: ReviewTx, order: Order, reason: string | null | undefined): string | null {
  if (!reason?.trim()) return null;
  const id = newId();
  tx.em.create(OrderNote, { id, order, authorId: personOf(tx.actor), audience: 'ALL', text: reason.trim() });
  return id;
}

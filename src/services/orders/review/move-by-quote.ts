import type { Order } from '../../../entities/orders/order.entity.ts';
import { closePayments, moneyOfSubject, type QuoteContext, type QuoteStep } from '../../billing/index.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { orderQuotedFor, orderQuoteExpired } from '../events.ts';
import { findLockedOrder } from '../load-order.ts';
import { moveOrder } from '../move-order.ts';
import { orderSubject } from '../order-subject.ts';

type Effect = (tx: QuoteContext, order: Order, step: QuoteStep) => Promise<void> | void;

/**
 * A quote for an order was sent, accepted, refused, or has expired: the order moves with it, in the same transaction. An order that is
 * not there, or in which the table does not allow it, refuses the sending and the acceptance; the end of an offer for it changes
 * nothing.
 */
export async function moveOrderByQuote(tx: QuoteContext, step: QuoteStep): Promise<void> {
  const order = await findLockedOrder(tx, step.subjectId);
  const isEnd = step.verb === 'refuse' || step.verb === 'expire';
  if (isEnd && order?.status !== 'QUOTE_SENT') return;
  if (order === null) throw new DomainError('NOT_FOUND');
  await effects[step.verb](tx, order, step);
}

const effects: Readonly<Record<QuoteStep['verb'], Effect>> = {
  send: async (tx, order, { quoteId, total }) => {
    if (total.currency !== order.currency) throw fieldError('input.quoteId', 'currency');
    const subject = orderSubject(order.id);
    // What is invoiced, or just being paid, has its price.
    if ((await moneyOfSubject(tx, subject)).isAwaited)
      throw new DomainError('ACTION_NOT_ALLOWED', { action: 'quote', status: order.status });
    moveOrder(tx, order, { verb: 'quote', facts: factsOf(quoteId, total) });
    order.quoteId = null;
    await closePayments(tx, subject);
    tx.emit(orderQuotedFor, { orderId: order.id, customerId: order.customer.id, quoteId });
  },
  accept: (tx, order, { quoteId, total, startBeforeWithdrawal }) => {
    moveOrder(tx, order, { verb: 'acceptQuote', facts: factsOf(quoteId, total) });
    Object.assign(order, {
      quoteId,
      finalCents: total.amount,
      totalCents: total.amount,
      startBeforeWithdrawal: startBeforeWithdrawal === true,
    });
  },
  refuse: (tx, order, { quoteId }) => moveOrder(tx, order, { verb: 'refuseQuote', facts: { quoteId } }),
  expire: (tx, order, { quoteId }) => {
    moveOrder(tx, order, { verb: 'expireQuote', facts: { quoteId } });
    tx.emit(orderQuoteExpired, { orderId: order.id, customerId: order.customer.id, quoteId });
  },
};

const factsOf = (quoteId: string, { amount, currency }: QuoteStep['total']) => ({ quoteId, amount, currency });

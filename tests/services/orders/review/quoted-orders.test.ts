/** Orders that move with their quotes, and orders that nobody pays. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refuseQuote, reviseQuote, sendQuote } from '../../../../src/services/billing/index.ts';
import { openCheckout } from '../../../../src/services/billing/index.ts';
import { expireQuotes } from '../../../../src/services/billing/quotes/expire-quotes.ts';
import { cancelOrder, requestOrderConsultation } from '../../../../src/services/orders/index.ts';
import { expireUnpaid } from '../../../../src/services/orders/review/expire-unpaid.ts';
import { DAY } from '../../../support/clock.ts';
import { codeOf } from '../orders-fixture.ts';
import { openReview, type ReviewFixture } from './review-fixture.ts';

let review: ReviewFixture;
beforeAll(async () => {
  review = await openReview();
});
afterAll(() => review.close());

const statusOf = async (orderId: string) => (await review.stored(orderId))['status'];
const refuse = (quoteId: string, revision = 1) =>
  refuseQuote(review.env.contextFor(review.buyer.actor), { quoteId, revision });
const payInvoice = async (invoiceId: string) => {
  const ctx = review.env.contextFor(review.buyer.actor);
  const { sessionId } = await openCheckout('INVOICE', ctx.billables.INVOICE)(ctx, { subjectId: invoiceId });
  await review.deliver(await review.simulator.pay(sessionId));
};

describe('a quote for an order', () => {
  test('sent, the order waits for its answer, and an open page is closed; accepted, it is paid at the quote’s price', async () => {
    const orderId = await review.place();
    const { sessionId: old } = await review.openPage(orderId);
    const quote = await review.quoteFor(orderId);
    expect(await statusOf(orderId)).toBe('QUOTE_SENT');
    expect((await review.simulator.view(old))?.status).toBe('EXPIRED');
    expect(await codeOf(review.openPage(orderId))).toBe('ACTION_NOT_ALLOWED');
    await review.accept(quote);
    expect(await review.stored(orderId)).toMatchObject({
      ...{ status: 'PENDING', total: 45_000, final: 45_000, quote_id: quote.id },
    });
    expect(Boolean((await review.stored(orderId))['start_before_withdrawal'])).toBe(true);
    // What is agreed by a quote is offered for no review: it would be refused.
    const { data } = await review.env.ask(review.buyer.actor, `{ order(id: "${orderId}") { availableActions } }`);
    expect(data['order']).toEqual({ availableActions: ['PAY', 'CANCEL'] });
    const { sessionId } = await review.openPage(orderId);
    await review.deliver(await review.simulator.pay(sessionId));
    expect(await statusOf(orderId)).toBe('PAID');
    expect((await review.invoices()).at(-1)).toMatchObject({ kind: 'INVOICE', gross: 45_000 });
  });

  test('over two rates of VAT is invoiced as it was offered', async () => {
    const orderId = await review.place();
    const line = { quantityThousandths: 1_000, unitPrice: '100' };
    const quote = await review.quoteFor(orderId, {
      lines: [
        { ...line, description: 'Relecture' },
        { ...line, description: 'Livre imprimé', taxRate: 550 },
      ],
    });
    await review.accept(quote);
    const { sessionId } = await review.openPage(orderId);
    await review.deliver(await review.simulator.pay(sessionId));
    const { tax_cents: tax } = await review.env.db
      .selectFrom('invoice')
      .select('tax_cents')
      .where('subject_id', '=', orderId)
      .executeTakeFirstOrThrow();
    expect(Number(tax)).toBe(Number(quote.taxCents));
  });

  test('revised, the order stays; the old one is dead, and the new one counts', async () => {
    const orderId = await review.place({ status: 'AWAITING_REVIEW' });
    const quote = await review.quoteFor(orderId);
    const { version } = await review.row(quote.id);
    const lines = [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice: '400' }];
    const ctx = review.env.contextFor(review.admin);
    const next = await reviseQuote(ctx, {
      ...review.content({ subject: { type: 'ORDER', id: orderId }, prices: 'GROSS', lines }),
      ...{ quoteId: quote.id, version: Number(version) },
    });
    expect(await statusOf(orderId)).toBe('QUOTE_SENT');
    expect(await codeOf(review.accept(quote))).toBe('QUOTE_CHANGED');
    await sendQuote(ctx, { quoteId: next.id, version: next.version });
    await review.env.app.worker.runDue();
    expect(await statusOf(orderId)).toBe('QUOTE_SENT');
    await review.accept(next);
    expect(await review.stored(orderId)).toMatchObject({ status: 'PENDING', total: 40_000 });
  });

  test('another one sent for the same order takes the place of the first', async () => {
    const orderId = await review.place();
    const [first, second] = [await review.quoteFor(orderId), await review.quoteFor(orderId)];
    expect(await review.row(first.id)).toMatchObject({ status: 'SUPERSEDED' });
    expect(await codeOf(review.accept(first))).toBe('QUOTE_CHANGED');
    await review.accept(second);
    expect(await statusOf(orderId)).toBe('PENDING');
  });

  test('refused, the order is in review again; refused twice, once', async () => {
    const orderId = await review.place({ status: 'AWAITING_CONSULTATION' });
    const quote = await review.quoteFor(orderId);
    await Promise.all([refuse(quote.id), refuse(quote.id)]);
    expect(await statusOf(orderId)).toBe('AWAITING_REVIEW');
    const steps = await review.env.db
      .selectFrom('order_event')
      .select('kind')
      .where('order_id', '=', orderId)
      .execute();
    expect(steps.map(({ kind }) => kind).sort()).toEqual(['QUOTED', 'QUOTE_REFUSED']);
  });

  test('paid in parts, the deposit is the payment: the work can begin', async () => {
    const orderId = await review.place();
    const quote = await review.quoteFor(orderId, { onAcceptance: 'DEPOSIT', depositPercent: 30 });
    const { invoiceId } = await review.accept(quote);
    expect(await statusOf(orderId)).toBe('PENDING');
    await payInvoice(String(invoiceId));
    expect(await statusOf(orderId)).toBe('PAID');
  });

  test('of the whole is paid by its invoice; what is agreed so is not reviewed again, nor quoted', async () => {
    const orderId = await review.place();
    const { invoiceId } = await review.accept(await review.quoteFor(orderId, { onAcceptance: 'PAY_ALL' }));
    expect(await codeOf(review.env.run(requestOrderConsultation, { orderId }, review.admin))).toBe(
      'ACTION_NOT_ALLOWED',
    );
    expect(await codeOf(review.quoteFor(orderId))).toBe('ACTION_NOT_ALLOWED');
    await payInvoice(String(invoiceId));
    expect(await statusOf(orderId)).toBe('PAID');
  });

  test('of an order that was cancelled cannot be accepted; it can be refused, and nothing moves', async () => {
    const orderId = await review.place();
    const quote = await review.quoteFor(orderId);
    await cancelOrder(review.env.contextFor(review.buyer.actor), { orderId });
    expect(await codeOf(review.accept(quote))).toBe('ACTION_NOT_ALLOWED');
    expect(await review.row(quote.id)).toMatchObject({ status: 'SENT', invoice_id: null });
    await refuse(quote.id);
    expect(await statusOf(orderId)).toBe('CANCELLED');
  });

  test('in another currency than the order’s is not sent', async () => {
    const orderId = await review.place();
    expect(await codeOf(review.quoteFor(orderId, { currency: 'XOF' }))).toBe('INPUT_INVALID');
    expect(await statusOf(orderId)).toBe('PENDING');
  });
});

test('an order whose invoice asks for the money is not given up', async () => {
  const orderId = await review.place();
  await review.accept(await review.quoteFor(orderId, { onAcceptance: 'PAY_ALL' }));
  await review.env.db
    .updateTable('customer_order')
    .set({ created_at: new Date(review.clock.now().getTime() - 40 * DAY) })
    .where('id', '=', orderId)
    .execute();
  await review.env.db.deleteFrom('order_event').where('order_id', '=', orderId).execute();
  await expireUnpaid(review.env.contextFor(), {});
  expect(await statusOf(orderId)).toBe('PENDING');
});

test('a quote that nobody answered: the order is in review again, and the admins are notified', async () => {
  const orderId = await review.place();
  const validUntil = new Date(review.clock.now().getTime() + 2 * DAY).toISOString().slice(0, 10);
  await review.quoteFor(orderId, { validUntil });
  review.clock.advance(4 * DAY);
  await expireQuotes(review.env.contextFor(), {});
  await review.env.app.worker.runDue();
  expect(await statusOf(orderId)).toBe('AWAITING_REVIEW');
  const notices = await review.env.db.selectFrom('notification').select('title').execute();
  expect(notices.map(({ title }) => title)).toContain('Un devis est resté sans réponse');
});

describe('an order that nobody pays', () => {
  test('is warned about on the 23rd day, once, and given up on the 30th; what came to wait later waits longer', async () => {
    const orderId = await review.place();
    const reviewed = await review.place({ status: 'AWAITING_REVIEW' });
    const night = async (days: number): Promise<void> => {
      review.clock.advance(days * DAY);
      await expireUnpaid(review.env.contextFor(), {});
      await review.env.app.worker.runDue();
    };
    const warnings = async () =>
      (await review.mailsTo(/sera bientôt annulée/)).filter((text) => text.includes(orderId)).length;
    await night(22);
    expect(await warnings()).toBe(0);
    await night(1);
    await night(0);
    await night(1);
    expect(await warnings()).toBe(1);
    const { sessionId } = await review.openPage(orderId);
    expect(await statusOf(orderId)).toBe('PENDING');
    await night(6);
    expect(await statusOf(orderId)).toBe('CANCELLED');
    expect(await statusOf(reviewed)).toBe('AWAITING_REVIEW');
    expect((await review.simulator.view(sessionId))?.status).toBe('EXPIRED');
    const [step] = await review.env.db.selectFrom('order_event').selectAll().where('order_id', '=', orderId).execute();
    expect(step).toMatchObject({ kind: 'CANCELLED', actor_id: null });
  });
});

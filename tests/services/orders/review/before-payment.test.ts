/** What happens to an order before it is paid: reviews, consultations, verified pages, and the pages that were opened to pay it. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { orderStatuses } from '../../../../src/entities/orders/order.entity.ts';
import { billableOrder } from '../../../../src/services/orders/index.ts';
import {
  acceptMeasuredPages,
  cancelOrder,
  closeOrderConsultation,
  estimatePrice,
  requestOrderConsultation,
  submitOrderForReview,
  verifyPages,
} from '../../../../src/services/orders/index.ts';
import { orderStates, type OrderVerb } from '../../../../src/services/orders/order.states.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { codeOf, person, priceItem } from '../orders-fixture.ts';
import { openReview, type ReviewFixture } from './review-fixture.ts';

let review: ReviewFixture;
beforeAll(async () => {
  review = await openReview();
});
afterAll(() => review.close());

const verify = (orderId: string, pages: number, reason: string | null = null) =>
  review.env.run(verifyPages, { orderId, pages, reason }, review.admin);
const accept = (orderId: string, pages?: number) =>
  review.env.run(acceptMeasuredPages, { orderId, pages }, review.buyer.actor);
const submit = (orderId: string) => review.env.run(submitOrderForReview, { orderId }, review.buyer.actor);
const kindsOf = async (orderId: string): Promise<string[]> =>
  (
    await review.env.db.selectFrom('order_event').select('kind').where('order_id', '=', orderId).orderBy('id').execute()
  ).map(({ kind }) => kind);

const moves: Readonly<Partial<Record<OrderVerb, (orderId: string) => Promise<unknown>>>> = {
  submitForReview: submit,
  requestConsultation: (orderId) => review.env.run(requestOrderConsultation, { orderId }, review.buyer.actor),
  closeConsultation: (orderId) => review.env.run(closeOrderConsultation, { orderId }, review.admin),
  verifyPages: (orderId) => verify(orderId, 300),
  acceptMeasuredPages: (orderId) => accept(orderId),
  quote: (orderId) => review.quoteFor(orderId),
};

describe('every cell of the table', () => {
  test.each(Object.keys(moves) as OrderVerb[])('%s moves where it is drawn, and is refused elsewhere', async (verb) => {
    for (const status of orderStatuses) {
      const orderId = await review.place({ status, ...(verb === 'acceptMeasuredPages' ? { finalCents: 70_000 } : {}) });
      const outcome = await codeOf(moves[verb]?.(orderId) ?? Promise.resolve());
      const next = orderStates[status][verb];
      expect([status, (await review.stored(orderId))['status']]).toEqual([status, next ?? status]);
      expect([status, outcome]).toEqual([
        status,
        next === undefined ? 'ACTION_NOT_ALLOWED' : { succeeded: expect.anything() },
      ]);
    }
  });
});

describe('verified pages', () => {
  test('fewer lower the price at once; as many leave it: the order can be paid', async () => {
    for (const [pages, total] of [
      [280, 56_000],
      [300, 60_000],
    ] as const) {
      const orderId = await review.place({ status: 'AWAITING_REVIEW' });
      await verify(orderId, pages);
      expect(await review.stored(orderId)).toMatchObject({
        status: 'PENDING',
        total,
        final: total,
        verified_pages: pages,
      });
      const { paymentId } = await review.openPage(orderId);
      const { amount_cents: amount } = await review.env.db
        .selectFrom('payment')
        .select('amount_cents')
        .where('id', '=', paymentId)
        .executeTakeFirstOrThrow();
      expect(Number(amount)).toBe(total);
    }
  });

  test('more wait for the customer, who sees both totals; paying before is refused', async () => {
    const orderId = await review.place({ status: 'AWAITING_REVIEW' });
    await verify(orderId, 340, 'Les notes comptent aussi.');
    expect(await review.stored(orderId)).toMatchObject({
      ...{ status: 'AWAITING_REVIEW', total: 60_000, final: 68_000, verified_pages: 340 },
    });
    expect(await codeOf(review.openPage(orderId))).toBe('ACCEPTANCE_REQUIRED');
    const shown = `query ($id: ID!) { order(id: $id) { total { amount } finalTotal { amount } priceDifference {
      declaredPages verifiedPages declaredTotal { amount } verifiedTotal { amount currency } isAcceptanceRequired } } }`;
    expect((await review.env.ask(review.buyer.actor, shown, { id: orderId })).data).toEqual({
      order: {
        total: { amount: 60_000 },
        finalTotal: { amount: 68_000 },
        priceDifference: {
          ...{ declaredPages: 300, verifiedPages: 340, isAcceptanceRequired: true },
          ...{ declaredTotal: { amount: 60_000 }, verifiedTotal: { amount: 68_000, currency: 'EUR' } },
        },
      },
    });
    const [mail] = await review.mailsTo(/340 pages/);
    expect(mail).toContain('Les notes comptent aussi.');
    expect(await codeOf(accept(orderId, 339))).toBe('CONFLICT');
    await accept(orderId, 340);
    expect(await review.stored(orderId)).toMatchObject({ status: 'PENDING', total: 68_000, final: 68_000 });
    expect(await kindsOf(orderId)).toEqual(['PAGES_VERIFIED', 'PAGES_ACCEPTED']);
    const { sessionId } = await review.openPage(orderId);
    await review.deliver(await review.simulator.pay(sessionId));
    expect(await review.stored(orderId)).toMatchObject({ status: 'PAID' });
    expect(await codeOf(accept(orderId))).toBe('ACTION_NOT_ALLOWED');
  });

  test('counted again before the answer, the last count holds; without a higher one there is nothing to accept', async () => {
    const orderId = await review.place({ status: 'AWAITING_REVIEW' });
    expect(await codeOf(accept(orderId))).toBe('ACTION_NOT_ALLOWED');
    await verify(orderId, 340);
    await verify(orderId, 320);
    expect(await review.stored(orderId)).toMatchObject({ status: 'AWAITING_REVIEW', final: 64_000 });
    await verify(orderId, 290);
    expect(await review.stored(orderId)).toMatchObject({ status: 'PENDING', total: 58_000 });
  });

  test('of a pack change no price', async () => {
    const orderId = await review.place({
      status: 'AWAITING_REVIEW',
      unit: 'PACK',
      declaredPages: null,
      totalCents: 35_000,
    });
    await verify(orderId, 900);
    expect(await review.stored(orderId)).toMatchObject({ status: 'PENDING', total: 35_000, verified_pages: 900 });
  });

  test('twice at once are one after the other: the price is that of the last', async () => {
    const orderId = await review.place({ status: 'AWAITING_REVIEW' });
    const outcomes = await Promise.all([codeOf(verify(orderId, 250)), codeOf(verify(orderId, 250))]);
    expect(outcomes.filter((outcome) => outcome === 'ACTION_NOT_ALLOWED')).toHaveLength(1);
    expect(await review.stored(orderId)).toMatchObject({ status: 'PENDING', total: 50_000 });
  });

  test('nobody else’s: a stranger finds no order, the customer may not verify, an admin may not accept', async () => {
    const stranger = await person(review.env);
    const orderId = await review.place({ status: 'AWAITING_REVIEW' });
    const as = (who: typeof stranger.actor) => codeOf(review.env.run(verifyPages, { orderId, pages: 1 }, who));
    expect([await as(stranger.actor), await as(review.buyer.actor)]).toEqual(['NOT_FOUND', 'FORBIDDEN']);
    expect(await codeOf(review.env.run(acceptMeasuredPages, { orderId }, review.admin))).toBe('FORBIDDEN');
    for (const unknown of [newId(), 'not-an-id', 'x'.repeat(36)])
      expect(await codeOf(verify(unknown, 1))).toBe('NOT_FOUND');
  });

  test.each([0, -1, 1.5, 10_001])('%d pages are refused by their field', async (pages) => {
    const orderId = await review.place({ status: 'AWAITING_REVIEW' });
    const document = 'mutation ($input: VerifyPagesInput!) { verifyPages(input: $input) { id } }';
    const { codes, errors } = await review.env.ask(review.admin, document, { input: { orderId, pages } });
    expect(codes).toHaveLength(1);
    expect(JSON.stringify(errors)).toContain('pages');
    expect(await review.stored(orderId)).toMatchObject({ verified_pages: null });
  });
});

describe('a payment page that was open', () => {
  test('is closed when the price is to change: it cannot be paid any more', async () => {
    const orderId = await review.place();
    const { sessionId } = await review.openPage(orderId);
    await submit(orderId);
    await review.env.app.worker.runDue();
    expect((await review.simulator.view(sessionId))?.status).toBe('EXPIRED');
    expect(await review.payments(orderId)).toMatchObject([{ status: 'EXPIRED', due: null }]);
    expect(await codeOf(review.simulator.pay(sessionId))).not.toMatchObject({ succeeded: {} });
    expect(await review.mailsTo(/^Nous vérifions votre commande/)).not.toEqual([]);
  });

  test('paid before it could be closed, its money is due for a refund: the order is not paid at the old price', async () => {
    const orderId = await review.place();
    const { sessionId } = await review.openPage(orderId);
    await submit(orderId);
    const paid = await review.simulator.pay(sessionId);
    await verify(orderId, 250);
    await review.deliver(paid);
    expect(await review.stored(orderId)).toMatchObject({ status: 'PENDING', total: 50_000 });
    expect(await review.payments(orderId)).toMatchObject([{ status: 'PAID', due: 'AMOUNT_DIFFERS' }]);
  });

  test('is closed when the order is cancelled', async () => {
    const orderId = await review.place();
    const { sessionId } = await review.openPage(orderId);
    await cancelOrder(review.env.contextFor(review.buyer.actor), { orderId });
    await review.env.app.worker.runDue();
    expect((await review.simulator.view(sessionId))?.status).toBe('EXPIRED');
  });
});

test('a price is estimated without a trace', async () => {
  const byPage = await priceItem(review.env, { priceCents: 200, unit: 'PAGE' });
  const count = async () => (await review.env.db.selectFrom('customer_order').select('id').execute()).length;
  const before = await count();
  const ctx = review.env.contextFor();
  expect(await estimatePrice(ctx, { priceItemId: byPage.id, pages: 312 })).toEqual({
    ...{ service: byPage.name, unit: 'PAGE', pages: 312, total: { amount: 62_400, currency: 'EUR' } },
  });
  expect(await codeOf(estimatePrice(ctx, { priceItemId: byPage.id }))).toBe('PAGES_REQUIRED');
  expect(await codeOf(estimatePrice(ctx, { priceItemId: newId(), pages: 1 }))).toBe('PRICE_ITEM_UNAVAILABLE');
  expect(await count()).toBe(before);
  expect(billableOrder.moveByQuote).toBeDefined();
});

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  PaymentFailure,
  paymentProviders,
  type Able,
  type SessionRequest,
} from '../../../src/services/adapters/payments/port.ts';
import { reconcile as reconcileAll } from '../../../src/services/billing/index.ts';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { billables, createBillingWorld, idOf, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let customerId: string;
let orderId: string;
beforeEach(async () => {
  world = await createBillingWorld();
  customerId = await world.addCustomer();
  orderId = await world.addOrder(customerId);
});
afterEach(() => world.close());

/** The sandbox behind a list of things to do instead, one per call. */
function troubled(
  ...troubles: ('unavailable' | 'conflict' | 'refused' | 'dies after opening')[]
): Able<'checkout'> & { asked: SessionRequest[] } {
  const asked: SessionRequest[] = [];
  return {
    ...world.payments,
    asked,
    checkout: {
      ...world.payments.checkout,
      openSession: async (request) => {
        asked.push(request);
        const trouble = troubles.shift();
        if (trouble === 'dies after opening') await world.payments.checkout.openSession(request);
        if (trouble === 'dies after opening') throw new Error('the process died here');
        if (trouble !== undefined) throw new PaymentFailure(trouble, 'test');
        return world.payments.checkout.openSession(request);
      },
    },
  };
}
async function addListedPack(
  { em }: Tx<'em'>,
  { productId, priceId }: { readonly productId: string; readonly priceId: string },
): Promise<string> {
  const words = { name: 'Pack KDP', description: 'Tout compris', serviceType: 'Pack' };
  const ids = { stripeProductId: productId, stripePriceId: priceId };
  const item = em.create(PriceItem, { ...words, ...ids, priceCents: 35_000, unit: 'PACK' });
  await em.flush();
  return item.id;
}
const payments = () =>
  world.db
    .selectFrom('payment')
    .select(['id', 'status', 'provider_session_id', 'failure_reason'])
    .orderBy('id')
    .execute();
const reconcile = (port: Able<'checkout'> = world.payments) =>
  reconcileAll(
    {
      db: world.db,
      run: world.run,
      payments: paymentProviders(port),
      now: world.clock.now(),
      log: world.logs.log,
      billables,
    },
    { days: 4, isTurnOver: () => false },
  );

describe('opening a payment page', () => {
  test('asks the provider for the order’s price, under the payment’s id, and comes back to the order', async () => {
    const port = troubled();
    const session = await world.open(customerId, orderId, port);
    const [request] = port.asked;
    expect(request).toMatchObject({
      paymentId: session.paymentId,
      amount: { amount: 35_000, currency: 'EUR' },
      locale: 'fr',
      metadata: { subjectType: 'ORDER', subjectId: orderId },
      expiresAt: new Date(world.clock.now().getTime() + 23 * HOUR),
    });
    expect(request?.successUrl).toBe(
      `${world.config.frontUrl}/commandes/${orderId}?paiement=succes&session_id={CHECKOUT_SESSION_ID}`,
    );
    expect(request?.customerEmail).toMatch(/@exemple\.fr$/);
    expect(session.url).toBe(`http://localhost:4000/sandbox/checkout/${session.sessionId}`);
  });

  test('sells a pack of the list by the price that the provider has of it', async () => {
    const listed = { productId: 'prod_1', priceId: 'price_1' };
    const priceItemId = await world.run(addListedPack, listed);
    await world.db
      .updateTable('customer_order')
      .set({ price_item_id: priceItemId })
      .where('id', '=', orderId)
      .execute();
    const port = troubled();
    await world.open(customerId, orderId, port);
    expect(port.asked[0]).toMatchObject({ amount: { amount: 35_000 }, listed });
  });

  test('asked again, or twice at once, answers the one page that is open', async () => {
    const port = troubled();
    const [first, second] = await Promise.all([
      world.open(customerId, orderId, port),
      world.open(customerId, orderId, port),
    ]);
    expect(second).toEqual(first);
    expect(await world.open(customerId, orderId, port)).toEqual(first);
    expect(await payments()).toHaveLength(1);
    expect(world.auditLog.filter(({ action }) => action === 'PAYMENT_SESSION_CREATED')).toHaveLength(1);
  });

  test('a page about to close is not handed out again', async () => {
    const first = await world.open(customerId, orderId);
    world.clock.advance(23 * HOUR - 4 * MINUTE);
    const second = await world.open(customerId, orderId);
    expect(second.sessionId).not.toBe(first.sessionId);
  });

  test('a crash between the provider and us heals when asked again: same payment, same session', async () => {
    const port = troubled('dies after opening');
    await expect(world.open(customerId, orderId, port)).rejects.toThrow('the process died here');
    expect(await payments()).toMatchObject([{ status: 'PENDING', provider_session_id: null }]);
    const session = await world.open(customerId, orderId, port);
    expect(port.asked[1]).toEqual(port.asked[0]);
    expect(await payments()).toMatchObject([
      { id: session.paymentId, status: 'PENDING', provider_session_id: session.sessionId },
    ]);
  });

  test('a payment made on a page that we never stored is processed all the same', async () => {
    const port = troubled('dies after opening');
    await expect(world.open(customerId, orderId, port)).rejects.toThrow();
    const { sessionId } = await world.payments.checkout.openSession(port.asked[0]!);
    await world.processEvent(await world.payments.simulator.pay(sessionId));
    expect(await world.orderStatus(orderId)).toBe('PAID');
    expect(await payments()).toMatchObject([{ status: 'PAID', provider_session_id: sessionId }]);
  });

  test('a provider that does not answer is PAYMENT_UNAVAILABLE, and the payment waits', async () => {
    await expect(world.open(customerId, orderId, troubled('unavailable'))).rejects.toMatchObject({
      code: 'PAYMENT_UNAVAILABLE',
    });
    expect(await payments()).toMatchObject([{ status: 'PENDING' }]);
  });

  test('a key that was used for something else is given up for another; a refusal is reported and given up', async () => {
    const session = await world.open(customerId, orderId, troubled('conflict'));
    expect(await payments()).toMatchObject([
      { status: 'FAILED', failure_reason: 'test' },
      { id: session.paymentId, status: 'PENDING' },
    ]);
    const other = await world.addOrder(customerId);
    await expect(world.open(customerId, other, troubled('refused'))).rejects.toMatchObject({
      code: 'PAYMENT_UNAVAILABLE',
    });
    await expect(world.open(customerId, other, troubled('conflict', 'conflict'))).rejects.toMatchObject({
      code: 'PAYMENT_UNAVAILABLE',
    });
  });

  test('is refused for another’s order, an unknown one and a paid one', async () => {
    const stranger = await world.addCustomer();
    await expect(world.open(stranger, orderId)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.open(customerId, 'no-id')).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { sessionId } = await world.open(customerId, orderId);
    await world.processEvent(await world.payments.simulator.pay(sessionId));
    await expect(world.open(customerId, orderId)).rejects.toMatchObject({ code: 'ORDER_ALREADY_PAID' });
    expect(await payments()).toHaveLength(1);
  });
});

describe('the nightly look', () => {
  test('applies what a lost webhook would have reported, and the late webhook then changes nothing', async () => {
    const { sessionId, paymentId } = await world.open(customerId, orderId);
    const event = await world.payments.simulator.pay(sessionId);
    await reconcile();
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID' });
    await world.processEvent(event);
    expect(await world.invoices()).toHaveLength(1);
  });

  test('and the webhook at the same moment process the payment once', async () => {
    const { sessionId } = await world.open(customerId, orderId);
    const event = await world.payments.simulator.pay(sessionId);
    await world.deliver(event);
    await Promise.all([reconcile(), world.apply(idOf(event)), reconcile()]);
    expect(await world.invoices()).toHaveLength(1);
  });

  test('closes pages that ran out: with the provider’s word, and by ourselves when it was never opened', async () => {
    await world.open(customerId, orderId);
    const other = await world.addOrder(customerId);
    await expect(world.open(customerId, other, troubled('unavailable'))).rejects.toThrow();
    await reconcile();
    expect((await payments()).map(({ status }) => status)).toEqual(['PENDING', 'PENDING']);
    world.clock.advance(23 * HOUR);
    await reconcile();
    expect((await payments()).map(({ status }) => status)).toEqual(['EXPIRED', 'EXPIRED']);
    expect(await world.open(customerId, orderId)).toMatchObject({ url: expect.stringContaining('/sandbox/checkout/') });
  });

  test('one payment that cannot be asked about does not stop the others, and is counted', async () => {
    const first = await world.open(customerId, orderId);
    const other = await world.addOrder(customerId);
    const second = await world.open(customerId, other);
    await world.payments.simulator.pay(second.sessionId);
    const flaky: Able<'checkout'> = {
      ...world.payments,
      checkout: {
        ...world.payments.checkout,
        readSession: (sessionId) =>
          sessionId === first.sessionId
            ? Promise.reject(new PaymentFailure('unavailable', 'test'))
            : world.payments.checkout.readSession(sessionId),
      },
    };
    expect(await reconcile(flaky)).toMatchObject({ unread: 1 });
    expect(await world.orderStatus(other)).toBe('PAID');
  });
});

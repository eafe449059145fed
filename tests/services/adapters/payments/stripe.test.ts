import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { SessionRequest } from '../../../../src/services/adapters/payments/port.ts';
import { stripePayments } from '../../../../src/services/adapters/payments/stripe/stripe.ts';
import { stripeContract, stripeServer } from './stripe-server.ts';

const contract = stripeContract();

const request: SessionRequest = {
  paymentId: '0197c000-0000-7000-8000-000000000001',
  amount: { amount: 35_000, currency: 'EUR' },
  description: 'Pack KDP\u00a0: «\u00a0L’été\u00a0»',
  customerEmail: 'helene@exemple.fr',
  locale: 'fr',
  successUrl: 'https://livres.exemple/commandes/1?session_id={CHECKOUT_SESSION_ID}',
  cancelUrl: 'https://livres.exemple/commandes/1',
  metadata: { subjectType: 'ORDER', subjectId: '0197c000-0000-7000-8000-000000000002' },
  expiresAt: new Date('2026-11-21T08:00:00Z'),
};

if (contract === undefined) {
  test('Stripe’s description is not on this machine', () =>
    console.log('skipped: the Stripe contract tests need ../shared/contracts/stripe'));
} else {
  describe('Stripe Checkout, against Stripe’s own description of its API', () => {
    let server: Awaited<ReturnType<typeof stripeServer>>;
    let payments: ReturnType<typeof stripePayments>;
    // Stripe's description takes seconds to compile, which must not look like silence.
    beforeAll(() => void contract.check('POST /v1/checkout/sessions', 'request', {}), 60_000);
    beforeAll(() => void contract.check('POST /v1/checkout/sessions', 'response', {}), 60_000);
    beforeAll(() => void contract.check('GET /v1/checkout/sessions/{id}', 'request', {}), 60_000);
    beforeAll(() => void contract.check('GET /v1/checkout/sessions/{id}', 'response', {}), 60_000);
    beforeAll(() => void contract.check('POST /v1/checkout/sessions/{id}/expire', 'request', {}), 60_000);
    beforeAll(() => void contract.check('POST /v1/checkout/sessions/{id}/expire', 'response', {}), 60_000);
    beforeEach(async () => {
      server = await stripeServer(contract);
      payments = stripePayments({
        secretKey: 'sk_test_1',
        publishableKey: 'pk_test_1',
        webhookSecrets: ['whsec_1'],
        clock: { now: () => new Date('2026-11-20T09:00:00Z') },
        baseUrl: server.url,
        timeoutMs: 1_500,
      });
    });
    afterEach(() => server.close());

    test('opens a session that the description accepts, under our payment’s id and the pinned version', async () => {
      const opened = await payments.checkout.openSession(request);
      expect(opened).toEqual({
        sessionId: 'cs_test_0001',
        url: 'https://checkout.stripe.com/c/pay/cs_test_0001',
        expiresAt: request.expiresAt,
      });
      expect(server.asked).toHaveLength(1);
      expect(server.asked[0]).toMatchObject({
        key: request.paymentId,
        version: '2026-10-28.endive',
        authorization: 'Bearer sk_test_1',
      });
      expect(server.asked[0]?.form).toMatchObject({
        mode: 'payment',
        locale: 'fr',
        client_reference_id: request.paymentId,
        customer_email: 'helene@exemple.fr',
        expires_at: '1795248000',
        line_items: [
          {
            quantity: '1',
            price_data: { currency: 'eur', unit_amount: '35000', product_data: { name: request.description } },
          },
        ],
        metadata: { ...request.metadata, paymentId: request.paymentId },
        payment_intent_data: { metadata: { paymentId: request.paymentId } },
      });
    });

    test('sells a pack by its price, other things as their product; one that Stripe knows no more by itself', async () => {
      server.listed.products.add('prod_1');
      server.listed.prices.set('price_1', { unit_amount: '35000', currency: 'eur' });
      const open = async (name: string, productId: string, priceId: string | null) => {
        await payments.checkout.openSession({ ...request, paymentId: name, listed: { productId, priceId } });
        const { form, key } = server.asked.at(-1)!;
        expect([...server.sessions.values()].at(-1)).toMatchObject({ amount_total: 35_000, currency: 'eur' });
        return { key, item: (form['line_items'] as object[])[0] };
      };
      expect(await open('pack', 'prod_1', 'price_1')).toEqual({
        key: 'pack',
        item: { quantity: '1', price: 'price_1' },
      });
      const priced = { currency: 'eur', unit_amount: '35000' };
      expect(await open('pages', 'prod_1', null)).toEqual({
        key: 'pages',
        item: { quantity: '1', price_data: { ...priced, product: 'prod_1' } },
      });
      const unlisted = { quantity: '1', price_data: { ...priced, product_data: { name: request.description } } };
      expect(await open('old', 'prod_1', 'price_0')).toEqual({ key: 'old:unlisted', item: unlisted });
      expect(await open('gone', 'prod_0', null)).toEqual({ key: 'gone:unlisted', item: unlisted });
      // Interrupted and asked again, it is the same page.
      await open('old', 'prod_1', 'price_0');
      expect(server.sessions.size).toBe(4);
    });

    test('takes cards only where the money must be there at once', async () => {
      const other = '0197c000-0000-7000-8000-000000000009';
      await payments.checkout.openSession({ ...request, isInstant: true });
      await payments.checkout.openSession({ ...request, paymentId: other });
      const typesOf = (paymentId: string) =>
        server.asked.find(({ key }) => key === paymentId)?.form['allowed_payment_method_types'];
      expect([typesOf(request.paymentId), typesOf(other)]).toEqual([['card'], undefined]);
    });

    test('asked again for one payment, answers the same session; for another request under the same id, conflict', async () => {
      const first = await payments.checkout.openSession(request);
      expect(await payments.checkout.openSession(request)).toEqual(first);
      expect(server.sessions.size).toBe(1);
      await expect(
        payments.checkout.openSession({ ...request, customerEmail: 'autre@exemple.fr' }),
      ).rejects.toMatchObject({
        kind: 'conflict',
      });
    });

    test('tries again after a fault and after silence, with the same key', async () => {
      server.fail({ status: 500 }, 'hang');
      expect((await payments.checkout.openSession(request)).sessionId).toBe('cs_test_0001');
      expect(server.asked.map(({ key }) => key)).toEqual([request.paymentId, request.paymentId, request.paymentId]);
      expect(server.sessions.size).toBe(1);
    });

    test.each([
      ['unavailable', { status: 500 }, 3],
      ['unavailable', { status: 429, error: { type: 'invalid_request_error', code: 'rate_limit' } }, 1],
      ['refused', { status: 401, error: { type: 'invalid_request_error', message: 'Invalid API Key' } }, 1],
      ['refused', { status: 400, error: { type: 'invalid_request_error', code: 'amount_too_small' } }, 1],
    ] as const)('reports %s for %j', async (kind, fault, times) => {
      server.fail(...Array.from({ length: 3 }, () => fault));
      await expect(payments.checkout.openSession(request)).rejects.toMatchObject({ name: 'PaymentFailure', kind });
      expect(server.asked.length).toBeGreaterThanOrEqual(times);
    });

    test('reads where a session stands', async () => {
      contract.check('GET /v1/checkout/sessions/{id}', 'response', {});
      const { sessionId } = await payments.checkout.openSession(request);
      const session = server.sessions.get(sessionId)!;
      const read = () => payments.checkout.readSession(sessionId);
      expect(await read()).toEqual({
        sessionId,
        reference: request.paymentId,
        metadata: { ...request.metadata, paymentId: request.paymentId },
        status: 'OPEN',
        amount: { amount: 35_000, currency: 'EUR' },
        providerPaymentId: null,
        failureReason: null,
      });
      expect(server.asked.at(-1)?.form).toEqual({ expand: ['payment_intent'] });
      const intent = {
        ...contract.fixture('payment_intent'),
        id: 'pi_1',
        allowed_payment_method_types: null,
        payment_record: null,
        last_payment_error: null,
        latest_charge: null,
      };
      Object.assign(session, { status: 'complete', payment_intent: { ...intent, status: 'processing' } });
      expect(await read()).toMatchObject({ status: 'PROCESSING', providerPaymentId: 'pi_1' });
      Object.assign(session, {
        payment_intent: {
          ...intent,
          status: 'requires_payment_method',
          last_payment_error: { type: 'card_error', code: 'card_declined', decline_code: 'insufficient_funds' },
        },
      });
      expect(await read()).toMatchObject({ status: 'FAILED', failureReason: 'insufficient_funds' });
      Object.assign(session, {
        payment_status: 'paid',
        payment_intent: {
          ...intent,
          status: 'succeeded',
          latest_charge: { ...contract.fixture('charge'), payment_method_details: null, amount_refunded: 1_000 },
        },
      });
      expect(contract.check('GET /v1/checkout/sessions/{id}', 'response', structuredClone(session))).toEqual([]);
      expect(await read()).toMatchObject({ status: 'PAID' });
      Object.assign(session, { status: 'expired', payment_status: 'unpaid', payment_intent: null });
      expect(await read()).toMatchObject({ status: 'EXPIRED' });
      Object.assign(session, { status: 'complete', payment_status: 'no_payment_required', amount_total: 0 });
      expect(await read()).toMatchObject({ status: 'PAID', amount: { amount: 0, currency: 'EUR' } });
    });

    test('closes a session that is open; one that has ended is refused', async () => {
      const { sessionId } = await payments.checkout.openSession(request);
      await payments.checkout.closeSession(sessionId);
      expect(await payments.checkout.readSession(sessionId)).toMatchObject({ status: 'EXPIRED' });
      await expect(payments.checkout.closeSession(sessionId)).rejects.toMatchObject({ kind: 'refused' });
    });

    test('knows nothing of a session that Stripe does not know', async () => {
      expect(await payments.checkout.readSession('cs_test_unknown')).toBeUndefined();
      server.fail({ status: 500 }, { status: 500 }, { status: 500 });
      await expect(payments.checkout.readSession('cs_test_unknown')).rejects.toMatchObject({ kind: 'unavailable' });
    });

    test('the description bites: a misspelt parameter is refused', () => {
      expect(
        contract.check('POST /v1/checkout/sessions', 'request', { mode: 'payment', sucess_url: 'https://x' }),
      ).not.toEqual([]);
    });
  });
}

// @lane sqlite: no database
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { IntentRequest } from '../../../../src/services/adapters/payments/port.ts';
import { stripePayments } from '../../../../src/services/adapters/payments/stripe/stripe.ts';
import { stripeContract, stripeServer } from './stripe-server.ts';

const contract = stripeContract();

const request: IntentRequest = {
  paymentId: '0197c000-0000-7000-8000-000000000001',
  amount: { amount: 35_000, currency: 'EUR' },
  description: 'Relecture',
  metadata: { subjectType: 'ORDER', subjectId: '0197c000-0000-7000-8000-000000000002' },
  capture: 'NOW',
  customerId: null,
  savesMethod: false,
  methodId: null,
};

if (contract === undefined) {
  test('Stripe’s description is not on this machine', () =>
    console.log('skipped: the Stripe contract tests need ../shared/contracts/stripe'));
} else {
  describe('Stripe intents and cards, against Stripe’s own description of its API', () => {
    let server: Awaited<ReturnType<typeof stripeServer>>;
    let payments: ReturnType<typeof stripePayments>;
    for (const operation of [
      'POST /v1/payment_intents',
      'GET /v1/payment_intents/{id}',
      'POST /v1/payment_intents/{id}/capture',
      'POST /v1/payment_intents/{id}/cancel',
      'POST /v1/customers',
      'POST /v1/setup_intents',
      'GET /v1/setup_intents/{id}',
      'POST /v1/payment_methods/{id}/detach',
      'GET /v1/customers/{id}/payment_methods',
    ])
      // Stripe's description takes seconds to compile, which must not look like silence.
      for (const side of ['request', 'response'] as const)
        beforeAll(() => void contract.check(operation, side, {}), 60_000);
    beforeAll(() => void contract.checkObject('PaymentMethods:PaymentMethod', {}), 60_000);
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

    test('a form: one intent under the payment’s own key, whoever asks again, and paid once its payer has confirmed', async () => {
      server.fail({ status: 500 });
      const made = await payments.intents.createIntent(request);
      expect(made).toMatchObject({
        sessionId: null,
        reference: request.paymentId,
        status: 'OPEN',
        amount: request.amount,
        failureReason: null,
        clientSecret: `${made.providerPaymentId}_secret_1`,
      });
      expect(await payments.intents.createIntent(request)).toEqual(made);
      expect(server.objects.intents.size).toBe(1);
      expect(server.asked[0]).toMatchObject({
        key: `intent:${request.paymentId}`,
        version: '2026-10-28.endive',
        form: { capture_method: 'automatic', metadata: { paymentId: request.paymentId, subjectType: 'ORDER' } },
      });
      server.objects.pay(made.providerPaymentId);
      expect(await payments.intents.readIntent(made.providerPaymentId)).toMatchObject({ status: 'PAID' });
      expect(await payments.intents.readIntent('pi_unknown')).toBeUndefined();
      await expect(payments.intents.cancelIntent(made.providerPaymentId)).rejects.toMatchObject({ kind: 'refused' });
      await expect(
        payments.intents.createIntent({ ...request, amount: { amount: 1, currency: 'EUR' } }),
      ).rejects.toMatchObject({ kind: 'conflict' });
    });

    test.each([
      ['requires_action', 'OPEN'],
      ['processing', 'PROCESSING'],
      ['requires_capture', 'AUTHORIZED'],
      ['canceled', 'EXPIRED'],
    ])('%s is %s', async (theirs, ours) => {
      const { providerPaymentId } = await payments.intents.createIntent(request);
      Object.assign(server.objects.intents.get(providerPaymentId)!, { status: theirs });
      expect(await payments.intents.readIntent(providerPaymentId)).toMatchObject({ status: ours });
    });

    test('a hold: until when it lasts, taken once, or released', async () => {
      const held = await payments.intents.createIntent({ ...request, capture: 'LATER' });
      const id = held.providerPaymentId;
      server.objects.pay(id);
      expect(await payments.intents.readIntent(id)).toMatchObject({
        status: 'AUTHORIZED',
        captureBefore: new Date(1_796_000_000_000),
      });
      await payments.intents.captureIntent({ providerPaymentId: id, amount: request.amount });
      await payments.intents.captureIntent({ providerPaymentId: id, amount: request.amount });
      expect(await payments.intents.readIntent(id)).toMatchObject({ status: 'PAID', amount: request.amount });
      expect(server.asked.find(({ operation }) => operation.endsWith('/capture'))).toMatchObject({
        form: { amount_to_capture: '35000' },
      });
      const other = await payments.intents.createIntent({ ...request, paymentId: 'other', capture: 'LATER' });
      server.objects.pay(other.providerPaymentId);
      await payments.intents.cancelIntent(other.providerPaymentId);
      expect(await payments.intents.readIntent(other.providerPaymentId)).toMatchObject({ status: 'EXPIRED' });
    });

    test('a card is saved, listed, read, and forgotten once', async () => {
      const person = { reference: 'customer-row-1', email: 'helene@example.fr' };
      const customerId = await payments.cards.createCustomer(person);
      expect(await payments.cards.createCustomer(person)).toBe(customerId);
      const { clientSecret } = await payments.cards.beginSetup({ customerId, key: 'k1' });
      const setupId = clientSecret.replace('_secret_1', '');
      expect(await payments.cards.readSetup(setupId)).toEqual({ customerId, methodId: null });
      const methodId = server.objects.completeSetup(setupId);
      expect(await payments.cards.readSetup(setupId)).toEqual({ customerId, methodId });
      const card = { methodId, customerId, brand: 'visa', last4: '4242', expMonth: 8, expYear: 2030 };
      expect(await payments.cards.readCard(methodId)).toMatchObject(card);
      expect(await payments.cards.listCards(customerId)).toMatchObject([card]);
      for (let i = 0; i < 2; i++) await payments.cards.detachCard(methodId);
      expect(await payments.cards.readCard(methodId)).toMatchObject({ customerId: null });
      await payments.cards.detachCard('pm_unknown');
      expect(server.asked.filter(({ operation }) => operation.endsWith('/detach'))).toHaveLength(1);
    });

    test('a saved card is charged while its owner is not there: paid, wants its owner, or refused', async () => {
      const saved = { ...request, customerId: 'cus_1', methodId: 'pm_1' };
      expect(await payments.intents.createIntent(saved)).toMatchObject({ status: 'PAID', amount: request.amount });
      expect(server.asked.at(-1)?.form).toMatchObject({ confirm: 'true', off_session: 'true', payment_method: 'pm_1' });
      for (const [code, reason] of [
        ['authentication_required', 'authentication_required'],
        ['card_declined', 'generic_decline'],
      ] as const) {
        server.objects.refusals.set('pm_1', code);
        const wish = { ...saved, paymentId: code };
        const reading = await payments.intents.createIntent(wish);
        expect(reading).toMatchObject({ status: 'OPEN', failureReason: reason, reference: code });
        expect(reading.clientSecret).toMatch(/_secret_1$/);
        expect(await payments.intents.createIntent(wish)).toEqual(reading);
      }
      expect(server.objects.intents.size).toBe(3);
    });
  });
}

import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { RefundRequest } from '../../../../src/services/adapters/payments/port.ts';
import { stripePayments } from '../../../../src/services/adapters/payments/stripe/stripe.ts';
import { stripeContract, stripeServer } from './stripe-server.ts';

const contract = stripeContract();

const request: RefundRequest = {
  refundId: '0197c000-0000-7000-8000-000000000003',
  attempt: 1,
  paymentId: '0197c000-0000-7000-8000-000000000001',
  providerPaymentId: 'pi_1',
  amount: { amount: 1_000, currency: 'EUR' },
  reason: 'NOT_DELIVERED',
};
const intentOperation = 'GET /v1/payment_intents/{id}';

if (contract === undefined) {
  test('Stripe’s description is not on this machine', () =>
    console.log('skipped: the Stripe contract tests need ../shared/contracts/stripe'));
} else {
  describe('Stripe refunds, against Stripe’s own description of its API', () => {
    let server: Awaited<ReturnType<typeof stripeServer>>;
    let payments: ReturnType<typeof stripePayments>;
    // Stripe's description takes seconds to compile, which must not look like silence.
    beforeAll(() => void contract.check('POST /v1/refunds', 'request', {}), 60_000);
    beforeAll(() => void contract.check('POST /v1/refunds', 'response', {}), 60_000);
    beforeAll(() => void contract.check(intentOperation, 'request', {}), 60_000);
    beforeAll(() => void contract.check(intentOperation, 'response', {}), 60_000);
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

    test('asks for a refund that the description accepts, under the key of its attempt', async () => {
      await payments.refunds.requestRefund(request);
      expect(server.asked).toHaveLength(1);
      expect(server.asked[0]).toMatchObject({
        operation: 'POST /v1/refunds',
        key: `refund:${request.refundId}:1`,
        version: '2026-10-28.endive',
        form: {
          payment_intent: 'pi_1',
          amount: '1000',
          reason: 'requested_by_customer',
          metadata: { refundId: request.refundId, attempt: '1', paymentId: request.paymentId },
        },
      });
      expect(contract.checkObject('Refunds:Refund', structuredClone(server.refunds[0]))).toEqual([]);
    });

    test('asked again, after a fault, after silence or by another process, makes one', async () => {
      server.fail({ status: 500 }, 'hang');
      await payments.refunds.requestRefund(request);
      await payments.refunds.requestRefund(request);
      expect(server.refunds).toHaveLength(1);
      expect(new Set(server.asked.map(({ key }) => key))).toEqual(new Set([`refund:${request.refundId}:1`]));
      await payments.refunds.requestRefund({ ...request, attempt: 2 });
      expect(server.refunds).toHaveLength(2);
      await expect(
        payments.refunds.requestRefund({ ...request, amount: { amount: 2, currency: 'EUR' } }),
      ).rejects.toMatchObject({ kind: 'conflict' });
    });

    test.each([
      ['refused', { status: 400, error: { type: 'invalid_request_error', code: 'charge_already_refunded' } }],
      ['unavailable', { status: 503 }],
    ] as const)('reports %s', async (kind, fault) => {
      server.fail(fault, fault, fault);
      await expect(payments.refunds.requestRefund(request)).rejects.toMatchObject({ name: 'PaymentFailure', kind });
    });

    test('reads the refunds of a payment, ours and those made in the dashboard, in an answer that the description accepts', async () => {
      await payments.refunds.requestRefund(request);
      const read = async () => (await payments.refunds.readRefunds('pi_1'))[0];
      expect(await read()).toEqual({
        id: 're_0001',
        request: { refundId: request.refundId, attempt: 1 },
        amount: { amount: 1_000, currency: 'EUR' },
        status: 'PENDING',
        reason: 'REQUESTED_BY_CUSTOMER',
        failureReason: null,
      });
      expect(server.asked.at(-1)).toMatchObject({
        operation: intentOperation,
        form: { expand: ['latest_charge.refunds'] },
      });
      const answer = await (await fetch(`${server.url}/v1/payment_intents/pi_1`)).json();
      expect(contract.check(intentOperation, 'response', answer)).toEqual([]);
      const stored = server.refunds[0]!;
      for (const [status, ours] of [
        ['requires_action', 'PENDING'],
        ['succeeded', 'SUCCEEDED'],
        ['canceled', 'CANCELLED'],
      ]) {
        stored['status'] = status;
        expect(await read()).toMatchObject({ status: ours });
      }
      Object.assign(stored, { status: 'failed', failure_reason: 'lost_or_stolen_card' });
      expect(await read()).toMatchObject({ status: 'FAILED', failureReason: 'lost_or_stolen_card' });
      Object.assign(stored, { metadata: {}, reason: 'duplicate' });
      expect(await read()).toMatchObject({ request: null, reason: 'DUPLICATE' });
    });

    test('reads all of them where there are more than a charge carries', async () => {
      for (let attempt = 1; attempt <= 11; attempt++) await payments.refunds.requestRefund({ ...request, attempt });
      expect(await payments.refunds.readRefunds('pi_1')).toHaveLength(11);
      expect(server.asked.at(-1)).toMatchObject({
        operation: 'GET /v1/refunds',
        form: { payment_intent: 'pi_1', limit: '100' },
      });
    });
  });
}

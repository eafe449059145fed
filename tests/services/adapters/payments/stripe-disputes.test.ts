// @lane sqlite: no database.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { stripePayments } from '../../../../src/services/adapters/payments/stripe/stripe.ts';
import { stripeContract, stripeServer } from './stripe-server.ts';

const contract = stripeContract();

if (contract === undefined) {
  test('Stripe’s description is not on this machine', () =>
    console.log('skipped: the Stripe contract tests need ../shared/contracts/stripe'));
} else {
  describe('Stripe disputes, as Stripe’s own description has them', () => {
    let server: Awaited<ReturnType<typeof stripeServer>>;
    let payments: ReturnType<typeof stripePayments>;
    // Stripe's description takes seconds to compile, which must not look like silence.
    beforeAll(() => void contract.checkObject('Disputes:Dispute', {}), 60_000);
    beforeEach(async () => {
      server = await stripeServer(contract);
      payments = stripePayments({
        secretKey: 'sk_test_1',
        publishableKey: 'pk_test_1',
        webhookSecrets: ['whsec_1'],
        clock: { now: () => new Date('2026-11-20T09:00:00Z') },
        baseUrl: server.url,
        timeoutMs: 2_000,
      });
    });
    afterEach(() => server.close());

    test('reads those of a payment with their end and the day to answer by', async () => {
      const due = {
        has_evidence: false,
        past_due: false,
        submission_count: 0,
        submission_method: null,
        enhanced_eligibility: {},
      };
      const facts = { payment_intent: 'pi_1', amount: 900, currency: 'eur', reason: 'fraudulent' };
      const statuses = ['needs_response', 'under_review', 'won', 'lost', 'warning_closed', 'warning_needs_response'];
      for (const [i, status] of statuses.entries())
        server.dispute({
          ...facts,
          id: `dp_${i}`,
          status,
          evidence_details: { ...due, due_by: i === 0 ? 1_795_000_000 : null },
        });
      const read = await payments.disputes.readDisputes('pi_1');
      expect(read[0]).toEqual({
        id: 'dp_0',
        status: 'OPEN',
        amount: { amount: 900, currency: 'EUR' },
        reason: 'fraudulent',
        respondBy: new Date(1_795_000_000_000),
      });
      expect(read.map(({ status }) => status)).toEqual(['OPEN', 'OPEN', 'WON', 'LOST', 'WON', 'OPEN']);
      expect(read.slice(1).map(({ respondBy }) => respondBy)).toEqual([null, null, null, null, null]);
      expect(server.asked.at(-1)).toMatchObject({
        operation: 'GET /v1/disputes',
        form: { payment_intent: 'pi_1', limit: '100' },
      });
    });

    test('reports silence and refusals as what they are', async () => {
      server.fail({ status: 503 }, { status: 503 }, { status: 503 });
      await expect(payments.disputes.readDisputes('pi_1')).rejects.toMatchObject({ kind: 'unavailable' });
    });
  });
}

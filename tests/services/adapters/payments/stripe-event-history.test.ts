// @lane sqlite: no database is involved.
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stripePayments } from '../../../../src/services/adapters/payments/stripe/stripe.ts';
import { stripeContract, stripeServer } from './stripe-server.ts';

const contract = stripeContract();

if (contract === undefined) {
  test('Stripe’s description is not on this machine', () =>
    console.log('skipped: the Stripe contract tests need ../shared/contracts/stripe'));
} else {
  describe('Stripe’s own list of events', () => {
    const from = new Date('2026-11-20T08:00:00Z');
    const until = new Date('2026-11-20T09:00:00Z');
    const second = (instant: Date, more = 0) => instant.getTime() / 1_000 + more;
    let server: Awaited<ReturnType<typeof stripeServer>>;
    let payments: ReturnType<typeof stripePayments>;
    beforeEach(async () => {
      server = await stripeServer(contract);
      payments = stripePayments({
        secretKey: 'sk_test_1',
        publishableKey: 'pk_test_1',
        webhookSecrets: ['whsec_1'],
        clock: { now: () => until },
        baseUrl: server.url,
        timeoutMs: 1_500,
      });
    });
    afterEach(() => server.close());
    const add = (id: string, created: number, type = 'checkout.session.completed') =>
      server.events.unshift({ id, object: 'event', type, created, livemode: false, data: { object: { id: 'cs_1' } } });

    test('is read page by page, for the time asked and no longer, without what is not acted upon', async () => {
      add('evt_before', second(from, -1));
      add('evt_first', second(from));
      for (let n = 0; n < 149; n += 1) add(`evt_${n}`, second(from, 60 + n));
      add('evt_customer', second(from, 300), 'customer.created');
      add('evt_after', second(until));
      const events = await payments.eventHistory.listEvents({ from, until });
      expect(events).toHaveLength(150);
      expect(events.at(-1)).toEqual({
        id: 'evt_first',
        type: 'checkout.session.completed',
        occurredAt: from,
        subject: { kind: 'SESSION', sessionId: 'cs_1', evidence: 'ENDED' },
      });
      const lists = server.asked.filter(({ operation }) => operation === 'GET /v1/events');
      expect(lists.map(({ form }) => form['created'])).toEqual(
        [1, 2].map(() => ({ gte: String(second(from)), lt: String(second(until)) })),
      );
    });

    test('is unavailable while Stripe is', async () => {
      const fault = { status: 503 };
      server.fail(fault, fault, fault);
      await expect(payments.eventHistory.listEvents({ from, until })).rejects.toMatchObject({
        name: 'PaymentFailure',
        kind: 'unavailable',
      });
    });
  });
}

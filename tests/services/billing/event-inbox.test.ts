import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Stripe } from 'stripe';
import { paymentProviders, type SessionState } from '../../../src/services/adapters/payments/port.ts';
import { processPaymentEventTask } from '../../../src/services/billing/tasks/process-payment-event.task.ts';
import { processOrWait } from '../../../src/services/billing/tasks/wait-for-object.ts';
import { RetryLater } from '../../../src/services/platform/jobs/index.ts';
import { HOUR } from '../../support/clock.ts';
import { billables, createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
beforeAll(async () => {
  world = await createBillingWorld();
});
afterAll(() => world.close());

let events = 0;
/** Stores an event that the provider signed; answers its id. */
async function stored(type: string, object: object): Promise<string> {
  const created = Math.floor(world.clock.now().getTime() / 1_000);
  const id = `evt_inbox_${(events += 1)}`;
  const body = JSON.stringify({ id, type, created, livemode: false, data: { object } });
  const secret = `whsec_${'07'.repeat(32)}`;
  await world.deliver({
    body,
    signature: Stripe.webhooks.generateTestHeaderString({ payload: body, secret, timestamp: created }),
  });
  return id;
}
const rowOf = (id: string) =>
  world.db
    .selectFrom('webhook_event')
    .select(['status', 'attempts', 'last_error'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
/** One attempt of the event's job; answers how long it wants to wait. */
async function attempt(eventId: string, port = world.payments): Promise<number | 'done'> {
  const ctx = { db: world.db, run: world.run, payments: paymentProviders(port) };
  try {
    await processOrWait(billables)(ctx, { provider: 'SANDBOX', eventId });
    return 'done';
  } catch (error) {
    if (error instanceof RetryLater) return error.delayMs;
    throw error;
  }
}

const strange: SessionState = {
  sessionId: 'cs_test_sandbox_strange',
  reference: null,
  metadata: {},
  status: 'PAID',
  amount: { amount: 100, currency: 'EUR' },
  providerPaymentId: 'pi_strange',
  failureReason: null,
};

test.each([
  ['checkout.session.completed', { id: strange.sessionId }],
  ['payment_intent.payment_failed', { id: 'pi_strange', metadata: {} }],
  ['charge.refunded', { payment_intent: 'pi_strange', metadata: {} }],
  ['refund.updated', { id: 're_strange', payment_intent: 'pi_strange', metadata: {} }],
])('%s of an object that we do not know waits for it, twelve attempts over a day', async (type, object) => {
  const id = await stored(type, object);
  const port = { ...world.payments, checkout: { ...world.payments.checkout, readSession: async () => strange } };
  let waited = 0;
  // The twelfth attempt that fails is the last: the job engine asks for no wait any more.
  for (let n = 1; n < (processPaymentEventTask.maxAttempts ?? 0); n += 1) waited += Number(await attempt(id, port));
  expect(waited).toBeGreaterThan(23 * HOUR);
  expect(waited).toBeLessThanOrEqual(25 * HOUR);
  expect(await rowOf(id)).toEqual({ status: 'RECEIVED', attempts: 11, last_error: 'NOT_FOUND' });
});

test('an event that came before its payment takes effect as soon as the payment is known', async () => {
  const customerId = await world.addCustomer();
  const { sessionId, paymentId } = await world.open(customerId, await world.addOrder(customerId));
  await world.payments.simulator.pay(sessionId);
  const id = await stored('charge.refunded', { payment_intent: sessionId.replace('cs_test', 'pi'), metadata: {} });
  expect(await attempt(id)).toBe(5_000);
  await world.processEvent(await world.payments.simulator.pay(sessionId));
  await world.payments.simulator.refund(sessionId);
  expect(await attempt(id)).toBe('done');
  expect(await world.payment(paymentId)).toMatchObject({ status: 'REFUNDED' });
});

test('an event that claims more than its object shows is tried again by the job engine’s own waits', async () => {
  const customerId = await world.addCustomer();
  const { sessionId } = await world.open(customerId, await world.addOrder(customerId));
  const id = await stored('checkout.session.async_payment_succeeded', { id: sessionId });
  await expect(attempt(id)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE', details: { evidence: 'PAID' } });
  await world.payments.simulator.pay(sessionId);
  expect(await attempt(id)).toBe('done');
});

test('an event of another kind is remembered as ignored, without a job', async () => {
  const id = await stored('customer.created', { id: 'cus_1' });
  expect(await rowOf(id)).toMatchObject({ status: 'IGNORED', attempts: 0 });
  const jobs = await world.db
    .selectFrom('job')
    .select('payload')
    .where('kind', '=', processPaymentEventTask.kind)
    .execute();
  expect(jobs.filter(({ payload }) => JSON.stringify(payload).includes(`"${id}"`))).toEqual([]);
});

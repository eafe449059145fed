/** Plans that are paid and renewed by a saved card, and paid by mobile money or in a form. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../../src/services/access/actor.ts';
import { providersAble } from '../../../../src/services/adapters/payments/port.ts';
import {
  sandboxCheckoutOf,
  type SandboxSimulator,
  type SignedEvent,
} from '../../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { testCards } from '../../../../src/services/adapters/payments/sandbox/test-cards.ts';
import {
  beginCardSetup,
  cancelPlan,
  choosePlan,
  createPaymentIntent,
  examineClock,
  getMyPlanSubscription,
  listMyPaymentMethods,
  paySubscription,
  periodsOfSubscriptions,
  receiveWebhook,
  removePaymentMethod,
  type PlanPayment,
} from '../../../../src/services/billing/index.ts';
import { seedPlans } from '../../../../src/services/billing/plans/seed-plans.ts';
import { renewPlans } from '../../../../src/services/billing/plans/tasks/renew-plans.ts';
import type { Currency } from '../../../../src/services/kernel/money.ts';
import { HOUR, testClock } from '../../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../../support/environment.ts';
import { person } from '../../orders/orders-fixture.ts';

const clock = testClock();
let env: AppEnvironment;
let simulator: SandboxSimulator;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  simulator = sandboxCheckoutOf(env.contextFor().payments) as SandboxSimulator;
  await seedPlans(env.contextFor(), undefined);
});
afterAll(() => env.close());

const family = 'ARTISAN' as const;
async function deliver(events: readonly SignedEvent[]): Promise<void> {
  const provider = providersAble(env.contextFor().payments, 'events')[0]!;
  for (const { body, signature } of events)
    await receiveWebhook(env.contextFor(), { provider, rawBody: Buffer.from(body), signature });
  await env.app.worker.runDue();
}
async function saveCard(actor: Actor, number: string): Promise<string> {
  const { clientSecret } = await beginCardSetup(env.contextFor(actor), {});
  await deliver(await simulator.cards.completeSetup(clientSecret, { number }));
  const newest = (await listMyPaymentMethods(env.contextFor(actor))).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  return String(newest?.id);
}
async function subscriber(currency: Currency = 'EUR'): Promise<Actor> {
  const { actor } = await person(env);
  await env.run(choosePlan, { plan: 'PRO', interval: 'MONTH', currency }, actor);
  return actor;
}
const pay = (actor: Actor, how: object = {}): Promise<PlanPayment> =>
  paySubscription(env.contextFor(actor), { family, ...how });
const mine = (actor: Actor) => getMyPlanSubscription(env.contextFor(actor), family);
const remove = (actor: Actor, paymentMethodId: string) => env.run(removePaymentMethod, { paymentMethodId }, actor);
const mails = async ({ userId }: Actor): Promise<string[]> =>
  (
    await env.db
      .selectFrom('email_delivery')
      .select('template')
      .where('recipient_id', '=', userId)
      .where('template', 'like', 'plan-%')
      .orderBy('id')
      .execute()
  ).map(({ template }) => template);
const payments = ({ userId }: Actor) =>
  env.db.selectFrom('payment').select(['id', 'status', 'flow']).where('payer_id', '=', userId).orderBy('id').execute();
/** Half a day at a time, as the hourly schedule does, twice. */
async function liveUntil(day: string): Promise<void> {
  while (clock.now().toISOString().slice(0, 10) < day) {
    clock.advance(12 * HOUR);
    await env.run(examineClock, undefined as never);
    await renewPlans(env.contextFor());
    await renewPlans(env.contextFor());
    await env.app.worker.runDue();
  }
}

test('a saved card pays a plan and renews it; a refused one is tried on days 1, 3 and 7; one that asks is left to its owner', async () => {
  const [good, bad, asking] = [await subscriber(), await subscriber(), await subscriber()];
  const visa = await saveCard(good, testCards.visa.number);
  const key = 'pay-once-and-for-all';
  const first = await pay(good, { paymentMethodId: visa, key });
  expect(first).toMatchObject({ url: null, clientSecret: null });
  expect(await pay(good, { paymentMethodId: visa, key })).toEqual(first);
  expect(await mine(good)).toMatchObject({ status: 'ACTIVE', paidUntil: '2026-12-20', paymentMethodId: visa });
  await expect(remove(good, visa)).rejects.toMatchObject({ code: 'PAYMENT_METHOD_IN_USE' });
  // The same card again takes its place.
  const again = await saveCard(good, testCards.visa.number);
  expect(await mine(good)).toMatchObject({ paymentMethodId: again });

  const visaOfBad = await saveCard(bad, testCards.visa.number);
  await pay(bad, { paymentMethodId: visaOfBad });
  const refused = await saveCard(bad, testCards.declinedLater.number);
  await env.db
    .updateTable('plan_subscription')
    .set({ payment_method_id: refused })
    .where('person_id', '=', bad.userId)
    .execute();
  const asks = await saveCard(asking, testCards.asksAlways.number);
  const { clientSecret } = await pay(asking, { paymentMethodId: asks });
  expect(await mine(asking)).toMatchObject({ status: 'INCOMPLETE', paymentMethodId: null });
  await deliver(await simulator.intents.authenticate(String(clientSecret), true));
  expect(await mine(asking)).toMatchObject({ status: 'ACTIVE', paymentMethodId: asks });

  await liveUntil('2026-12-21');
  expect(await mine(good)).toMatchObject({ status: 'ACTIVE', paidUntil: '2027-01-20' });
  expect(await payments(good)).toMatchObject([{ status: 'PAID' }, { status: 'PAID', flow: 'SAVED_METHOD' }]);
  expect(await mails(good)).toEqual(['plan-begun', 'plan-card-renewal']);
  expect(await mine(asking)).toMatchObject({ status: 'PAST_DUE' });
  expect((await mails(asking)).slice(1)).toEqual(['plan-card-renewal', 'plan-payment-failed', 'plan-payment-failed']);
  const waiting = await pay(asking, { paymentMethodId: asks });
  await deliver(await simulator.intents.authenticate(String(waiting.clientSecret), true));
  expect(await mine(asking)).toMatchObject({ status: 'ACTIVE', paidUntil: '2027-01-20' });

  await liveUntil('2026-12-31');
  const failed = (await payments(bad)).map(({ status }) => status);
  expect(failed).toEqual(['PAID', 'FAILED', 'FAILED', 'FAILED', 'FAILED']);
  expect(await mails(bad)).toEqual(['plan-begun', 'plan-card-renewal', ...Array(4).fill('plan-payment-failed')]);
  expect(await mine(bad)).toMatchObject({ status: 'PAST_DUE' });
  // Another card pays what is due, renews from now on, and the refused one may go.
  await pay(bad, { paymentMethodId: visaOfBad });
  expect(await mine(bad)).toMatchObject({ status: 'ACTIVE', paymentMethodId: visaOfBad });
  await remove(bad, refused);

  // A plan that was cancelled is not renewed, and lets its card go.
  await env.run(cancelPlan, { family }, good);
  await remove(good, again);
  expect(await mine(good)).toMatchObject({ status: 'ACTIVE', paymentMethodId: null });
  await liveUntil('2027-01-21');
  expect(await mine(good)).toBeNull();
  expect(await payments(good)).toHaveLength(2);
});

test('a plan is paid by a form, or by mobile money; another’s card, half a phone and another provider are refused', async () => {
  const actor = await subscriber();
  const stranger = await person(env);
  const theirs = await saveCard(stranger.actor, testCards.visa.number);
  await expect(pay(actor, { paymentMethodId: theirs })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await expect(pay(actor, { network: 'MTN' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await expect(pay(actor, { provider: 'STRIPE' })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  const plan = await mine(actor);
  const [period] = (await periodsOfSubscriptions(env.contextFor(), [String(plan?.id)])).get(String(plan?.id)) ?? [];
  const form = await createPaymentIntent(env.contextFor(actor), {
    subject: { type: 'PLAN_PERIOD', id: String(period?.id) },
    savePaymentMethod: false,
    capture: 'NOW',
  });
  await deliver(await simulator.intents.confirm(String(form.clientSecret), { number: testCards.visa.number }));
  expect(await mine(actor)).toMatchObject({ status: 'ACTIVE', paymentMethodId: null });

  const franc = await subscriber('XOF');
  const phoneNumber = '+2290166000042';
  const push = await pay(franc, { network: 'MTN', phoneNumber });
  expect(push).toMatchObject({ sessionId: null, clientSecret: null });
  expect(await payments(franc)).toMatchObject([{ id: push.paymentId, status: 'PROCESSING', flow: 'PUSH' }]);
  await expect(pay(franc)).rejects.toMatchObject({ code: 'PAYMENT_IN_DOUBT' });
});

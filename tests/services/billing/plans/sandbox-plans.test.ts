// @lane sqlite: collected-plans.test.ts has its statements on both
/** Plans whose renewals the sandbox collects, seen by advancing its clock: what Stripe does, without Stripe. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { paymentProviders } from '../../../../src/services/adapters/payments/port.ts';
import { testCards } from '../../../../src/services/adapters/payments/sandbox/test-cards.ts';
import {
  beginCardSetup,
  examineClock,
  listMyPaymentMethods,
  paySubscription,
  setPlanPrice,
  syncPrices,
} from '../../../../src/services/billing/index.ts';
import { keepCollection } from '../../../../src/services/billing/plans/collection/keep-collection.ts';
import { chargePlan } from '../../../../src/services/billing/plans/tasks/charge-plan.ts';
import { reconcile } from '../../../../src/services/billing/reconciliation/reconcile.ts';
import { reconciledSubscriptions } from '../../../../src/services/billing/reconciliation/reconciled-subscriptions.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { jsonFrom } from '../../../../src/services/platform/orm/values.ts';
import type { AppContext } from '../../../../src/services/platform/context.ts';
import { DAY } from '../../../support/clock.ts';
import { noLimits } from '../../../support/no-limits.ts';
import { sellablePlans } from '../../../../src/services/billing/plans/sellable-plans.ts';
import { billables } from '../billing-world.ts';
import { createPlansWorld, type PlansWorld, type Subscriber } from './plans-world.ts';

let world: PlansWorld;
beforeAll(async () => {
  world = await createPlansWorld();
  await sync();
});
afterAll(() => world.close());

const context = (actor?: Subscriber['actor']): AppContext => ({
  ...world.contextFor(actor),
  ...{ payments: paymentProviders(world.payments), billables, limits: noLimits },
});
const sync = async (): Promise<string[]> =>
  (await syncPrices({ ...context(), sellables: [sellablePlans] }, { dryRun: false })).map(({ action }) => action);
const today = (): string => world.clock.now().toISOString().slice(0, 10);

async function saveCard({ actor }: Subscriber, number: string = testCards.visa.number): Promise<string> {
  const { clientSecret } = await beginCardSetup(context(actor), {});
  for (const event of await world.payments.simulator.cards.completeSetup(clientSecret, { number }))
    await world.processEvent(event);
  const newest = (await listMyPaymentMethods(context(actor))).toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
  return newest?.id ?? '';
}
const payWith = ({ actor }: Subscriber, paymentMethodId: string) =>
  paySubscription(context(actor), { family: 'ARTISAN', paymentMethodId });
async function subscriber(plan = 'PRO'): Promise<Subscriber> {
  const person = await world.subscriber();
  await person.choose(plan);
  await payWith(person, await saveCard(person));
  return person;
}
/** The queued jobs of plans, as the worker does them. */
async function work(): Promise<void> {
  const jobs = await world.db
    .selectFrom('job')
    .select(['id', 'kind', 'payload'])
    .where('state', '=', 'PENDING')
    .where('kind', 'in', ['billing.keep-collection', 'billing.charge-plan'])
    .orderBy('id')
    .execute();
  for (const { id, kind, payload } of jobs) {
    await (kind === 'billing.charge-plan' ? chargePlan : keepCollection)(context(), jsonFrom<never>(payload));
    await world.db.updateTable('job').set({ state: 'COMPLETED' }).where('id', '=', id).execute();
  }
}
/** Days pass at the provider and here; its events come in twice. */
async function liveUntil(day: string): Promise<void> {
  while (today() < day) {
    world.clock.advance(DAY);
    // The server looks at its clock, so that it is believed.
    await world.run(examineClock, undefined as never);
    await world.renew();
    await work();
    for (const event of await world.payments.simulator.subscriptions.advance()) {
      await world.processEvent(event);
      await world.processEvent(event);
    }
    await work();
  }
}
const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();
const paidUntil = async (person: Subscriber): Promise<string> => (await person.plan())?.paidUntil as string;
const collectionOf = async ({ id }: Subscriber): Promise<string> => {
  const row = world.db
    .selectFrom('plan_subscription')
    .select('provider_subscription_id as id')
    .where('person_id', '=', id);
  return String((await row.executeTakeFirstOrThrow()).id);
};
const grossOf = async (person: Subscriber): Promise<string[]> =>
  (await person.documents()).map(({ kind, gross }) => `${kind} ${gross}`);

test('its price list is made once, and follows a new price, which takes the lookup key', async () => {
  expect(new Set(await sync())).toEqual(new Set(['UNCHANGED']));
  const key = 'plan_archive_s_month_eur';
  const find = async () =>
    (await world.payments.catalogue.readCatalogue()).prices.find(({ lookupKey }) => lookupKey === key);
  const before = await find();
  const price = { plan: 'ARCHIVE_S', interval: 'MONTH', amount: { amount: 600, currency: 'EUR' } } as const;
  await world.run(setPlanPrice, { ...price, validFrom: addDays(today(), 31) });
  await liveUntil(addDays(today(), 32));
  expect((await sync()).filter((action) => action !== 'UNCHANGED').toSorted()).toEqual([
    'ARCHIVE_PRICE',
    'CREATE_PRICE',
  ]);
  expect(await find()).toMatchObject({ amount: { amount: 600 }, productId: before?.productId, interval: 'MONTH' });
  expect(new Set(await sync())).toEqual(new Set(['UNCHANGED']));
});

test('it renews month after month, each charge once and invoiced, and gives back what a payment of it brought', async () => {
  const person = await subscriber();
  const begins = await paidUntil(person);
  await liveUntil(addDays(begins, 35));
  expect(await person.plan()).toMatchObject({ status: 'ACTIVE', provider: 'SANDBOX' });
  expect(await grossOf(person)).toEqual(['INVOICE 1900', 'INVOICE 1900', 'INVOICE 1900']);
  const last = await world.db
    .selectFrom('payment')
    .select(['provider_payment_id as providerPaymentId', 'provider_subscription_id as collected'])
    .where('payer_id', '=', person.id)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  expect(last.collected).toBe(await collectionOf(person));
  // What it collected is a payment like any other there, too.
  const refund = {
    refundId: newId(),
    attempt: 1,
    paymentId: newId(),
    providerPaymentId: String(last.providerPaymentId),
    reason: 'GOODWILL',
  } as const;
  await world.payments.refunds.requestRefund({ ...refund, amount: { amount: 500, currency: 'EUR' } });
  const ask = (amount: number) =>
    world.payments.refunds.requestRefund({ ...refund, attempt: 2, amount: { amount, currency: 'EUR' } });
  await expect(ask(1_401)).rejects.toMatchObject({ reason: 'amount_too_large' });
  expect(await world.payments.refunds.readRefunds(refund.providerPaymentId)).toMatchObject([{ status: 'SUCCEEDED' }]);
  expect(await world.payments.intents.readIntent(refund.providerPaymentId)).toMatchObject({
    status: 'PAID',
    reference: null,
  });
});

test('a refused card is tried again on days 1, 3 and 7, and paid by another; unpaid, the plan is suspended and ends', async () => {
  const [mended, lost] = [await subscriber(), await subscriber()];
  const begins = await paidUntil(mended);
  await liveUntil(addDays(begins, -8));
  for (const person of [mended, lost]) await spoilCard(person);
  await liveUntil(addDays(begins, 2));
  const id = await collectionOf(mended);
  expect(await mended.state()).toBe('PRO PAST_DUE');
  const charge = async () => world.payments.subscriptions.readCharge(`${id}_in_0`);
  expect(await charge()).toMatchObject({ status: 'OPEN', isRefused: true });
  await payWith(mended, await saveCard(mended));
  await work();
  expect(await charge()).toMatchObject({ status: 'DROPPED' });
  await liveUntil(addDays(begins, 40));
  expect([await mended.state(), await lost.state()]).toEqual(['PRO ACTIVE', 'PRO SUSPENDED']);
  expect(await grossOf(mended)).toEqual(['INVOICE 1900', 'INVOICE 1900', 'INVOICE 1900']);
  await liveUntil(addDays(begins, 46));
  expect(await lost.state()).toBe('-');
  expect(await grossOf(lost)).toEqual(['INVOICE 1900']);
});

/** The card of the plan becomes one that its bank refuses, as one that expired. */
async function spoilCard(person: Subscriber): Promise<void> {
  const other = await saveCard(person, testCards.declinedLater.number);
  await world.db
    .updateTable('plan_subscription')
    .set({ payment_method_id: other })
    .where('person_id', '=', person.id)
    .execute();
}

test('up, down, cancelled and resumed: what is charged next is what was agreed', async () => {
  const person = await subscriber('BUSINESS');
  const begins = await paidUntil(person);
  await liveUntil(addDays(begins, -5));
  const terms = async () => world.payments.subscriptions.readSubscription(await collectionOf(person));
  expect(await terms()).toMatchObject({ isLive: true, amount: { amount: 4_900 } });
  await person.change('PRO');
  await work();
  expect(await terms()).toMatchObject({ amount: { amount: 1_900 } });
  await liveUntil(addDays(begins, 1));
  expect(await person.state()).toBe('PRO ACTIVE');
  await person.change('BUSINESS');
  await payWith(person, (await person.plan())?.paymentMethodId as string);
  const ended = await collectionOf(person);
  await person.cancel();
  await world.renew();
  await work();
  expect((await world.payments.subscriptions.readSubscription(ended))?.isLive ?? false).toBe(false);
  await person.resume();
  await liveUntil(addDays(await paidUntil(person), 1));
  expect(await person.state()).toBe('BUSINESS ACTIVE');
  expect((await grossOf(person)).at(-1)).toBe('INVOICE 4900');
});

test('ended there, nobody charges the card any more; a charge of which no event came is found by the reconciliation', async () => {
  const [ended, silent] = [await subscriber(), await subscriber()];
  const begins = await paidUntil(ended);
  await liveUntil(addDays(begins, -2));
  for (const event of await world.payments.simulator.subscriptions.end(await collectionOf(ended)))
    await world.processEvent(event);
  expect(await ended.plan()).toMatchObject({ provider: null, paymentMethodId: null });
  while (today() <= begins) world.clock.advance(DAY);
  await world.payments.simulator.subscriptions.advance();
  await reconcile(context(), { days: 4, isTurnOver: () => false, kinds: [reconciledSubscriptions] });
  expect(await paidUntil(silent)).not.toBe(begins);
  expect(await paidUntil(ended)).toBe(begins);
});

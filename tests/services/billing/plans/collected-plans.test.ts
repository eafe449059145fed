// @lane sqlite at first: what Stripe is asked and says; choosing, changing and renewals have the statements.
/** Plans whose renewals Stripe collects by itself, against its own description where that is on this machine. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Stripe } from 'stripe';
import { PaymentCustomer } from '../../../../src/entities/billing/payment-customer.entity.ts';
import { PaymentMethod } from '../../../../src/entities/billing/payment-method.entity.ts';
import { User } from '../../../../src/entities/identity/user.entity.ts';
import { paymentProviders, type EventsPort } from '../../../../src/services/adapters/payments/port.ts';
import { stripePayments } from '../../../../src/services/adapters/payments/stripe/stripe.ts';
import { paySubscription, receiveWebhook } from '../../../../src/services/billing/index.ts';
import { keepCollection } from '../../../../src/services/billing/plans/collection/keep-collection.ts';
import { chargePlan } from '../../../../src/services/billing/plans/tasks/charge-plan.ts';
import { reconcile } from '../../../../src/services/billing/reconciliation/reconcile.ts';
import { reconciledSubscriptions } from '../../../../src/services/billing/reconciliation/reconciled-subscriptions.ts';
import { processPaymentEvent } from '../../../../src/services/billing/tasks/process-payment-event.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { jsonFrom } from '../../../../src/services/platform/orm/values.ts';
import type { AppContext, Tx } from '../../../../src/services/platform/context.ts';
import { DAY } from '../../../support/clock.ts';
import { stripeContract, stripeServer, type StripeContract } from '../../adapters/payments/stripe-server.ts';
import { billables, idOf } from '../billing-world.ts';
import { createPlansWorld, type PlansWorld, type Subscriber } from './plans-world.ts';

const contract = stripeContract();

if (contract === undefined) {
  test('Stripe’s description is not on this machine', () =>
    console.log('skipped: the tests of collected plans need ../shared/contracts/stripe'));
} else {
  describe('plans that Stripe collects', () => collectedPlans(contract));
}

type Json = Record<string, unknown>;

function collectedPlans(description: StripeContract): void {
  const secret = 'whsec_1';
  let server: Awaited<ReturnType<typeof stripeServer>>;
  let world: PlansWorld;
  beforeAll(async () => {
    server = await stripeServer(description);
    world = await createPlansWorld();
    server.plans.setClock(() => world.clock.now());
    await world.db.updateTable('plan').set({ stripe_product_id: 'prod_1' }).where('code', '<>', 'ARCHIVE_S').execute();
    await listPrices();
  });
  /** As `stripe:sync` does; those of a year were archived there by hand since. */
  async function listPrices(): Promise<void> {
    const prices = await world.db.selectFrom('plan_price').select(['id', 'interval', 'amount_cents']).execute();
    for (const { id, interval, amount_cents: cents } of prices) {
      const facts = {
        currency: 'eur',
        product: 'prod_1',
        unit_amount: String(cents),
        recurring: { interval: 'month' },
      };
      await world.db
        .updateTable('plan_price')
        .set({ stripe_price_id: listedId(id) })
        .where('id', '=', id)
        .execute();
      if (interval === 'MONTH') server.plans.listed.set(listedId(id), facts);
    }
  }
  const listedId = (priceId: string): string => `price_${priceId}`;
  afterAll(async () => {
    await world.close();
    await server.close();
  });

  const stripe = () =>
    stripePayments({
      secretKey: 'sk_test_1',
      publishableKey: 'pk_test_1',
      webhookSecrets: [secret],
      clock: world.clock,
      baseUrl: server.url,
    });
  const context = (actor?: Subscriber['actor']): AppContext =>
    ({ ...world.contextFor(actor), payments: paymentProviders(stripe(), world.payments), billables }) as AppContext;

  /** A person with a card at Stripe, who has paid the first period of a plan with it. */
  async function subscriber(plan = 'PRO', interval: 'MONTH' | 'YEAR' = 'MONTH'): Promise<Subscriber> {
    const person = await world.subscriber(plan.startsWith('ARCHIVE') ? 'ARCHIVE' : 'ARTISAN');
    await person.choose(plan, { interval });
    await pay(person, await addCard(person));
    expect(await person.state()).toBe(`${plan} ACTIVE`);
    return person;
  }
  const familyOf = async ({ id }: Subscriber) =>
    (
      await world.db
        .selectFrom('plan_subscription')
        .select('family')
        .where('person_id', '=', id)
        .executeTakeFirstOrThrow()
    ).family;
  const pay = async (person: Subscriber, paymentMethodId: string) =>
    paySubscription(context(person.actor), { family: await familyOf(person), paymentMethodId });
  const addCard = (person: Subscriber) => world.run(saveCard, { personId: person.id, methodId: `pm_${newId()}` });

  /** The queued jobs of plans, as the worker does them; the others are left. */
  async function work(): Promise<void> {
    const jobs = await world.db
      .selectFrom('job')
      .select(['id', 'kind', 'payload'])
      .where('state', '=', 'PENDING')
      .where('kind', 'in', ['billing.keep-collection', 'billing.charge-plan'])
      .orderBy('id')
      .execute();
    for (const { id, kind, payload } of jobs) {
      const work = kind === 'billing.charge-plan' ? chargePlan : keepCollection;
      await work(context(), jsonFrom<never>(payload));
      await world.db.updateTable('job').set({ state: 'COMPLETED' }).where('id', '=', id).execute();
    }
  }
  async function liveUntil(day: string): Promise<void> {
    while (world.clock.now().toISOString().slice(0, 10) < day) {
      world.clock.advance(DAY);
      await world.renew();
      await work();
    }
  }
  const event = (type: string, object: Json) => {
    const created = Math.floor(world.clock.now().getTime() / 1_000);
    const payload = JSON.stringify({ id: `evt_${newId()}`, type, created, livemode: false, data: { object } });
    const signature = Stripe.webhooks.generateTestHeaderString({ payload, secret, timestamp: created });
    return { body: payload, signature };
  };
  async function send(type: string, object: Json): Promise<string> {
    const sent = event(type, object);
    const provider = stripe() as ReturnType<typeof stripe> & { events: EventsPort };
    await receiveWebhook(context(), { provider, rawBody: Buffer.from(sent.body), signature: sent.signature });
    return processPaymentEvent(billables)(context(), { provider: 'STRIPE', eventId: idOf(sent) });
  }
  const collectionOf = async ({ id }: Subscriber): Promise<string> => {
    const row = await world.db
      .selectFrom('plan_subscription')
      .select('provider_subscription_id as id')
      .where('person_id', '=', id)
      .orderBy('plan_subscription.id', 'desc')
      .executeTakeFirstOrThrow();
    return String(row.id);
  };
  const paymentsOf = ({ id }: Subscriber) =>
    world.db
      .selectFrom('payment')
      .select(['status', 'refund_due_reason as due', 'provider_subscription_id as collected'])
      .where('payer_id', '=', id)
      .orderBy('id')
      .execute();
  const reminders = async ({ id }: Subscriber) =>
    (
      await world.db
        .selectFrom('job')
        .innerJoin('plan_period as period', (join) => join.on('period.person_id', '=', id))
        .select(['job.dedupe_key as key', 'period.id'])
        .where('job.kind', '=', 'billing.remind-of-plan')
        .orderBy('job.id')
        .execute()
    )
      .filter(({ key, id: period }) => key?.includes(period))
      .map(({ key }) => Number(key?.split(':').at(-1)));
  const termsOf = (id: string) => {
    const subscription = server.plans.subscriptions.get(id);
    const price = subscription?.items.data[0].price;
    const { unit_amount: amount, recurring } = price ?? {};
    const isListed = server.plans.listed.has(String(price?.['id']));
    return { status: subscription?.status, amount, interval: recurring?.interval, isListed };
  };

  test('a renewal is left to Stripe in time, which collects it once whatever events say so, in any order', async () => {
    const person = await subscriber();
    await liveUntil('2026-12-12');
    expect(await person.plan()).toMatchObject({ provider: null });
    await liveUntil('2026-12-14');
    const id = await collectionOf(person);
    expect(await person.plan()).toMatchObject({ provider: 'STRIPE', paidUntil: '2026-12-20' });
    expect(server.plans.subscriptions.get(id)).toMatchObject({
      metadata: { planSubscriptionId: (await person.plan())?.id },
      billing_cycle_anchor_config: { day_of_month: 20, hour: 12 },
    });
    expect(server.asked.find(({ operation }) => operation === 'POST /v1/subscriptions')?.form).toMatchObject({
      proration_behavior: 'none',
      payment_behavior: 'default_incomplete',
    });
    await liveUntil('2026-12-20');
    const invoice = server.plans.begin(id, true);
    const [payment] = (invoice['payments'] as { data: { payment: { payment_intent: string } }[] }).data;
    const intent = server.objects.intents.get(String(payment?.payment.payment_intent)) as Json;
    // The event of the payment itself comes first: it waits for the charge that makes it known.
    await expect(send('payment_intent.succeeded', intent)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await send('customer.subscription.updated', { id });
    const all = ['invoice.payment_succeeded', 'invoice.paid', 'invoice.paid'].map((type) => send(type, invoice));
    expect(await Promise.all(all)).toEqual(['APPLIED', 'APPLIED', 'APPLIED']);
    expect(await send('payment_intent.succeeded', intent)).toBe('APPLIED');
    // One of before that comes late.
    await send('invoice.payment_failed', invoice);
    await liveUntil('2026-12-23');
    expect(await paymentsOf(person)).toMatchObject([{ collected: null }, { status: 'PAID', due: null, collected: id }]);
    expect(await person.plan()).toMatchObject({ status: 'ACTIVE', paidUntil: '2027-01-20', provider: 'STRIPE' });
    expect((await person.documents()).map(({ kind, gross }) => [kind, gross])).toEqual([
      ['INVOICE', 1_900],
      ['INVOICE', 1_900],
    ]);
    expect(await reminders(person)).toEqual([-7]);
    // A trial charges nothing: there is no payment, and nothing else.
    server.plans.begin(id, true);
    const trial = [...server.plans.invoices.values()].at(-1) as Json;
    Object.assign(trial, { amount_due: 0, amount_paid: 0, payments: { ...(trial['payments'] as Json), data: [] } });
    expect(await send('invoice.paid', trial)).toBe('APPLIED');
    expect(await paymentsOf(person)).toHaveLength(2);
    // An invoice that no subscription made is none of ours.
    expect(await send('invoice.paid', { id: 'in_other', parent: null })).toBe('ALREADY');
    const last = await world.db
      .selectFrom('webhook_event')
      .select('status')
      .orderBy('created_at', 'desc')
      .orderBy('status')
      .execute();
    expect(last.map(({ status }) => status)).toContain('IGNORED');
  });

  test('a refused charge is mailed once a day and paid by another card: Stripe asks no more, and charges the new one', async () => {
    const person = await subscriber();
    const begins = (await person.plan())?.paidUntil as string;
    await liveUntil(begins);
    const id = await collectionOf(person);
    const invoice = server.plans.begin(id, false);
    await send('invoice.payment_failed', invoice);
    await liveUntil(addDays(begins, 3));
    await send('customer.subscription.updated', { id });
    expect(await reminders(person)).toEqual([-7, 0, 1, 3]);
    expect(await person.state()).toBe('PRO PAST_DUE');
    expect(await paymentsOf(person)).toHaveLength(1);
    const other = await addCard(person);
    await pay(person, other);
    expect(await person.plan()).toMatchObject({ status: 'ACTIVE', paymentMethodId: other, provider: 'STRIPE' });
    await work();
    expect(server.plans.invoices.get(String(invoice['id']))).toMatchObject({ status: 'void' });
    await liveUntil(addDays(begins, 26));
    const card = await world.db
      .selectFrom('payment_method')
      .select('provider_method_id as id')
      .where('id', '=', other)
      .executeTakeFirstOrThrow();
    expect(server.plans.subscriptions.get(id)).toMatchObject({ status: 'active', default_payment_method: card.id });
  });

  test('up, down, another interval, cancelled and resumed: Stripe collects what is to be renewed, and nothing else', async () => {
    const person = await subscriber('BUSINESS');
    const begins = (await person.plan())?.paidUntil as string;
    await liveUntil(addDays(begins, -6));
    const id = await collectionOf(person);
    expect(termsOf(id)).toEqual({ status: 'active', amount: 4_900, interval: 'month', isListed: true });
    await person.change('PRO');
    await work();
    expect(termsOf(id)).toEqual({ status: 'active', amount: 1_900, interval: 'month', isListed: true });
    await person.change('PRO', { interval: 'YEAR' });
    await work();
    const yearly = await collectionOf(person);
    expect(termsOf(id).status).toBe('canceled');
    // Stripe does not sell that price any more: it is given the amount.
    expect(termsOf(yearly)).toEqual({ status: 'active', amount: 19_000, interval: 'year', isListed: false });
    await person.cancel();
    await liveUntil(addDays(begins, -5));
    expect(termsOf(yearly).status).toBe('canceled');
    expect(await person.plan()).toMatchObject({ provider: null, status: 'ACTIVE' });
    await person.resume();
    await work();
    const again = await collectionOf(person);
    expect(termsOf(again)).toMatchObject({ status: 'active', amount: 4_900 });
    // Paid before its day: Stripe would charge it again.
    await pay(person, await addCard(person));
    await work();
    expect(termsOf(again).status).toBe('canceled');
    expect(await person.plan()).toMatchObject({ provider: null });
  });

  test('what was done at Stripe counts: cancelled there, ended there, another amount, a second charge of the same period', async () => {
    const [cancelled, ended, dearer] = [await subscriber(), await subscriber(), await subscriber()];
    const begins = (await cancelled.plan())?.paidUntil as string;
    await liveUntil(addDays(begins, -2));
    const ids = [await collectionOf(cancelled), await collectionOf(ended), await collectionOf(dearer)] as const;
    Object.assign(server.plans.subscriptions.get(ids[0]) as Json, { cancel_at_period_end: true });
    await send('customer.subscription.updated', { id: ids[0] });
    expect(await cancelled.plan()).toMatchObject({ status: 'ACTIVE', cancelsAtPeriodEnd: true });
    // An event that is older than what is shown is tried again.
    await expect(send('customer.subscription.deleted', { id: ids[1] })).rejects.toMatchObject({
      code: 'PAYMENT_UNAVAILABLE',
    });
    server.plans.cancel(ids[1]);
    await send('customer.subscription.deleted', { id: ids[1] });
    expect(await ended.plan()).toMatchObject({ status: 'ACTIVE', provider: null, paymentMethodId: null });
    await liveUntil(begins);
    const item = server.plans.subscriptions.get(ids[2])?.items.data[0];
    if (item) item.price.unit_amount = 1_800;
    await send('invoice.paid', server.plans.begin(ids[2], true));
    expect(await paymentsOf(dearer)).toMatchObject([{ due: null }, { status: 'PAID', due: 'AMOUNT_DIFFERS' }]);
    expect(await dearer.plan()).toMatchObject({ paidUntil: begins });
    if (item) item.price.unit_amount = 1_900;
    const startsAt = item?.current_period_start;
    await send('invoice.paid', server.plans.begin(ids[2], true, startsAt));
    await send('invoice.paid', server.plans.begin(ids[2], true, startsAt));
    expect((await paymentsOf(dearer)).map(({ due }) => due)).toEqual([null, 'AMOUNT_DIFFERS', null, 'ALREADY_PAID']);
    await expect(send('customer.subscription.created', { id: 'sub_foreign' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('nobody said anything: the nightly reconciliation pays what Stripe collected, and forgets what it ended', async () => {
    const [paid, ended] = [await subscriber(), await subscriber()];
    const begins = (await paid.plan())?.paidUntil as string;
    await liveUntil(begins);
    server.plans.begin(await collectionOf(paid), true);
    server.plans.cancel(await collectionOf(ended));
    await reconcile(context(), { days: 4, isTurnOver: () => false, kinds: [reconciledSubscriptions] });
    expect(await paid.plan()).toMatchObject({ status: 'ACTIVE', provider: 'STRIPE' });
    expect((await paid.plan())?.paidUntil).not.toBe(begins);
    expect(await ended.plan()).toMatchObject({ provider: null });
    const found = await world.db
      .selectFrom('reconciliation_difference')
      .select(['type', 'is_mended as isMended'])
      .where('kind', '=', 'SUBSCRIPTION')
      .orderBy('id')
      .execute();
    expect(found.map(({ type, isMended }) => [type, Boolean(isMended)])).toEqual([
      ['MISSING_HERE', true],
      ['STATE', true],
    ]);
  });

  test('a process that dies before it noted what it began at Stripe: the next one, or the event, finds the same one', async () => {
    for (const way of ['RETRIED', 'BY_EVENT']) {
      const person = await subscriber();
      const begins = (await person.plan())?.paidUntil as string;
      const before = server.plans.subscriptions.size;
      while (world.clock.now().toISOString().slice(0, 10) < addDays(begins, -7)) world.clock.advance(DAY);
      await world.renew();
      const plan = await person.plan();
      const dying = { ...context(), run: dieAfter(1) };
      await expect(keepCollection(dying, { subscriptionId: String(plan?.id) })).rejects.toThrow('dead');
      expect(server.plans.subscriptions.size).toBe(before + 1);
      const [id] = [...server.plans.subscriptions.keys()].slice(-1) as [string];
      if (way === 'BY_EVENT') await send('customer.subscription.created', { id });
      await work();
      expect(
        server.plans.live().filter(({ metadata }) => (metadata as Json)['planSubscriptionId'] === plan?.id),
      ).toHaveLength(1);
      expect(await collectionOf(person)).toBe(id);
    }
  });

  /** The transactions of a process that dies after so many of them. */
  function dieAfter(count: number): AppContext['run'] {
    let left = count;
    return ((useCase, input) => {
      if ((left -= 1) < 0) throw new Error('dead');
      return world.run(useCase, input);
    }) as AppContext['run'];
  }

  test('a plan that Stripe has no product of is charged here', async () => {
    const person = await subscriber('ARCHIVE_S');
    const begins = (await person.plan())?.paidUntil as string;
    await liveUntil(addDays(begins, 1));
    expect(await person.plan()).toMatchObject({ status: 'ACTIVE', provider: null });
    expect(await paymentsOf(person)).toMatchObject([{ status: 'PAID' }, { status: 'PAID', collected: null }]);
  });
}

const addDays = (date: string, days: number): string => Temporal.PlainDate.from(date).add({ days }).toString();

async function saveCard(
  { em }: Tx<'em'>,
  { personId, methodId }: { readonly personId: string; readonly methodId: string },
): Promise<string> {
  const person = em.getReference(User, personId);
  const known = await em.findOne(PaymentCustomer, { person, provider: 'STRIPE' });
  if (known === null) em.create(PaymentCustomer, { person, provider: 'STRIPE', providerCustomerId: `cus_${personId}` });
  const card = em.create(PaymentMethod, {
    id: newId(),
    person,
    provider: 'STRIPE',
    providerMethodId: methodId,
    brand: 'visa',
    last4: '4242',
    expMonth: 12,
    expYear: 2040,
  });
  await em.flush();
  return card.id;
}

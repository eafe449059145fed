// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  sandboxCheckoutOf,
  type SandboxCheckout,
  type SandboxSimulator,
} from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { testCards } from '../../../src/services/adapters/payments/sandbox/test-cards.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { beginCardSetup, receiveWebhook } from '../../../src/services/billing/index.ts';
import { seedPlans } from '../../../src/services/billing/plans/seed-plans.ts';
import { nobody } from '../../support/make/actor.ts';
import { person, type Person } from '../../services/orders/orders-fixture.ts';
import { DAY, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

const clock = testClock();
let env: AppEnvironment;
let customer: Person;
let admin: Actor;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  await seedPlans(env.contextFor(), undefined);
  customer = await person(env);
  const { actor } = await person(env, 'ADMIN');
  admin = { ...actor, provenAt: clock.now() };
});
afterAll(() => env.close());

const details =
  'id status paidUntil isGranted cancelsAtPeriodEnd plan { code } nextPlan { code } price { amount { amount } } duePeriod { status isChange toPay { amount } plan { code } }';
async function ask<T>(document: string, variables: object = {}, actor: Actor = customer.actor): Promise<T> {
  const answer = await env.ask(actor, document, variables as Record<string, unknown>);
  expect(answer.codes).toEqual([]);
  return Object.values(answer.data)[0] as T;
}
const codesOf = async (actor: Actor, document: string, input: object): Promise<readonly string[]> =>
  (await env.ask(actor, document, { input })).codes;
const choose = `mutation($input: ChoosePlanInput!) { choosePlan(input: $input) { ${details} } }`;
const change = `mutation($input: ChangePlanInput!) { changePlan(input: $input) { ${details} } }`;
const cancel = `mutation($input: PlanOfFamilyInput!) { cancelPlan(input: $input) { ${details} } }`;
const resume = `mutation($input: PlanOfFamilyInput!) { resumePlan(input: $input) { ${details} } }`;
const mine = `{ myPlanSubscription { ${details} periods { status startsOn endsOn invoiceId amount { amount } } } }`;
const grant = 'mutation($input: GrantPlanInput!) { grantPlan(input: $input) { status isGranted plan { code } } }';
const setPrice = 'mutation($input: SetPlanPriceInput!) { setPlanPrice(input: $input) { validFrom amount { amount } } }';
const family = 'ARTISAN';

async function pay(actor: Actor = customer.actor): Promise<string> {
  const { sessionId } = await ask<{ sessionId: string }>(
    'mutation($input: PaySubscriptionInput!) { paySubscription(input: $input) { sessionId url } }',
    { input: { family } },
    actor,
  );
  const { body, signature } = await (sandboxCheckoutOf(env.contextFor().payments) as SandboxCheckout).pay(sessionId);
  const provider = providersAble(env.contextFor().payments, 'events')[0]!;
  await receiveWebhook(env.contextFor(), { provider, rawBody: Buffer.from(body), signature });
  await env.app.worker.runDue();
  return sessionId;
}

test('everybody reads plans, prices and contents, and nothing of who pays', async () => {
  const plans = await ask<{ code: string }[]>(
    '{ plans { code isBase prices { interval amount { amount currency } } entitlements { feature value } } }',
    {},
    nobody,
  );
  expect(plans.map(({ code }) => code)).toEqual(['STARTER', 'PRO', 'BUSINESS', 'ARCHIVE_S', 'ARCHIVE_M', 'ARCHIVE_L']);
  expect(plans[2]).toEqual({
    code: 'BUSINESS',
    isBase: false,
    prices: [
      { interval: 'MONTH', amount: { amount: 4_900, currency: 'EUR' } },
      { interval: 'YEAR', amount: { amount: 49_000, currency: 'EUR' } },
      { interval: 'MONTH', amount: { amount: 32_000, currency: 'XOF' } },
      { interval: 'YEAR', amount: { amount: 320_000, currency: 'XOF' } },
    ],
    entitlements: [
      { feature: 'SMS', value: 500 },
      { feature: 'CALENDARS', value: null },
      { feature: 'MEMBERS', value: 10 },
      { feature: 'STORAGE', value: 100 * 2 ** 30 },
    ],
  });
});

test('a customer chooses, pays, changes, cancels and resumes a plan', async () => {
  expect(await ask(mine)).toBeNull();
  const input = { plan: 'PRO', interval: 'MONTH', currency: 'EUR', key: 'choose-once' };
  const chosen = await ask<{ id: string }>(choose, { input });
  expect(chosen).toMatchObject({ status: 'INCOMPLETE', duePeriod: { toPay: { amount: 1_900 }, isChange: false } });
  expect(await ask(choose, { input })).toMatchObject({ id: chosen.id });
  await pay();
  expect(await ask(mine)).toMatchObject({ status: 'ACTIVE', paidUntil: '2026-12-20', duePeriod: null });
  expect(await codesOf(customer.actor, choose, { ...input, key: null })).toEqual(['PLAN_ALREADY_CHOSEN']);

  clock.advance(15 * DAY);
  const preview = await ask<object>(
    '{ previewPlanChange(plan: "BUSINESS") { effect on plan { code } credit { amount } charge { amount } toPay { amount } renewsAt { amount } } }',
  );
  expect(preview).toEqual({
    effect: 'NOW',
    on: '2026-12-05',
    plan: { code: 'BUSINESS' },
    credit: { amount: 950 },
    charge: { amount: 2_450 },
    toPay: { amount: 1_500 },
    renewsAt: { amount: 4_900 },
  });
  expect(await ask(change, { input: { plan: 'BUSINESS' } })).toMatchObject({
    plan: { code: 'PRO' },
    duePeriod: { plan: { code: 'BUSINESS' }, isChange: true, toPay: { amount: 1_500 } },
  });
  await pay();
  const after = await ask<{ periods: { invoiceId: string | null }[] }>(mine);
  expect(after).toMatchObject({
    plan: { code: 'BUSINESS' },
    periods: [
      { status: 'PAID', startsOn: '2026-12-05', amount: { amount: 2_450 } },
      { status: 'REPLACED', startsOn: '2026-11-20' },
    ],
  });
  const invoice = await ask('query($id: ID!) { invoice(id: $id) { orderId gross { amount } status } }', {
    id: after.periods[0]!.invoiceId,
  });
  expect(invoice).toEqual({ orderId: null, gross: { amount: 2_450 }, status: 'PAID' });

  expect(await ask(change, { input: { plan: 'STARTER' } })).toMatchObject({ nextPlan: { code: 'STARTER' } });
  expect(await ask(cancel, { input: { family } })).toMatchObject({ cancelsAtPeriodEnd: true, nextPlan: null });
  expect(await ask(resume, { input: { family } })).toMatchObject({ cancelsAtPeriodEnd: false });
  const stranger = await person(env);
  expect(await codesOf(stranger.actor, cancel, { family })).toEqual(['NOT_FOUND']);
});

test('an artisan who paid a plan reads what became of the payment, and finds its invoice', async () => {
  const { actor } = await person(env, 'ARTISAN');
  await ask(choose, { input: { plan: 'PRO', interval: 'MONTH', currency: 'EUR' } }, actor);
  const sessionId = await pay(actor);
  const payment = await ask<{ id: string }>(
    'query($id: ID!) { paymentStatus(sessionId: $id) { id status } }',
    { id: sessionId },
    actor,
  );
  expect(payment).toMatchObject({ status: 'PAID' });
  const invoices = '{ myInvoices { nodes { id pdfFileId gross { amount } } } }';
  const { nodes } = await ask<{ nodes: { id: string; pdfFileId: string }[] }>(invoices, {}, actor);
  expect(nodes).toMatchObject([{ gross: { amount: 1_900 } }]);
  const [{ id, pdfFileId }] = nodes as [(typeof nodes)[0]];
  const one = 'query($id: ID!) { invoice(id: $id) { lines { description } } }';
  expect(await ask(one, { id }, actor)).toMatchObject({
    lines: [{ description: expect.stringContaining('Pro') as unknown }],
  });
  expect(
    await codesOf(actor, 'mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }', {
      fileId: pdfFileId,
    }),
  ).toEqual([]);
  const stranger = await person(env, 'ARTISAN');
  expect((await env.ask(stranger.actor, one, { id })).codes).toEqual(['NOT_FOUND']);
  expect((await env.ask(stranger.actor, '{ myQuotes { nodes { id } } }')).codes).toEqual([]);
});

test('a period is paid in whichever way a subject is', async () => {
  const { actor } = await person(env);
  const input = { plan: 'PRO', interval: 'MONTH', currency: 'EUR' };
  const { duePeriod } = await ask<{ duePeriod: { id: string } }>(
    'mutation($input: ChoosePlanInput!) { choosePlan(input: $input) { duePeriod { id } } }',
    { input },
    actor,
  );
  const subject = { type: 'PLAN_PERIOD', id: duePeriod.id };
  const opening =
    'mutation($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { sessionId } }';
  const page = await ask<{ sessionId: string }>(opening, { input: { subject } }, actor);
  const pageOfPlan = 'mutation($input: PaySubscriptionInput!) { paySubscription(input: $input) { sessionId } }';
  expect(await ask(pageOfPlan, { input: { family } }, actor)).toEqual(page);
  expect(await codesOf(customer.actor, opening, { subject })).toEqual(['NOT_FOUND']);
});

test('a plan is paid by a saved card, which cannot be removed while the plan is renewed by it', async () => {
  const { actor } = await person(env);
  const proven = { ...actor, provenAt: clock.now() };
  await ask(choose, { input: { plan: 'PRO', interval: 'MONTH', currency: 'EUR' } }, proven);
  const { clientSecret } = await beginCardSetup(env.contextFor(proven), {});
  const provider = providersAble(env.contextFor().payments, 'events')[0]!;
  const { cards } = sandboxCheckoutOf(env.contextFor().payments) as SandboxSimulator;
  for (const { body, signature } of await cards.completeSetup(clientSecret, { number: testCards.visa.number }))
    await receiveWebhook(env.contextFor(), { provider, rawBody: Buffer.from(body), signature });
  await env.app.worker.runDue();
  const [card] = await ask<{ id: string }[]>('{ myPaymentMethods { id } }', {}, proven);
  const paying = `mutation($input: PaySubscriptionInput!) {
    paySubscription(input: $input) { payment { status } url sessionId clientSecret }
  }`;
  const input = { family, paymentMethodId: card!.id };
  expect(await codesOf(customer.actor, paying, input)).toEqual(['NOT_FOUND']);
  expect(await codesOf(proven, paying, { family, phoneNumber: '+2290166000042' })).toEqual(['INPUT_INVALID']);
  expect(await ask(paying, { input }, proven)).toEqual({
    payment: { status: 'PAID' },
    url: null,
    sessionId: null,
    clientSecret: null,
  });
  const plan = '{ myPlanSubscription { status paymentMethodId } }';
  expect(await ask(plan, {}, proven)).toEqual({ status: 'ACTIVE', paymentMethodId: card!.id });
  const removing = 'mutation($input: RemovePaymentMethodInput!) { removePaymentMethod(input: $input) { id } }';
  expect(await codesOf(proven, removing, { paymentMethodId: card!.id })).toEqual(['PAYMENT_METHOD_IN_USE']);
});

test('an admin who has proven who they are grants a plan and sets a price; an auditor reads and does neither', async () => {
  const { id: personId } = await person(env);
  const input = { personId, plan: 'PRO', until: '2027-03-01' };
  expect(await codesOf({ ...admin, provenAt: null }, grant, input)).toEqual(['STEP_UP_REQUIRED']);
  const proven = { ...admin, provenAt: clock.now() };
  expect(await codesOf(customer.actor, grant, input)).toEqual(['FORBIDDEN']);
  expect(await ask(grant, { input }, proven)).toMatchObject({ status: 'ACTIVE', isGranted: true });
  expect(await codesOf(proven, grant, { ...input, personId: customer.id })).toEqual(['PLAN_ALREADY_CHOSEN']);
  expect(await codesOf(proven, grant, { ...input, until: '2026-12-05' })).toEqual(['INPUT_INVALID']);
  const amount = { amount: 5_500, currency: 'EUR' };
  const price = { plan: 'BUSINESS', interval: 'MONTH', amount, validFrom: '2027-01-20' };
  expect(await codesOf(proven, setPrice, { ...price, validFrom: '2026-12-20' })).toEqual(['INPUT_INVALID']);
  expect(await codesOf(proven, setPrice, { ...price, plan: 'STARTER' })).toEqual(['ACTION_NOT_ALLOWED']);
  expect(await ask(setPrice, { input: price }, proven)).toMatchObject({ validFrom: '2027-01-20' });
  await env.app.worker.runDue();
  const notified = await env.db
    .selectFrom('email_delivery')
    .select('recipient_id')
    .where('template', '=', 'plan-price-change')
    .execute();
  expect(notified).toEqual([{ recipient_id: customer.id }]);

  const sync = 'mutation($input: SyncStripePricesInput!) { syncStripePrices(input: $input) { action } }';
  expect(await codesOf(customer.actor, sync, { dryRun: true })).toEqual(['FORBIDDEN']);
  const { syncStripePrices: differences } = (await env.ask(proven, sync, { input: { dryRun: true } })).data as {
    syncStripePrices: { action: string }[];
  };
  expect(differences).toContainEqual({ action: 'CREATE_PRODUCT' });

  const auditor = (await person(env)).actor;
  const list =
    'query($filter: PlanSubscriptionFilterInput) { planSubscriptions(filter: $filter) { totalCount nodes { personId status } } }';
  const reading: Actor = { ...auditor, sets: ['AUDITOR'] };
  expect(await ask(list, { filter: { personId } }, reading)).toEqual({
    totalCount: 1,
    nodes: [{ personId, status: 'ACTIVE' }],
  });
  expect((await env.ask(customer.actor, list, {})).codes).toEqual(['FORBIDDEN']);
});

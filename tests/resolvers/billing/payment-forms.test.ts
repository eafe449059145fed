// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
/** Payments in a form, holds and saved cards through the API, with the sandbox's events through the server's own route. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { LiveStream } from '../../../src/resolvers/graphql/socket/live-stream.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { order, person, type Person } from '../../services/orders/orders-fixture.ts';
import { openTestEnvironment, type TestEnvironment } from '../../support/environment.ts';
import { until } from '../../support/until.ts';

let env: TestEnvironment;
let customer: Person;
let stranger: Person;
let admin: Actor;
beforeAll(async () => {
  env = await openTestEnvironment();
  customer = proven(await person(env));
  stranger = proven(await person(env));
  admin = proven(await person(env, 'ADMIN')).actor;
});
afterAll(() => env.close());

const proven = (known: Person): Person => ({ ...known, actor: { ...known.actor, provenAt: new Date() } });
const fields = 'id status captureBefore holdDecision failureReason';
const asked = async <T>(actor: Actor, document: string, variables: object = {}): Promise<T> => {
  const { codes, data } = await env.ask(actor, document, variables as Record<string, unknown>);
  expect(codes).toEqual([]);
  return Object.values(data as object)[0] as T;
};
const codesOf = async (actor: Actor, document: string, variables: object = {}) =>
  (await env.ask(actor, document, variables as Record<string, unknown>)).codes;

interface Form {
  readonly paymentId: string;
  readonly clientSecret: string;
}
const formDocument =
  'mutation($input: CreatePaymentIntentInput!) { createPaymentIntent(input: $input) { paymentId clientSecret publishableKey } }';
const form = async (more: object = {}): Promise<Form & { orderId: string }> => {
  const { id } = await order(env, { customer });
  const subject = { type: 'ORDER', id };
  return { ...(await asked<Form>(customer.actor, formDocument, { input: { subject, ...more } })), orderId: id };
};
const simulateDocument = 'mutation($input: SimulateStripeEventInput!) { simulateStripeEvent(input: $input) }';
const simulate = (input: object) => asked<boolean>(admin, simulateDocument, { input });
const statusOf = async (id: string, actor: Actor = customer.actor) =>
  (await asked<{ status: string }>(actor, `query($id: ID!) { payment(id: $id) { ${fields} } }`, { id })).status;
const becomes = (id: string, status: string) =>
  until(`the payment is ${status}`, async () => (await statusOf(id)) === status);
const cards = (actor: Actor = customer.actor) =>
  asked<{ id: string; last4: string; isDefault: boolean }[]>(
    actor,
    '{ myPaymentMethods { id brand last4 isDefault } }',
  );
const saveCard = async (cardNumber: string) => {
  const before = (await cards()).length;
  const { clientSecret } = await asked<Form>(
    customer.actor,
    'mutation { beginCardSetup(input: {}) { clientSecret publishableKey } }',
  );
  await simulate({ type: 'SETUP_INTENT_SUCCEEDED', clientSecret, cardNumber });
  await until('the card is saved', async () => (await cards()).length === before + 1);
  return (await cards()).find(({ last4 }) => cardNumber.endsWith(last4))!.id;
};

test('a form is paid through the sandbox’s event, and its payer watches it live', async () => {
  const { paymentId, clientSecret } = await form();
  expect(clientSecret).toMatch(/_secret_/);
  const live =
    'subscription($paymentId: ID!) { paymentUpdated(paymentId: $paymentId) { cursor payment { id status } } }';
  const stream = (await env.subscribe(customer.actor, live, { paymentId })) as LiveStream;
  expect([stream.topic.name, stream.key]).toEqual(['paymentUpdated', paymentId]);
  expect(await env.subscribe(stranger.actor, live, { paymentId })).toMatchObject({
    errors: [{ originalError: { code: 'NOT_FOUND' } }],
  });
  await simulate({ type: 'PAYMENT_INTENT_PAYMENT_FAILED', paymentId });
  await simulate({ type: 'PAYMENT_INTENT_SUCCEEDED', paymentId });
  await becomes(paymentId, 'PAID');
  expect(await codesOf(admin, simulateDocument, { input: { type: 'PAYMENT_INTENT_SUCCEEDED', paymentId } })).toEqual([
    'ACTION_NOT_ALLOWED',
  ]);
  const events = await env.db.selectFrom('webhook_event').select(['type', 'status']).orderBy('type').execute();
  expect(events).toEqual([
    { type: 'payment_intent.payment_failed', status: 'APPLIED' },
    { type: 'payment_intent.succeeded', status: 'APPLIED' },
  ]);
});

test('the page that the payer comes back to asks the provider itself', async () => {
  const { id } = await order(env, { customer });
  const session = await asked<{ sessionId: string; paymentId: string }>(
    customer.actor,
    'mutation($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { sessionId paymentId } }',
    { input: { orderId: id } },
  );
  const { simulator } = env.contextFor().payments.current as never as {
    simulator: { pay(sessionId: string): Promise<unknown> };
  };
  await simulator.pay(session.sessionId);
  const status = 'query($sessionId: ID!) { paymentStatus(sessionId: $sessionId) { id status } }';
  expect(await asked(customer.actor, status, session)).toEqual({ id: session.paymentId, status: 'PAID' });
  expect(await codesOf(stranger.actor, status, session)).toEqual(['NOT_FOUND']);
});

test('an admin who has proven who they are takes a hold, or releases it; a customer does neither', async () => {
  const capture = `mutation($input: CapturePaymentInput!) { capturePayment(input: $input) { ${fields} } }`;
  const release = `mutation($input: ReleasePaymentInput!) { releasePayment(input: $input) { ${fields} } }`;
  const held = async () => {
    const { paymentId } = await form({ capture: 'LATER' });
    await simulate({ type: 'PAYMENT_INTENT_SUCCEEDED', paymentId });
    await becomes(paymentId, 'AUTHORIZED');
    return paymentId;
  };
  const taken = await held();
  const input = { paymentId: taken };
  expect(await codesOf(customer.actor, capture, { input })).toEqual(['FORBIDDEN']);
  expect(await codesOf({ ...admin, provenAt: null }, capture, { input })).toEqual(['STEP_UP_REQUIRED']);
  expect(await asked(admin, capture, { input })).toMatchObject({ holdDecision: 'CAPTURE' });
  await becomes(taken, 'PAID');
  const freed = await held();
  expect(await asked(admin, release, { input: { paymentId: freed } })).toMatchObject({ holdDecision: 'RELEASE' });
  await becomes(freed, 'EXPIRED');
  expect(await codesOf(admin, capture, { input: { paymentId: newId() } })).toEqual(['NOT_FOUND']);
});

test('a card is saved, chosen, charged and removed by its owner only', async () => {
  const visa = await saveCard('4242424242424242');
  const asks = await saveCard('4000002760003184');
  const pay =
    'mutation($input: PayWithSavedMethodInput!) { payWithSavedMethod(input: $input) { clientSecret payment { status } } }';
  const charge = async (paymentMethodId: string, by: Person = customer) => {
    const { id } = await order(env, { customer: by });
    return { input: { subject: { type: 'ORDER', id }, paymentMethodId } };
  };
  expect(await asked(customer.actor, pay, await charge(visa))).toEqual({
    clientSecret: null,
    payment: { status: 'PAID' },
  });
  expect(await asked(customer.actor, pay, await charge(asks))).toEqual({
    clientSecret: expect.stringMatching(/_secret_/),
    payment: { status: 'PENDING' },
  });
  expect(await codesOf(stranger.actor, pay, await charge(visa, stranger))).toEqual(['NOT_FOUND']);
  const choose =
    'mutation($input: SetDefaultPaymentMethodInput!) { setDefaultPaymentMethod(input: $input) { isDefault } }';
  expect(await asked(customer.actor, choose, { input: { paymentMethodId: asks } })).toEqual({ isDefault: true });
  const remove = 'mutation($input: RemovePaymentMethodInput!) { removePaymentMethod(input: $input) { id isDefault } }';
  const input = { paymentMethodId: asks };
  expect(await codesOf({ ...customer.actor, provenAt: null }, remove, { input })).toEqual(['STEP_UP_REQUIRED']);
  expect(await codesOf(stranger.actor, remove, { input })).toEqual(['NOT_FOUND']);
  expect(await asked(customer.actor, remove, { input })).toEqual({ id: asks, isDefault: false });
  expect(await cards()).toMatchObject([{ id: visa, isDefault: true }]);
  expect(await cards(stranger.actor)).toEqual([]);
});

// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sandboxCheckoutOf, type SandboxCheckout } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { reconcile, openCheckout, receiveWebhook } from '../../../src/services/billing/index.ts';
import { billableOrder } from '../../../src/services/orders/index.ts';
import { order, person, type Person } from '../../services/orders/orders-fixture.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { uploadOf } from '../../support/upload.ts';

const clock = testClock();
let env: AppEnvironment;
let customer: Person;
let admin: Actor;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  customer = await person(env);
  const { actor } = await person(env, 'ADMIN');
  admin = { ...actor, provenAt: clock.now() };
});
afterAll(() => env.close());

const checkout = (): SandboxCheckout => sandboxCheckoutOf(env.contextFor().payments) as SandboxCheckout;
async function deliver({ body, signature }: { body: string; signature: string }): Promise<void> {
  const provider = providersAble(env.contextFor().payments, 'events')[0]!;
  await receiveWebhook(env.contextFor(), { provider, rawBody: Buffer.from(body), signature });
  await env.app.worker.runDue();
}
async function paid(): Promise<{ paymentId: string; sessionId: string; orderId: string }> {
  const { id: orderId } = await order(env, { customer });
  const context = env.contextFor(customer.actor);
  const { paymentId, sessionId } = await openCheckout('ORDER', billableOrder)(context, { subjectId: orderId });
  await deliver(await checkout().pay(sessionId));
  return { paymentId, sessionId, orderId };
}

const fields =
  'id paymentId status origin reason amount { amount currency } isManual failureReason attempt paidOn reference proofFileId';
const asAdmin = async <T>(document: string, variables: object, actor: Actor = admin): Promise<T> => {
  const answer = await env.ask(actor, document, variables as Record<string, unknown>);
  expect(answer.codes).toEqual([]);
  return Object.values(answer.data as object)[0] as T;
};
interface Refund {
  readonly id: string;
  readonly status: string;
  readonly proofFileId: string | null;
}
const refundDocument = `mutation($input: RefundPaymentInput!) { refundPayment(input: $input) { ${fields} } }`;
const refund = (input: object): Promise<Refund> => asAdmin(refundDocument, { input: { reason: 'GOODWILL', ...input } });
const listed = (filter: object): Promise<{ nodes: Refund[]; totalCount: number }> =>
  asAdmin(`query($filter: RefundFilterInput) { refunds(filter: $filter) { totalCount nodes { ${fields} } } }`, {
    filter,
  });
const ownPayment = async (id: string) =>
  (await env.ask(customer.actor, 'query($id: ID!) { payment(id: $id) { status refunded { amount } } }', { id })).data;

test('an admin gives a part back: the payer reads it and gets a mail once it has left', async () => {
  const { paymentId, orderId } = await paid();
  const made = await refund({ paymentId, amount: { amount: 1_200, currency: 'EUR' } });
  expect(made).toMatchObject({ status: 'PENDING', origin: 'SYSTEM', reason: 'GOODWILL', isManual: false });
  expect(await ownPayment(paymentId)).toEqual({ payment: { status: 'PAID', refunded: { amount: 0 } } });
  await env.app.worker.runDue();
  expect(await ownPayment(paymentId)).toEqual({
    payment: { status: 'PARTIALLY_REFUNDED', refunded: { amount: 1_200 } },
  });
  expect(await listed({ subjectId: orderId, subjectType: 'INVOICE' })).toMatchObject({ totalCount: 0 });
  expect(await listed({ subjectId: orderId, subjectType: 'ORDER' })).toMatchObject({
    totalCount: 1,
    nodes: [{ id: made.id, status: 'SUCCEEDED' }],
  });
  expect(await listed({ personId: customer.id, status: 'FAILED' })).toMatchObject({ totalCount: 0 });
  const mails = await env.db
    .selectFrom('email_delivery')
    .select('template')
    .where('template', '=', 'refund-made')
    .execute();
  expect(mails).toHaveLength(1);
});

test('a bad amount, reason or currency names its field, and nothing is written', async () => {
  const { paymentId } = await paid();
  const wrong: [object, string[]][] = [
    [{ amount: { amount: 0, currency: 'EUR' } }, ['INPUT_INVALID']],
    [{ amount: { amount: -5, currency: 'EUR' } }, ['INPUT_INVALID']],
    [{ amount: { amount: 1_000_000_001, currency: 'EUR' } }, ['INPUT_INVALID']],
    [{ amount: { amount: 1, currency: 'XOF' } }, ['INPUT_INVALID']],
    [{ amount: { amount: 1.5, currency: 'EUR' } }, ['INPUT_INVALID']],
    [{ amount: { amount: 9_000_000, currency: 'EUR' } }, ['REFUND_TOO_LARGE']],
    [{ reason: 'BECAUSE' }, ['INPUT_INVALID']],
    [{ key: 'short' }, ['INPUT_INVALID']],
  ];
  for (const [input, codes] of wrong) {
    const answer = await env.ask(admin, refundDocument, { input: { paymentId, reason: 'FRAUD', ...input } });
    expect([input, answer.codes]).toEqual([input, codes]);
  }
  expect(await listed({ paymentId })).toMatchObject({ totalCount: 0 });
  const stale = await env.ask({ ...admin, provenAt: new Date(clock.now().getTime() - HOUR) }, refundDocument, {
    input: { paymentId, reason: 'FRAUD' },
  });
  expect(stale.codes).toEqual(['STEP_UP_REQUIRED']);
});

const pdf = () =>
  uploadOf({
    filename: 'virement.pdf',
    mimetype: 'application/pdf',
    createReadStream: () =>
      Readable.from([Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')]),
  });
const record = (refundId: string, more: object = {}) =>
  env.ask(admin, `mutation($input: RecordManualRefundInput!) { recordManualRefund(input: $input) { ${fields} } }`, {
    input: { refundId, on: clock.now().toISOString().slice(0, 10), reference: 'VIR 2026-11', file: pdf(), ...more },
  });

test('one that failed is asked for again, or paid by hand with a proof that only admins read', async () => {
  const { paymentId } = await paid();
  const { id } = await refund({ paymentId, amount: { amount: 2_092, currency: 'EUR' } });
  await env.app.worker.runDue();
  expect((await listed({ paymentId })).nodes).toMatchObject([{ status: 'FAILED', failureReason: 'declined' }]);
  await asAdmin('mutation($input: RetryRefundInput!) { retryRefund(input: $input) { status } }', {
    input: { refundId: id },
  });
  expect((await record(id)).codes).toEqual(['ACTION_NOT_ALLOWED']);
  await env.app.worker.runDue();
  expect((await listed({ paymentId })).nodes).toMatchObject([{ status: 'FAILED', attempt: 2 }]);
  const mails = await env.db
    .selectFrom('email_delivery')
    .select('template')
    .where('template', '=', 'refund-failed')
    .execute();
  expect(mails).toHaveLength(2);
  const tomorrow = new Date(clock.now().getTime() + 48 * HOUR).toISOString().slice(0, 10);
  expect((await record(id, { on: tomorrow })).codes).toEqual(['INPUT_INVALID']);
  expect((await record(id, { reference: '' })).codes).toEqual(['INPUT_INVALID']);
  const answer = await record(id);
  expect(answer.codes).toEqual([]);
  const recorded = (answer.data as unknown as { recordManualRefund: Refund }).recordManualRefund;
  expect(recorded).toMatchObject({ status: 'SUCCEEDED', isManual: true, reference: 'VIR 2026-11' });
  expect(await ownPayment(paymentId)).toEqual({
    payment: { status: 'PARTIALLY_REFUNDED', refunded: { amount: 2_092 } },
  });
  expect((await record(id)).codes).toEqual(['ACTION_NOT_ALLOWED']);
  const download = 'mutation($input: RequestDownloadInput!) { requestDownload(input: $input) { url } }';
  const input = { fileId: recorded.proofFileId };
  expect((await env.ask(admin, download, { input })).codes).toEqual([]);
  expect((await env.ask(customer.actor, download, { input })).codes).toEqual(['NOT_FOUND']);
});

test('payments are found by what they are, and pages follow each other', async () => {
  const { paymentId, sessionId, orderId } = await paid();
  await deliver(await checkout().refund(sessionId, 700));
  const find = (filter: object, more = '') =>
    asAdmin<{ nodes: { id: string }[]; pageInfo: { hasNextPage: boolean } }>(
      `query($filter: PaymentFilterInput) { payments(filter: $filter${more}) { nodes { id provider } pageInfo { hasNextPage } } }`,
      { filter },
    );
  expect((await find({ status: 'PARTIALLY_REFUNDED', provider: 'SANDBOX' }, ', first: 1')).nodes).toEqual([
    { id: paymentId, provider: 'SANDBOX' },
  ]);
  expect((await find({ personId: customer.id }, ', first: 1')).pageInfo.hasNextPage).toBe(true);
  expect((await find({ subjectType: 'ORDER', subjectId: orderId })).nodes).toHaveLength(1);
  expect((await find({ subjectType: 'PLAN_PERIOD' })).nodes).toEqual([]);
  expect((await find({ isRefundDue: true })).nodes).toEqual([]);
  expect((await find({ to: '2020-01-01T00:00:00.000Z' })).nodes).toEqual([]);
  expect((await find({}, ', orderBy: AMOUNT_ASC')).nodes.length).toBeGreaterThan(1);
});

test('the inbox shows what an event changed; a replay of one that was applied changes nothing', async () => {
  const { paymentId, sessionId } = await paid();
  const event = await checkout().refund(sessionId, 900);
  await deliver(event);
  const inbox = (filter: object) =>
    asAdmin<{ nodes: { id: string; type: string; status: string }[] }>(
      'query($filter: WebhookEventFilterInput) { webhookEvents(filter: $filter) { nodes { id type status attempts lastError paymentId } } }',
      { filter },
    );
  const { nodes } = await inbox({ paymentId });
  expect(nodes).toMatchObject([
    { type: 'charge.refunded', status: 'APPLIED', attempts: 0, paymentId },
    { type: 'checkout.session.completed', status: 'APPLIED', attempts: 0, paymentId },
  ]);
  const replay = 'mutation($input: ReplayWebhookEventInput!) { replayWebhookEvent(input: $input) { status } }';
  expect(await asAdmin(replay, { input: { id: nodes[0]!.id } })).toEqual({ status: 'APPLIED' });
  await env.app.worker.runDue();
  expect(await ownPayment(paymentId)).toEqual({ payment: { status: 'PARTIALLY_REFUNDED', refunded: { amount: 900 } } });
  expect((await env.ask(admin, replay, { input: { id: 'SANDBOX:nothing' } })).codes).toEqual(['NOT_FOUND']);
  expect((await env.ask(admin, replay, { input: { id: 'nothing' } })).codes).toEqual(['NOT_FOUND']);
});

test('an event that was ignored though it is about a payment is processed by a replay', async () => {
  const { paymentId, sessionId } = await paid();
  const event = await checkout().refund(sessionId, 500);
  const id = (JSON.parse(event.body) as { id: string }).id;
  const provider = providersAble(env.contextFor().payments, 'events')[0]!;
  await receiveWebhook(env.contextFor(), { provider, rawBody: Buffer.from(event.body), signature: event.signature });
  await env.run(
    ({ em }: Tx<'em'>) =>
      writing(em).db.updateTable('webhook_event').set({ status: 'IGNORED' }).where('id', '=', id).execute(),
    undefined,
  );
  await env.app.worker.runDue();
  expect(await ownPayment(paymentId)).toEqual({ payment: { status: 'PAID', refunded: { amount: 0 } } });
  const replay = 'mutation($input: ReplayWebhookEventInput!) { replayWebhookEvent(input: $input) { status } }';
  expect(await asAdmin(replay, { input: { id: `SANDBOX:${id}` } })).toEqual({ status: 'RECEIVED' });
  await env.app.worker.runDue();
  expect(await ownPayment(paymentId)).toEqual({ payment: { status: 'PARTIALLY_REFUNDED', refunded: { amount: 500 } } });
});

test('a reconciliation is a report that admins and auditors read, with what it found; customers do not', async () => {
  const { paymentId, sessionId } = await paid();
  await checkout().refund(sessionId, 300);
  await reconcile(env.contextFor(), { days: 1, isTurnOver: () => false });
  const reports =
    '{ reconciliations(first: 1) { nodes { id status examined unread differenceCount mendedCount finishedAt } } }';
  const { nodes } = await asAdmin<{ nodes: { id: string }[] }>(`query ${reports}`, {});
  expect(nodes).toMatchObject([{ status: 'COMPLETE', unread: 0, differenceCount: 1, mendedCount: 1 }]);
  const list =
    'query($filter: ReconciliationDifferenceFilterInput) { reconciliationDifferences(filter: $filter) { totalCount nodes { kind type paymentId ours theirs isMended } } }';
  const filter = { reconciliationId: nodes[0]!.id, kind: 'REFUND', type: 'MISSING_HERE', isMended: true };
  expect(await asAdmin(list, { filter })).toEqual({
    totalCount: 1,
    nodes: [{ kind: 'REFUND', type: 'MISSING_HERE', paymentId, ours: null, theirs: 'SUCCEEDED', isMended: true }],
  });
  expect(await asAdmin(list, { filter: { ...filter, isMended: false } })).toMatchObject({ totalCount: 0 });
  expect((await env.ask(customer.actor, `query ${reports}`)).codes).toEqual(['FORBIDDEN']);
});

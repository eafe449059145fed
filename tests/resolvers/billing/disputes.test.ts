// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sandboxCheckoutOf, type SandboxCheckout } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { openCheckout, receiveWebhook } from '../../../src/services/billing/index.ts';
import { billableOrder } from '../../../src/services/orders/index.ts';
import { order, person, type Person } from '../../services/orders/orders-fixture.ts';
import { testClock } from '../../support/clock.ts';
import { wrongBalances } from '../../support/balances.ts';
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

const pdf = () =>
  uploadOf({
    filename: 'virement.pdf',
    mimetype: 'application/pdf',
    createReadStream: () =>
      Readable.from([Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')]),
  });
/** What an admin does: answers the one thing that was asked for. */
async function asAdmin<T>(asked: string, input: object): Promise<T> {
  const answer = await env.ask(admin, asked, { input });
  expect(answer.codes).toEqual([]);
  return Object.values(answer.data as object)[0] as T;
}

const document = `query($filter: DisputeFilterInput) { disputes(filter: $filter, orderBy: AMOUNT_DESC) { totalCount nodes {
  id paymentId status amount { amount currency } reason provider providerDisputeId respondBy closedAt createdAt } } }`;

test('an admin sees a dispute from its opening to its end, and the buyer what is owed again', async () => {
  const { id: orderId } = await order(env, { customer });
  const opened = await openCheckout('ORDER', billableOrder)(env.contextFor(customer.actor), { subjectId: orderId });
  const { paymentId, sessionId } = opened;
  await deliver(await checkout().pay(sessionId));
  await deliver(await checkout().dispute(sessionId, 1_200));
  const listed = async (filter: object) => (await env.ask(admin, document, { filter })).data;
  expect(await listed({ paymentId })).toMatchObject({
    disputes: {
      totalCount: 1,
      nodes: [{ paymentId, status: 'OPEN', amount: { amount: 1_200 }, provider: 'SANDBOX', closedAt: null }],
    },
  });
  const refused = await env.ask(
    admin,
    'mutation($input: RefundPaymentInput!) { refundPayment(input: $input) { id } }',
    { input: { paymentId, reason: 'GOODWILL' } },
  );
  expect(refused.codes).toEqual(['PAYMENT_DISPUTED']);
  await deliver(await checkout().closeDispute(sessionId, 'LOST'));
  expect(await listed({ subjectType: 'ORDER', status: 'LOST' })).toMatchObject({ disputes: { totalCount: 1 } });
  expect(await listed({ subjectType: 'BOOKING' })).toMatchObject({ disputes: { totalCount: 0 } });
  expect(await listed({ personId: customer.id, status: 'LOST' })).toMatchObject({ disputes: { totalCount: 1 } });
  expect(await listed({ subjectId: orderId, status: 'OPEN' })).toMatchObject({ disputes: { totalCount: 0 } });
  const seen = await env.ask(
    customer.actor,
    'query($id: ID!) { payment(id: $id) { status disputed { amount } } myInvoices { nodes { status lost { amount } balance { amount } } } }',
    { id: paymentId },
  );
  expect(seen.data).toMatchObject({
    payment: { status: 'PAID', disputed: { amount: 1_200 } },
    myInvoices: { nodes: [{ status: 'SENT', lost: { amount: 1_200 }, balance: { amount: 1_200 } }] },
  });
  expect((await env.ask(customer.actor, document, {})).codes).toEqual(['FORBIDDEN']);
  const mails = await env.db.selectFrom('email_delivery').select('template').execute();
  expect(mails.map(({ template }) => template)).toContain('payment-disputed');
});

test('an invoice whose money was lost is paid by transfer, and that transfer is refunded by hand with a credit note', async () => {
  const { id: orderId } = await order(env, { customer });
  const opened = await openCheckout('ORDER', billableOrder)(env.contextFor(customer.actor), { subjectId: orderId });
  await deliver(await checkout().pay(opened.sessionId));
  await deliver(await checkout().dispute(opened.sessionId));
  await deliver(await checkout().closeDispute(opened.sessionId, 'LOST'));
  const invoice = await env.db
    .selectFrom('invoice')
    .select(['id', 'gross_cents'])
    .where('subject_id', '=', orderId)
    .executeTakeFirstOrThrow();
  const today = clock.now().toISOString().slice(0, 10);
  const { id: paymentId } = await asAdmin<{ id: string }>(
    'mutation($input: RecordOfflinePaymentInput!) { recordOfflinePayment(input: $input) { id } }',
    {
      invoiceId: invoice.id,
      amount: { amount: Number(invoice.gross_cents), currency: 'EUR' },
      method: 'TRANSFER',
      receivedOn: today,
      reference: 'VIR 1',
    },
  );
  const { id: refundId } = await asAdmin<{ id: string }>(
    'mutation($input: RefundPaymentInput!) { refundPayment(input: $input) { id isManual } }',
    { paymentId, amount: { amount: 1_000, currency: 'EUR' }, reason: 'GOODWILL' },
  );
  await env.app.worker.runDue();
  const recorded = await asAdmin<object>(
    'mutation($input: RecordManualRefundInput!) { recordManualRefund(input: $input) { status creditNote { gross { amount } correctsId } } }',
    { refundId, on: today, reference: 'VIR 2', file: pdf() },
  );
  expect(recorded).toEqual({
    status: 'SUCCEEDED',
    creditNote: { gross: { amount: 1_000 }, correctsId: invoice.id },
  });
  const { data } = await env.ask(
    customer.actor,
    'query($id: ID!) { invoice(id: $id) { status credited { amount } refunded { amount } balance { amount } } }',
    { id: invoice.id },
  );
  expect(data).toEqual({
    invoice: { status: 'PAID', credited: { amount: 1_000 }, refunded: { amount: 1_000 }, balance: { amount: 0 } },
  });
  expect(await wrongBalances(env.db)).toEqual([]);
});

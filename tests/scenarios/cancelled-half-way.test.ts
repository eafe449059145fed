import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createInvoiceDraft, issueDraft, openCheckout } from '../../src/services/billing/index.ts';
import { billableOrder } from '../../src/services/orders/index.ts';
import { order } from '../services/orders/orders-fixture.ts';
import { noLimits } from '../support/no-limits.ts';
import { openOrderWork, type OrderWork } from '../support/order-work.ts';
import { wrongBalances } from '../support/balances.ts';

/** Cancelled half-way, with its refund. */
let work: OrderWork;
beforeAll(async () => {
  work = await openOrderWork();
});
afterAll(() => work.close());

const refundsOf = (orderId: string) =>
  work.env.db
    .selectFrom('refund')
    .innerJoin('payment', 'payment.id', 'refund.payment_id')
    .select(['refund.status', 'refund.amount_cents as cents', 'refund.id'])
    .where('payment.subject_id', '=', orderId)
    .execute();

test('Claire asks, an admin sees the terms and cancels: the share that is not done goes back', async () => {
  const { env, people, does, refused, sees, runJobs } = work;
  const { claire, louise, admin, stranger } = people;
  const { orderId } = await work.placePaid(35_001);
  const terms = async (who = claire) =>
    (
      await env.ask(
        who.actor,
        'query($id: ID!) { cancellationTerms(orderId: $id) { share paid { amount } refund { amount } available { amount } } }',
        { id: orderId },
      )
    ).data['cancellationTerms'];
  expect(await terms()).toEqual({
    share: 100,
    ...{ paid: { amount: 35_001 }, refund: { amount: 35_001 }, available: { amount: 35_001 } },
  });
  expect(await terms(stranger)).toBeUndefined();
  await does(admin, 'assignProofreader', { orderId, proofreaderId: louise.id });
  await does(louise, 'startOrder', { orderId });
  await does(louise, 'updateOrderProgress', { orderId, percent: 55 });
  expect(await terms(admin)).toMatchObject({ share: 45, refund: { amount: 15_751 } });

  expect(await refused(claire, 'cancelOrder', { orderId, reason: 'CUSTOMER_REQUEST' })).toBe('ACTION_NOT_ALLOWED');
  expect(await refused(stranger, 'requestCancellation', { orderId })).toBe('NOT_FOUND');
  expect(await refused(admin, 'requestCancellation', { orderId })).toBe('FORBIDDEN');
  expect((await does(claire, 'requestCancellation', { orderId, note: 'Je change d’éditeur.' })).status).toBe(
    'IN_PROGRESS',
  );
  await runJobs();
  const asked = await env.db.selectFrom('notification').select('title').where('user_id', '=', admin.id).execute();
  expect(asked.map(({ title }) => title)).toContain('Une annulation est demandée');

  const euros = (amount: number) => ({ amount, currency: 'EUR' });
  const cancel = { orderId, reason: 'CUSTOMER_REQUEST', note: 'Au téléphone.' };
  expect(await refused(admin, 'cancelOrder', { orderId })).toBe('INPUT_INVALID');
  expect(await refused(admin, 'cancelOrder', { ...cancel, reason: 'REFUNDED' })).toBe('INPUT_INVALID');
  expect(await refused(admin, 'cancelOrder', { ...cancel, refund: euros(15_750) })).toBe('INPUT_INVALID');
  expect(await refused(admin, 'cancelOrder', { ...cancel, refund: { amount: 20_000, currency: 'XOF' } })).toBe(
    'INPUT_INVALID',
  );
  expect(await refused(admin, 'cancelOrder', { ...cancel, refund: euros(35_002) })).toBe('REFUND_TOO_LARGE');
  expect(await refundsOf(orderId)).toEqual([]);
  expect((await sees(admin, orderId)).status).toBe('IN_PROGRESS');

  const done = await does<{ status: string; cancellationNote: string }>(
    admin,
    'cancelOrder',
    { ...cancel, refund: euros(20_000) },
    '{ status cancellationNote }',
  );
  expect(done).toEqual({ status: 'CANCELLED', cancellationNote: 'Au téléphone.' });
  await runJobs();
  expect((await refundsOf(orderId)).map(({ status, cents }) => [status, Number(cents)])).toEqual([
    ['SUCCEEDED', 20_000],
  ]);
  expect(await work.mailData(claire, 'order-cancelled')).toMatchObject({ refund: euros(20_000), isRefunded: true });
  expect(await work.mailsTo(claire)).toContain('refund-made');
  const own = await env.ask(
    claire.actor,
    'query($id: ID!) { order(id: $id) { cancellationReason cancellationNote } }',
    {
      id: orderId,
    },
  );
  expect(own.data['order']).toEqual({ cancellationReason: 'CUSTOMER_REQUEST', cancellationNote: null });
  expect(await wrongBalances(env.db)).toEqual([]);
  expect(await terms()).toMatchObject({ share: 0, refund: { amount: 0 }, available: { amount: 15_001 } });
});

test('a refund that the bank sends back leaves the order cancelled and the money owed, as admins see', async () => {
  const { env, people, does, sees, runJobs } = work;
  const { claire, admin } = people;
  const { orderId, sessionId } = await work.placePaid();
  await does(admin, 'cancelOrder', { orderId, reason: 'NO_PROOFREADER' });
  await runJobs();
  const [refund] = await refundsOf(orderId);
  const { provider_refund_id: atProvider } = await env.db
    .selectFrom('refund')
    .select('provider_refund_id')
    .where('id', '=', String(refund?.id))
    .executeTakeFirstOrThrow();
  await work.atProvider((page) => page.failRefund(sessionId, String(atProvider)));
  await runJobs();
  expect((await refundsOf(orderId)).map(({ status }) => status)).toEqual(['FAILED']);
  expect((await sees(claire, orderId)).status).toBe('CANCELLED');
  expect(await work.mailsTo(admin)).toContain('refund-failed');
  const listed = await env.ask(admin.actor, '{ refunds(filter: { status: FAILED }) { nodes { amount { amount } } } }');
  expect(listed.data).toEqual({ refunds: { nodes: [{ amount: { amount: 35_000 } }] } });
});

test('an order that nobody paid is not payable once it is given up: its invoice is credited, and money that still comes goes back', async () => {
  const { env, people, does, runJobs } = work;
  const { claire, admin } = people;
  const [invoiced, opened] = [await order(env, { customer: claire }), await order(env, { customer: claire })];
  const ctx = { ...env.contextFor(admin.actor), limits: noLimits };
  const draft = await createInvoiceDraft(ctx, {
    buyerId: claire.id,
    subject: { type: 'ORDER', id: invoiced.id },
    currency: 'EUR',
    lines: [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice: '100' }],
  } as never);
  const { id: invoiceId } = await issueDraft(ctx, { draftId: draft.id, version: draft.version });
  const page = await openCheckout('ORDER', billableOrder)(env.contextFor(claire.actor), { subjectId: opened.id });
  for (const { id: orderId } of [invoiced, opened])
    expect((await does(claire, 'cancelOrder', { orderId })).cancellationReason).toBe('CUSTOMER_REQUEST');
  // Paid before the page could be ended.
  await work.atProvider((provider) => provider.pay(page.sessionId));
  await runJobs();
  const invoice = await env.db
    .selectFrom('invoice')
    .select(['status', 'balance_cents'])
    .where('id', '=', invoiceId)
    .executeTakeFirstOrThrow();
  expect([invoice.status, Number(invoice.balance_cents)]).toEqual(['CANCELLED', 0]);
  const pays = (subject: object) =>
    env.ask(
      claire.actor,
      'mutation($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { url } }',
      {
        input: { subject },
      },
    );
  for (const subject of [
    { type: 'ORDER', id: invoiced.id },
    { type: 'INVOICE', id: invoiceId },
    { type: 'ORDER', id: opened.id },
  ])
    expect((await pays(subject)).codes).toEqual(['ACTION_NOT_ALLOWED']);
  const payment = await env.db
    .selectFrom('payment')
    .select('refund_due_reason')
    .where('id', '=', page.paymentId)
    .executeTakeFirstOrThrow();
  expect(payment.refund_due_reason).toBe('NOT_PAYABLE');
});

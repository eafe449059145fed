/** Money that goes back: asked for here, made at the provider, waiting, failing, and never twice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Payment } from '../../../src/entities/billing/payment.entity.ts';
import { Refund, type RefundStatus } from '../../../src/entities/billing/refund.entity.ts';
import {
  PaymentFailure,
  paymentProviders,
  type Able,
  type RefundsPort,
} from '../../../src/services/adapters/payments/port.ts';
import { refundPayment, retryRefund } from '../../../src/services/billing/index.ts';
import { reconcile } from '../../../src/services/billing/reconciliation/reconcile.ts';
import { reconciledRefunds } from '../../../src/services/billing/reconciliation/reconciled-refunds.ts';
import { requestRefund } from '../../../src/services/billing/tasks/request-refund.ts';
import type { RefundPayment } from '../../../src/services/billing/refund-payment.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { HOUR } from '../../support/clock.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeActor } from '../../support/make/actor.ts';
import { billables, createBillingWorld, idOf, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let adminId: string;
beforeAll(async () => {
  world = await createBillingWorld();
  adminId = await world.addCustomer();
});
afterAll(() => world.close());

const euros = (amount: number) => ({ amount, currency: 'EUR' as const });
const paid = async (totalCents = 35_000) => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId, { totalCents });
  const session = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(session.sessionId));
  return { ...session, orderId, customerId };
};
type Port = Able<'checkout'>;
const reconcileRefunds = () =>
  reconcile({ ...around(), billables }, { days: 4, isTurnOver: () => false, kinds: [reconciledRefunds] });
const around = (port: Port = world.payments) => ({
  ...world.contextFor(makeActor(adminId, { role: 'ADMIN' })),
  payments: paymentProviders(port),
  limits: noLimits,
});
const refund = (input: Omit<RefundPayment, 'reason'> & Partial<RefundPayment>, port?: Port) =>
  refundPayment(around(port), { reason: 'REQUESTED_BY_CUSTOMER', ...input });
const ask = (refundId: string, port?: Port) => requestRefund(around(port), { refundId });
const made = async (input: Parameters<typeof refund>[0]) => {
  const { id } = await refund(input);
  await ask(id);
  return id;
};
const rowOf = async (id: string) => {
  const row = await world.db.selectFrom('refund').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  return { ...row, amount_cents: Number(row.amount_cents), is_manual: Boolean(row.is_manual) };
};
const refundsOf = async (paymentId: string) =>
  (await world.db.selectFrom('refund').selectAll().where('payment_id', '=', paymentId).orderBy('id').execute()).map(
    (row) => ({ ...row, amount_cents: Number(row.amount_cents) }),
  );
const stateOf = async (paymentId: string) => {
  const { status, refunded_cents, refund_due_reason } = await world.payment(paymentId);
  return { status, refunded: Number(refunded_cents), due: refund_due_reason };
};
const atProvider = async (paymentId: string) => {
  const { provider_payment_id: id } = await world.payment(paymentId);
  return world.payments.refunds.readRefunds(String(id));
};
/** The names of the events about a refund or a payment. */
const eventsAbout = async (id: string) =>
  (await world.db.selectFrom('outbox_event').select(['name', 'payload']).orderBy('id').execute())
    .filter(({ payload }) => JSON.stringify(payload).includes(id))
    .map(({ name }) => name);
const jobsAbout = async (kind: string, id: string) =>
  (await world.db.selectFrom('job').select('payload').where('kind', '=', kind).execute()).filter(({ payload }) =>
    JSON.stringify(payload).includes(id),
  ).length;

/** The sandbox's refunds behind something else. */
const withRefunds = (change: Partial<RefundsPort>): Port & Able<'refunds'> => ({
  ...world.payments,
  refunds: { ...world.payments.refunds, ...change },
});

describe('a refund', () => {
  test('of all that was paid succeeds, moves the payment and is published as an event', async () => {
    const { paymentId } = await paid();
    const id = await made({ paymentId });
    expect(await rowOf(id)).toMatchObject({
      status: 'SUCCEEDED',
      origin: 'SYSTEM',
      reason: 'REQUESTED_BY_CUSTOMER',
      amount_cents: 35_000,
      is_manual: false,
    });
    expect(await stateOf(paymentId)).toEqual({ status: 'REFUNDED', refunded: 35_000, due: null });
    expect(await eventsAbout(id)).toEqual(['refund.requested', 'refund.succeeded']);
    expect(await eventsAbout(paymentId)).toContain('payment.refunded');
    expect(world.auditLog.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['REFUND_REQUESTED', 'PAYMENT_REFUNDED']),
    );
  });

  test('that waits at the provider is REQUESTED, and the payer hears of it only when it arrives', async () => {
    const { paymentId, sessionId } = await paid();
    const id = await made({ paymentId, amount: euros(1_091) });
    expect(await rowOf(id)).toMatchObject({ status: 'REQUESTED', succeeded_at: null });
    expect(await stateOf(paymentId)).toEqual({ status: 'PAID', refunded: 0, due: null });
    expect(await jobsAbout('billing.notify-refund-made', id)).toBe(0);
    const [{ id: providerRefundId }] = (await atProvider(paymentId)) as unknown as [{ id: string }];
    await world.processEvent(await world.payments.simulator.completeRefund(sessionId, providerRefundId));
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await stateOf(paymentId)).toEqual({ status: 'PARTIALLY_REFUNDED', refunded: 1_091, due: null });
    expect(await jobsAbout('billing.notify-refund-made', id)).toBe(1);
  });

  test('that fails leaves its amount to another one, alerts, and is asked for again as another attempt', async () => {
    const { paymentId } = await paid(10_092);
    const id = await made({ paymentId });
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', failure_reason: 'declined', attempt: 1 });
    expect(await stateOf(paymentId)).toEqual({ status: 'PAID', refunded: 0, due: null });
    expect(await jobsAbout('billing.alert-refund-failed', id)).toBe(1);
    expect((await retryRefund(around(), { refundId: id })).status).toBe('REQUESTED');
    await ask(id);
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', attempt: 2 });
    expect(await jobsAbout('billing.alert-refund-failed', id)).toBe(2);
    expect((await atProvider(paymentId)).map(({ request }) => request?.attempt).sort()).toEqual([1, 2]);
    expect(await refundsOf(paymentId)).toHaveLength(1);
    await made({ paymentId, amount: euros(10_000) });
    expect(await stateOf(paymentId)).toMatchObject({ status: 'PARTIALLY_REFUNDED', refunded: 10_000 });
    await expect(retryRefund(around(), { refundId: id })).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
  });

  test('that the bank sends back takes its amount back, and what was owed is owed again', async () => {
    const { customerId, orderId, sessionId: first } = await paid();
    const other = await world.addOrder(customerId, {});
    const due = await world.open(customerId, other);
    await world.orm.em
      .fork()
      .getConnection('write')
      .execute(`update customer_order set status = 'CANCELLED' where id = ?`, [other]);
    await world.processEvent(await world.payments.simulator.pay(due.sessionId));
    expect([orderId, first]).not.toContain(other);
    expect(await stateOf(due.paymentId)).toEqual({ status: 'PAID', refunded: 0, due: 'NOT_PAYABLE' });
    const small = await made({ paymentId: due.paymentId, amount: euros(5_000) });
    const rest = await made({ paymentId: due.paymentId });
    expect(await stateOf(due.paymentId)).toEqual({ status: 'REFUNDED', refunded: 35_000, due: null });
    const fail = async (refundId: string) => {
      const { provider_refund_id: id } = await rowOf(refundId);
      await world.processEvent(await world.payments.simulator.failRefund(due.sessionId, String(id)));
    };
    await fail(rest);
    expect(await rowOf(rest)).toMatchObject({ status: 'FAILED', failure_reason: 'expired_or_canceled_card' });
    expect(await stateOf(due.paymentId)).toEqual({ status: 'PARTIALLY_REFUNDED', refunded: 5_000, due: 'NOT_PAYABLE' });
    await fail(small);
    expect(await stateOf(due.paymentId)).toEqual({ status: 'PAID', refunded: 0, due: 'NOT_PAYABLE' });
    await made({ paymentId: due.paymentId });
    expect(await stateOf(due.paymentId)).toEqual({ status: 'REFUNDED', refunded: 35_000, due: null });
  });
});

describe('more than there is', () => {
  test('fifty refunds of one payment at once never give back more than was paid', async () => {
    const { paymentId } = await paid();
    const answers = await Promise.allSettled(
      Array.from({ length: 50 }, () => refund({ paymentId, amount: euros(2_000) })),
    );
    const accepted = answers.flatMap((answer) => (answer.status === 'fulfilled' ? [answer.value.id] : []));
    expect(accepted).toHaveLength(17);
    for (const answer of answers)
      if (answer.status === 'rejected')
        expect(answer.reason).toMatchObject({ code: 'REFUND_TOO_LARGE', details: { available: euros(1_000) } });
    await Promise.all(accepted.map((id) => ask(id)));
    expect(await stateOf(paymentId)).toEqual({ status: 'PARTIALLY_REFUNDED', refunded: 34_000, due: null });
    expect(await atProvider(paymentId)).toHaveLength(17);
  });

  test('is refused, and so are another currency, a payment that never came and one that is unknown', async () => {
    const { paymentId } = await paid();
    await expect(refund({ paymentId, amount: euros(35_001) })).rejects.toMatchObject({
      code: 'REFUND_TOO_LARGE',
      details: { available: euros(35_000) },
    });
    await expect(refund({ paymentId, amount: { amount: 1, currency: 'XOF' } })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.amount.currency', rules: ['currency'] }] },
    });
    await made({ paymentId });
    await expect(refund({ paymentId })).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
    const customerId = await world.addCustomer();
    const open = await world.open(customerId, await world.addOrder(customerId));
    await expect(refund({ paymentId: open.paymentId })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    await expect(refund({ paymentId: '0197c000-0000-7000-8000-000000000009' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await refundsOf(open.paymentId)).toEqual([]);
  });

  test('one key makes one refund; with other content it is a conflict', async () => {
    const { paymentId } = await paid();
    const key = 'refund-key-1';
    const first = await refund({ paymentId, amount: euros(1_000), key });
    expect((await refund({ paymentId, amount: euros(1_000), key })).id).toBe(first.id);
    await expect(refund({ paymentId, amount: euros(1_001), key })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await refundsOf(paymentId)).toHaveLength(1);
  });
});

describe('what the provider does', () => {
  test('a refund made there becomes a row and alerts the admins, once', async () => {
    const { paymentId, sessionId } = await paid();
    const event = await world.payments.simulator.refund(sessionId, 4_000);
    await world.processEvent(event);
    await world.processEvent(await world.payments.simulator.refund(sessionId, 1_000));
    const rows = await refundsOf(paymentId);
    expect(rows).toMatchObject([
      { origin: 'PROVIDER', status: 'SUCCEEDED' },
      { origin: 'PROVIDER', status: 'SUCCEEDED' },
    ]);
    expect(rows.map(({ amount_cents }) => amount_cents).sort()).toEqual([1_000, 4_000]);
    expect(await stateOf(paymentId)).toEqual({ status: 'PARTIALLY_REFUNDED', refunded: 5_000, due: null });
    for (const { id } of rows) expect(await jobsAbout('billing.alert-outside-refund', id)).toBe(1);
    await expect(retryRefund(around(), { refundId: rows[0]!.id })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
  });

  test('its silence leaves the refund UNKNOWN; asked again, nothing goes back twice', async () => {
    const { paymentId } = await paid();
    const { id } = await refund({ paymentId, amount: euros(3_000) });
    const silent = withRefunds({
      requestRefund: async (request) => {
        await world.payments.refunds.requestRefund(request);
        throw new PaymentFailure('unavailable', 'timeout');
      },
    });
    await expect(ask(id, silent)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    expect(await rowOf(id)).toMatchObject({ status: 'UNKNOWN' });
    await expect(refund({ paymentId, amount: euros(33_000) })).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
    const asked: string[] = [];
    await ask(id, withRefunds({ requestRefund: async ({ refundId }) => void asked.push(refundId) }));
    expect(asked).toEqual([]);
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCEEDED', amount_cents: 3_000 });
    expect(await atProvider(paymentId)).toHaveLength(1);
  });

  test('one that never reached it is asked for again by the nightly reconciliation', async () => {
    const { paymentId } = await paid();
    const { id } = await refund({ paymentId, amount: euros(3_000) });
    const away = withRefunds({ requestRefund: () => Promise.reject(new PaymentFailure('unavailable', 'away')) });
    await expect(ask(id, away)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    await reconcileRefunds();
    expect(await rowOf(id)).toMatchObject({ status: 'UNKNOWN' });
    world.clock.advance(HOUR);
    await reconcileRefunds();
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await stateOf(paymentId)).toMatchObject({ refunded: 3_000 });
  });

  test('its refusal is a failure with its reason', async () => {
    const { paymentId } = await paid();
    const { id } = await refund({ paymentId });
    await ask(
      id,
      withRefunds({ requestRefund: () => Promise.reject(new PaymentFailure('refused', 'charge_disputed')) }),
    );
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED', failure_reason: 'charge_disputed' });
    expect(await atProvider(paymentId)).toEqual([]);
  });

  test('another amount than ours is not believed', async () => {
    const { paymentId } = await paid();
    const { id } = await refund({ paymentId, amount: euros(3_000) });
    const lying = withRefunds({
      readRefunds: async (payment) =>
        (await world.payments.refunds.readRefunds(payment)).map((one) => ({ ...one, amount: euros(3_001) })),
    });
    await ask(id, lying);
    expect(await rowOf(id)).toMatchObject({ status: 'REQUESTED', amount_cents: 3_000 });
    expect(await stateOf(paymentId)).toMatchObject({ status: 'PAID', refunded: 0 });
    expect(world.auditLog).toContainEqual(
      expect.objectContaining({ action: 'PAYMENT_MISMATCH', targetId: paymentId, severity: 'CRITICAL' }),
    );
  });

  test('an event about a refund that does not show it yet, or about a payment nobody knows, waits', async () => {
    const { paymentId, sessionId } = await paid();
    const id = await made({ paymentId, amount: euros(2_000) });
    const { provider_refund_id: providerId } = await rowOf(id);
    const event = await world.payments.simulator.failRefund(sessionId, String(providerId));
    await world.deliver(event);
    const late = withRefunds({
      readRefunds: async (payment) =>
        (await world.payments.refunds.readRefunds(payment)).map((one) => ({ ...one, status: 'SUCCEEDED' as const })),
    });
    await expect(world.apply(idOf(event), late)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    expect(await rowOf(id)).toMatchObject({ status: 'SUCCEEDED' });
    expect(await world.apply(idOf(event))).toBe('APPLIED');
    expect(await rowOf(id)).toMatchObject({ status: 'FAILED' });
    const stored = () =>
      world.db
        .selectFrom('webhook_event')
        .select(['attempts', 'last_error', 'payment_id'])
        .where('id', '=', idOf(event))
        .executeTakeFirstOrThrow();
    expect(await stored()).toEqual({ attempts: 1, last_error: 'PAYMENT_UNAVAILABLE', payment_id: paymentId });
  });
});

test('the events of a refund that the bank sent back end in the same state in any order', async () => {
  const orders = [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ];
  for (const wanted of orders) {
    const customerId = await world.addCustomer();
    const { sessionId, paymentId } = await world.open(customerId, await world.addOrder(customerId));
    const completed = await world.payments.simulator.pay(sessionId);
    const refunded = await world.payments.simulator.refund(sessionId, 5_000);
    const [{ id }] = (await world.payments.refunds.readRefunds(sessionId.replace('cs_test', 'pi'))) as unknown as [
      { id: string },
    ];
    const failed = await world.payments.simulator.failRefund(sessionId, id);
    const events = [completed, refunded, failed];
    // Each comes once in this order, and those that came too early once more.
    for (const i of [...wanted, ...wanted]) {
      const event = events[i]!;
      await world.deliver(event);
      await world.apply(idOf(event)).catch(() => 'later');
    }
    expect([wanted, await stateOf(paymentId)]).toEqual([wanted, { status: 'PAID', refunded: 0, due: null }]);
    expect([wanted, await refundsOf(paymentId)]).toMatchObject([wanted, [{ status: 'FAILED', origin: 'PROVIDER' }]]);
    const waiting = await world.db
      .selectFrom('webhook_event')
      .select('id')
      .where('id', 'in', events.map(idOf))
      .where('status', '!=', 'APPLIED')
      .execute();
    expect([wanted, waiting]).toEqual([wanted, []]);
  }
});

test('a provider without refunds leaves them to be paid by hand', async () => {
  const { paymentId } = await paid();
  const { refunds: _, ...without } = world.payments;
  const { id } = await refund({ paymentId, amount: euros(1_000) }, without);
  expect(await rowOf(id)).toMatchObject({ status: 'PENDING', is_manual: true });
  await ask(id);
  expect(await rowOf(id)).toMatchObject({ status: 'PENDING' });
  expect(await atProvider(paymentId)).toEqual([]);
});

test('a sum from before refunds were rows is taken over by the first refunds that are read', async () => {
  const { paymentId, sessionId } = await paid();
  await world.run(addFormerSum, { paymentId, amountCents: 5_000 });
  await world.payments.simulator.refund(sessionId, 2_000);
  await world.processEvent(await world.payments.simulator.refund(sessionId, 3_000));
  expect(await stateOf(paymentId)).toEqual({ status: 'PARTIALLY_REFUNDED', refunded: 5_000, due: null });
  const rows = await refundsOf(paymentId);
  expect(rows.map(({ amount_cents }) => amount_cents).sort()).toEqual([2_000, 3_000]);
  expect(rows.every(({ provider_refund_id: id }) => id !== null)).toBe(true);
});

async function addFormerSum(
  { em, now }: Tx<'em' | 'now'>,
  { paymentId, amountCents }: { paymentId: string; amountCents: number },
): Promise<void> {
  const payment = await em.findOneOrFail(Payment, { id: paymentId });
  payment.status = 'PARTIALLY_REFUNDED';
  payment.refundedCents = amountCents;
  const status: RefundStatus = 'SUCCEEDED';
  em.create(Refund, { payment, provider: payment.provider, origin: 'PROVIDER', status, amountCents, succeededAt: now });
}

/** Disputes: whatever order their events come in, one end; lost money is owed again, and won money is restored. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import type { SignedEvent } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { listDisputes, recordOfflinePayment, refundPayment } from '../../../src/services/billing/index.ts';
import { alertDispute, alertDisputeTask } from '../../../src/services/billing/tasks/alert-dispute.ts';
import { requestRefund } from '../../../src/services/billing/tasks/request-refund.ts';
import type { PayloadOf } from '../../../src/services/platform/task.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { wrongBalances } from '../../support/balances.ts';
import { engine } from '../../support/database.ts';
import { isFull } from '../../support/fuzz.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeActor } from '../../support/make/actor.ts';
import { createBillingWorld, idOf, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let adminId: string;
beforeAll(async () => {
  world = await createBillingWorld();
  adminId = await world.addCustomer();
});
afterAll(() => world.close());

const admin = () => makeActor(adminId, { role: 'ADMIN' });
const sale = async () => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  const session = await world.open(customerId, orderId);
  return { ...session, orderId, event: await world.payments.simulator.pay(session.sessionId) };
};
const paid = async () => {
  const { event, ...made } = await sale();
  await world.processEvent(event);
  return made;
};
const simulator = () => world.payments.simulator;
const stateOf = async (orderId: string) => {
  const invoice = await world.db
    .selectFrom('invoice')
    .selectAll()
    .where('subject_id', '=', orderId)
    .where('kind', '=', 'INVOICE')
    .executeTakeFirstOrThrow();
  const payment = await world.db
    .selectFrom('payment')
    .selectAll()
    .where('subject_id', '=', orderId)
    .orderBy('id')
    .executeTakeFirstOrThrow();
  const disputes = await world.db
    .selectFrom('dispute')
    .select(['status', 'amount_cents', 'closed_at'])
    .where('payment_id', '=', payment.id)
    .orderBy('id')
    .execute();
  const refunds = await world.db.selectFrom('refund').select('status').where('payment_id', '=', payment.id).execute();
  const notes = await world.db
    .selectFrom('invoice')
    .select('gross_cents')
    .where('corrects_id', '=', invoice.id)
    .execute();
  return {
    invoice: invoice.status,
    sums: [invoice.paid_cents, invoice.refunded_cents, invoice.credited_cents, invoice.lost_cents].map(Number),
    balance: Number(invoice.balance_cents),
    payment: payment.status,
    disputed: Number(payment.disputed_cents),
    refundDue: payment.refund_due_reason,
    disputes: disputes.map(({ status, amount_cents, closed_at }) => [status, Number(amount_cents), closed_at !== null]),
    refunds: refunds.map(({ status }) => status),
    notes: notes.map(({ gross_cents }) => Number(gross_cents)),
  };
};
const invoiceIdOf = async (orderId: string) =>
  (
    await world.db
      .selectFrom('invoice')
      .select('id')
      .where('subject_id', '=', orderId)
      .where('kind', '=', 'INVOICE')
      .executeTakeFirstOrThrow()
  ).id;
const refund = (paymentId: string, amount: number) =>
  refundPayment(
    { ...world.contextFor(admin()), payments: paymentProviders(world.payments), limits: noLimits },
    { paymentId, amount: { amount, currency: 'EUR' }, reason: 'GOODWILL' },
  );

const ordersOf = <T>(items: readonly T[]): T[][] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item, i) => ordersOf(items.toSpliced(i, 1)).map((rest) => [item, ...rest]));

/** Delivers in this order; what cannot be processed yet is tried again, as its job would be. */
async function processAll(events: readonly SignedEvent[]): Promise<void> {
  for (const event of events) {
    await world.deliver(event);
    await world.apply(idOf(event)).catch(() => 'later');
  }
  for (const event of events) await world.apply(idOf(event)).catch(() => 'later');
  for (const event of events) expect(await world.apply(idOf(event))).toBe('ALREADY');
}

describe.each(['WON', 'LOST'] as const)('paid, refunded in part, disputed, and the dispute %s', (outcome) => {
  // The embedded database has all 24, the other every fourth of them, and all under `STORM=full`: the rule is the same.
  const orders = ordersOf([0, 1, 2, 3]).filter((_, i) => engine === 'sqlite' || isFull || i % 4 === 0);
  test(`ends in the same state in each of ${orders.length} orders`, async () => {
    const ends = new Set<string>();
    for (const order of orders) {
      const { sessionId, orderId, event } = await sale();
      const events = [
        event,
        await simulator().refund(sessionId, 10_000),
        await simulator().dispute(sessionId, 25_000),
        await simulator().closeDispute(sessionId, outcome),
      ];
      await processAll(order.map((i) => events[i] as SignedEvent));
      ends.add(JSON.stringify(await stateOf(orderId)));
    }
    expect([...ends].map((end) => JSON.parse(end) as unknown)).toEqual([
      {
        invoice: outcome === 'WON' ? 'PAID' : 'SENT',
        sums: [35_000, 10_000, 10_000, outcome === 'WON' ? 0 : 25_000],
        balance: outcome === 'WON' ? 0 : 25_000,
        payment: 'PARTIALLY_REFUNDED',
        disputed: outcome === 'WON' ? 0 : 25_000,
        refundDue: null,
        disputes: [[outcome, 25_000, true]],
        refunds: ['SUCCEEDED'],
        notes: [10_000],
      },
    ]);
    expect(await wrongBalances(world.db)).toEqual([]);
  });
});

test('each event, delivered fifty times at once and applied by fifty workers, counts once', async () => {
  const { sessionId, orderId, paymentId } = await paid();
  const events = [
    await simulator().refund(sessionId, 10_000),
    await simulator().dispute(sessionId, 25_000),
    await simulator().closeDispute(sessionId, 'LOST'),
  ];
  for (const event of events) {
    const fifty = Array.from({ length: 50 });
    const received = await Promise.all(fifty.map(() => world.deliver(event)));
    expect(received.filter((receipt) => receipt === 'STORED')).toHaveLength(1);
    const applied = await Promise.all(fifty.map(() => world.apply(idOf(event))));
    expect(applied.filter((result) => result === 'APPLIED')).toHaveLength(1);
  }
  expect(await stateOf(orderId)).toMatchObject({
    ...{ invoice: 'SENT', sums: [35_000, 10_000, 10_000, 25_000], balance: 25_000, notes: [10_000] },
    ...{ disputes: [['LOST', 25_000, true]], refunds: ['SUCCEEDED'] },
  });
  const entries = world.auditLog.filter(({ targetId }) => targetId === paymentId).map(({ action }) => action);
  for (const action of ['PAYMENT_DISPUTED', 'DISPUTE_LOST', 'PAYMENT_REFUNDED'])
    expect(entries.filter((one) => one === action)).toEqual([action]);
});

test('an open dispute blocks refunds; a lost one makes the invoice owed again without a credit note; a won one restores all', async () => {
  const { sessionId, orderId, paymentId } = await paid();
  await world.processEvent(await simulator().dispute(sessionId));
  expect(await stateOf(orderId)).toMatchObject({ invoice: 'PAID', balance: 0, disputed: 35_000 });
  await expect(refund(paymentId, 100)).rejects.toMatchObject({ code: 'PAYMENT_DISPUTED' });
  await world.processEvent(await simulator().closeDispute(sessionId, 'LOST'));
  expect(await stateOf(orderId)).toMatchObject({ invoice: 'SENT', balance: 35_000, notes: [] });
  await expect(refund(paymentId, 100)).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
  await world.processEvent(await simulator().closeDispute(sessionId, 'WON'));
  expect(await stateOf(orderId)).toMatchObject({ invoice: 'PAID', balance: 0, disputed: 0 });
  await refund(paymentId, 100);
  const events = (await world.db.selectFrom('outbox_event').select(['name', 'payload']).orderBy('id').execute())
    .filter(({ payload }) => JSON.stringify(payload).includes(paymentId))
    .map(({ name }) => name);
  expect(events).toEqual(expect.arrayContaining(['payment.disputed', 'dispute.lost', 'dispute.won']));
  expect(await wrongBalances(world.db)).toEqual([]);
});

test('money that is won after the invoice was paid otherwise is due for a refund, without a credit note', async () => {
  const { sessionId, orderId, paymentId } = await paid();
  await world.processEvent(await simulator().dispute(sessionId));
  await world.processEvent(await simulator().closeDispute(sessionId, 'LOST'));
  const input = {
    invoiceId: await invoiceIdOf(orderId),
    amount: { amount: 35_000, currency: 'EUR' as const },
    method: 'TRANSFER' as const,
    receivedOn: world.clock.now().toISOString().slice(0, 10),
    reference: 'VIR 1',
  };
  await world.run(recordOfflinePayment, input, admin());
  expect(await stateOf(orderId)).toMatchObject({ invoice: 'PAID', balance: 0 });
  await world.processEvent(await simulator().closeDispute(sessionId, 'WON'));
  expect(await stateOf(orderId)).toMatchObject({ invoice: 'PAID', balance: 0, refundDue: 'OVERPAID' });
  const { id } = await refund(paymentId, 35_000);
  await requestRefund({ ...world.contextFor(admin()), payments: paymentProviders(world.payments) }, { refundId: id });
  expect(await stateOf(orderId)).toMatchObject({ balance: 0, refundDue: null, refunds: ['SUCCEEDED'], notes: [] });
  expect(await wrongBalances(world.db)).toEqual([]);
});

test('a dispute that its provider does not show as closed yet is read again later', async () => {
  const { sessionId } = await paid();
  await world.processEvent(await simulator().dispute(sessionId));
  const closed = await simulator().closeDispute(sessionId, 'LOST');
  await world.deliver(closed);
  const early = {
    ...world.payments,
    disputes: {
      readDisputes: async (id: string) =>
        (await world.payments.disputes.readDisputes(id)).map((one) => ({ ...one, status: 'OPEN' as const })),
    },
  };
  await expect(world.apply(idOf(closed), early)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
  expect(await world.apply(idOf(closed))).toBe('APPLIED');
});

test('the admins get a mail with the day to answer by, once, and find the dispute in the list', async () => {
  const { sessionId, paymentId } = await paid();
  await world.processEvent(await simulator().dispute(sessionId));
  const database = world.orm.em.fork().getConnection('write');
  await database.execute(`update user set role = 'ADMIN' where id = ?`, [adminId]);
  const { payload } = (
    await world.db.selectFrom('job').select('payload').where('kind', '=', alertDisputeTask.kind).execute()
  ).find((job) => JSON.stringify(job.payload).includes(paymentId)) as { payload: unknown };
  const reported = jsonFrom(payload) as PayloadOf<typeof alertDisputeTask>;
  for (let i = 0; i < 2; i += 1) await alertDispute(world.contextFor(), reported);
  const mails = await world.db
    .selectFrom('email_delivery')
    .select('data')
    .where('template', '=', 'payment-disputed')
    .where('recipient_id', '=', adminId)
    .execute();
  expect(mails.map(({ data }) => jsonFrom(data))).toEqual([
    expect.objectContaining({ reason: 'paiement frauduleux', respondBy: expect.stringMatching(/\d{4}$/) }),
  ]);
  const listed = await listDisputes(world.contextFor(admin()), { filter: { paymentId, status: 'OPEN' }, first: 20 });
  expect(listed.nodes).toMatchObject([{ id: reported.disputeId, paymentId, status: 'OPEN', provider: 'SANDBOX' }]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { HOUR } from '../../support/clock.ts';
import { createBillingWorld, idOf, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
beforeAll(async () => {
  world = await createBillingWorld();
});
afterAll(() => world.close());

const sale = async (changes: Parameters<BillingWorld['addOrder']>[1] = {}) => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId, changes);
  return { customerId, orderId, session: await world.open(customerId, orderId) };
};
const invoicesFor = async (orderId: string) =>
  (await world.invoices()).filter(({ subject_id, number }) => subject_id === orderId && number.startsWith('FACT'));
const creditNotesFor = async (orderId: string) =>
  (await world.invoices()).filter(({ subject_id, number }) => subject_id === orderId && number.startsWith('AVOIR'));

describe('a paid session', () => {
  test('pays the payment and the order and issues one invoice with its lines, its document and its events', async () => {
    const { orderId, session } = await sale({ totalCents: 24_000, unit: 'PAGE', declaredPages: 120 });
    await world.processEvent(await world.payments.simulator.pay(session.sessionId));
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: null });
    expect(await world.orderStatus(orderId)).toBe('PAID');
    const [invoice] = await invoicesFor(orderId);
    expect(invoice).toMatchObject({ gross_cents: 24_000, net_cents: 20_000, tax_cents: 4_000 });
    const lines = await world.db
      .selectFrom('invoice_line as line')
      .innerJoin('invoice', 'invoice.id', 'line.invoice_id')
      .selectAll('line')
      .where('invoice.subject_id', '=', orderId)
      .execute();
    expect(
      lines.map((line) => [Number(line.net_cents), Number(line.tax_cents), Number(line.gross_cents), line.tax_rate]),
    ).toEqual([[20_000, 4_000, 24_000, 2000]]);
    const events = await world.db.selectFrom('outbox_event').select(['name', 'payload']).execute();
    const mine = events.filter(
      ({ payload }) => JSON.stringify(payload).includes(orderId) || JSON.stringify(payload).includes(session.paymentId),
    );
    expect(mine.map(({ name }) => name)).toEqual(expect.arrayContaining(['order.paid', 'payment.completed']));
    expect(world.auditLog.map(({ action }) => action)).toEqual(
      expect.arrayContaining([
        'PAYMENT_SESSION_CREATED',
        'COMMAND_STATUS_CHANGED',
        'INVOICE_ISSUED',
        'PAYMENT_WEBHOOK_RECEIVED',
      ]),
    );
  });

  test('delivered fifty times at once and applied by fifty workers is processed once', async () => {
    const { orderId, session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    const receipts = await Promise.all(Array.from({ length: 50 }, () => world.deliver(event)));
    expect(receipts.filter((receipt) => receipt === 'STORED')).toHaveLength(1);
    const applied = await Promise.all(Array.from({ length: 50 }, () => world.apply(idOf(event))));
    expect(applied.filter((answer) => answer === 'APPLIED')).toHaveLength(1);
    expect(await invoicesFor(orderId)).toHaveLength(1);
    const jobs = await world.db
      .selectFrom('job')
      .select('payload')
      .where('kind', '=', 'billing.apply-payment-event')
      .execute();
    expect(jobs.filter(({ payload }) => JSON.stringify(payload).includes(idOf(event)))).toHaveLength(1);
  });

  test('paid after it had been reported as failed, expired or been refunded ends paid and refunded', async () => {
    const { orderId, session } = await sale();
    const checkout = world.payments.simulator;
    const completed = await checkout.pay(session.sessionId);
    const refunded = await checkout.refund(session.sessionId);
    await world.processEvent(refunded);
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'REFUNDED' });
    await world.processEvent(completed);
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'REFUNDED' });
    expect(Number((await world.payment(session.paymentId))['refunded_cents'])).toBe(35_000);
    expect(await invoicesFor(orderId)).toHaveLength(1);
  });
});

describe('other ends', () => {
  test('a refused payment fails, notifies the payer, and the order can be paid with another payment', async () => {
    const { customerId, orderId, session } = await sale();
    await world.processEvent(await world.payments.simulator.refuse(session.sessionId));
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'FAILED', failure_reason: 'card_declined' });
    expect(await world.orderStatus(orderId)).toBe('PENDING');
    const second = await world.open(customerId, orderId);
    expect(second.paymentId).not.toBe(session.paymentId);
    await world.processEvent(await world.payments.simulator.pay(second.sessionId));
    expect(await world.orderStatus(orderId)).toBe('PAID');
  });

  test('a second paid session of one order is recorded and owed back, without a second invoice', async () => {
    const { customerId, orderId, session } = await sale();
    world.clock.advance(22.95 * HOUR);
    const second = await world.open(customerId, orderId);
    expect(second.sessionId).not.toBe(session.sessionId);
    const checkout = world.payments.simulator;
    await world.processEvent(await checkout.pay(session.sessionId));
    await world.processEvent(await checkout.pay(second.sessionId));
    expect(await world.payment(second.paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: 'ALREADY_PAID' });
    expect(await invoicesFor(orderId)).toHaveLength(1);
    expect(world.auditLog).toContainEqual(
      expect.objectContaining({ action: 'PAYMENT_REFUND_DUE', severity: 'HIGH', targetId: second.paymentId }),
    );
    const events = await world.db
      .selectFrom('outbox_event')
      .select('payload')
      .where('name', '=', 'payment.refund-due')
      .execute();
    expect(JSON.stringify(events)).toContain(second.paymentId);
  });

  test('money for a cancelled order is owed back', async () => {
    const { orderId, session } = await sale();
    await world.orm.em
      .fork()
      .getConnection('write')
      .execute(`update customer_order set status = 'CANCELLED' where id = ?`, [orderId]);
    await world.processEvent(await world.payments.simulator.pay(session.sessionId));
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PAID', refund_due_reason: 'NOT_PAYABLE' });
    expect(await invoicesFor(orderId)).toEqual([]);
    expect(await world.orderStatus(orderId)).toBe('CANCELLED');
  });

  test('a dispute is recorded in the audit log and published as an event, once', async () => {
    const { session } = await sale();
    const checkout = world.payments.simulator;
    const paid = await checkout.pay(session.sessionId);
    const dispute = await checkout.dispute(session.sessionId);
    await world.deliver(dispute);
    await expect(world.apply(idOf(dispute))).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.processEvent(paid);
    expect(await world.apply(idOf(dispute))).toBe('APPLIED');
    expect(await world.apply(idOf(dispute))).toBe('ALREADY');
    expect(
      world.auditLog.filter(({ action, targetId }) => action === 'PAYMENT_DISPUTED' && targetId === session.paymentId),
    ).toHaveLength(1);
  });
});

describe('what is not ours', () => {
  const mutations: [string, (state: { amount: unknown; reference: unknown; metadata: unknown }) => object][] = [
    ['amount', () => ({ amount: { amount: 34_999, currency: 'EUR' } })],
    ['currency', () => ({ amount: { amount: 35_000, currency: 'XOF' } })],
    ['target', () => ({ metadata: { subjectType: 'ORDER', subjectId: '0197c000-0000-7000-8000-000000000000' } })],
    ['target', () => ({ reference: '0197c000-0000-7000-8000-000000000001' })],
    ['amount', () => ({ amount: null })],
  ];
  test.each(mutations)('a paid session with another %s is never believed', async (difference, change) => {
    const { orderId, session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    await world.deliver(event);
    const lying = {
      ...world.payments,
      checkout: {
        ...world.payments.checkout,
        readSession: async (sessionId: string) => {
          const state = await world.payments.checkout.readSession(sessionId);
          return state && { ...state, ...change(state) };
        },
      },
    };
    expect(await world.apply(idOf(event), lying)).toBe('IGNORED');
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PENDING' });
    expect(await world.orderStatus(orderId)).toBe('PENDING');
    expect(await invoicesFor(orderId)).toEqual([]);
    expect(world.auditLog).toContainEqual(
      expect.objectContaining({
        action: 'PAYMENT_MISMATCH',
        severity: 'CRITICAL',
        targetId: session.paymentId,
        payload: expect.objectContaining({ differences: [difference] }),
      }),
    );
  });

  test('an event whose session does not show it yet is tried again, not believed', async () => {
    const { session } = await sale();
    const event = await world.payments.simulator.pay(session.sessionId);
    await world.deliver(event);
    const stale = {
      ...world.payments,
      checkout: {
        ...world.payments.checkout,
        readSession: async (id: string) => ({
          ...(await world.payments.checkout.readSession(id))!,
          status: 'OPEN' as const,
        }),
      },
    };
    await expect(world.apply(idOf(event), stale)).rejects.toMatchObject({ code: 'PAYMENT_UNAVAILABLE' });
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PENDING' });
    expect(await world.apply(idOf(event))).toBe('APPLIED');
    expect(await world.payment(session.paymentId)).toMatchObject({ status: 'PAID' });
  });
});

test('any number of deliveries of a payment’s events, in any order, ends in the same state with one invoice', async () => {
  const customerId = await world.addCustomer();
  await fc.assert(
    fc.asyncProperty(
      fc.subarray(['completed', 'failedAttempt', 'refund', 'dispute'] as const, { minLength: 1 }),
      fc.array(fc.nat(), { minLength: 4, maxLength: 10 }),
      fc.boolean(),
      async (kinds, picks, isPartial) => {
        const orderId = await world.addOrder(customerId);
        const session = await world.open(customerId, orderId);
        const checkout = world.payments.simulator;
        const completed = await checkout.pay(session.sessionId);
        const wanted = new Set<string>(kinds);
        const made = [
          ...(wanted.has('refund') ? [await checkout.refund(session.sessionId, isPartial ? 1_000 : undefined)] : []),
          ...(wanted.has('dispute') ? [await checkout.dispute(session.sessionId)] : []),
        ];
        const delivered = [completed, ...made];
        // Any order, with repetitions; then every event once more, as a provider that got no answer would.
        for (const event of [...picks.map((pick) => delivered[pick % delivered.length]!), ...delivered]) {
          await world.deliver(event);
          await world.apply(idOf(event)).catch(() => 'later');
        }
        const status = wanted.has('refund') ? (isPartial ? 'PARTIALLY_REFUNDED' : 'REFUNDED') : 'PAID';
        expect(await world.payment(session.paymentId)).toMatchObject({ status });
        expect(await world.orderStatus(orderId)).toBe('PAID');
        expect(await invoicesFor(orderId)).toHaveLength(1);
        expect(await creditNotesFor(orderId)).toHaveLength(wanted.has('refund') ? 1 : 0);
        const open = await world.db
          .selectFrom('webhook_event')
          .select('id')
          .where('status', '=', 'RECEIVED')
          .where('id', 'in', delivered.map(idOf))
          .execute();
        expect(open).toEqual([]);
      },
    ),
    { numRuns: 20 },
  );
});

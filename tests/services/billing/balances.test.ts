/** What an invoice says was paid, went back and is owed equals its allocations; what is owed past its date is overdue. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import { refundPayment } from '../../../src/services/billing/index.ts';
import { markOverdue } from '../../../src/services/billing/tasks/mark-overdue.ts';
import { requestRefund } from '../../../src/services/billing/tasks/request-refund.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { wrongBalances } from '../../support/balances.ts';
import { DAY } from '../../support/clock.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
beforeAll(async () => {
  world = await createBillingWorld();
});
afterAll(() => world.close());

const paid = async () => {
  const customerId = await world.addCustomer();
  const orderId = await world.addOrder(customerId);
  const session = await world.open(customerId, orderId);
  await world.processEvent(await world.payments.simulator.pay(session.sessionId));
  return { ...session, orderId };
};
const around = async () => ({
  ...world.contextFor(makeActor(await world.addCustomer(), { role: 'ADMIN' })),
  payments: paymentProviders(world.payments),
  limits: noLimits,
});
const refund = async (paymentId: string, amount: number): Promise<string> => {
  const ctx = await around();
  const { id } = await refundPayment(ctx, { paymentId, amount: { amount, currency: 'EUR' }, reason: 'GOODWILL' });
  await requestRefund(ctx, { refundId: id });
  return id;
};
const invoiceOf = async (subjectId: string) => {
  const row = await world.db
    .selectFrom('invoice')
    .select(['id', 'status', 'paid_cents', 'refunded_cents', 'credited_cents', 'balance_cents', 'overdue_at'])
    .where('subject_id', '=', subjectId)
    .where('kind', '=', 'INVOICE')
    .executeTakeFirstOrThrow();
  const { paid_cents, refunded_cents, credited_cents, balance_cents, ...rest } = row;
  return { ...rest, sums: [paid_cents, refunded_cents, credited_cents, balance_cents].map(Number) };
};
const allocationsOf = async (paymentId: string) =>
  (
    await world.db
      .selectFrom('payment_allocation')
      .select(['cause', 'amount_cents'])
      .where('payment_id', '=', paymentId)
      .orderBy('id')
      .execute()
  ).map(({ cause, amount_cents }) => [cause, Number(amount_cents)]);
const database = () => world.orm.em.fork().getConnection('write');

describe('an invoice paid on line', () => {
  test('knows what was paid, and what went back with its credit note', async () => {
    const { orderId, paymentId } = await paid();
    expect(await invoiceOf(orderId)).toMatchObject({ status: 'PAID', sums: [35_000, 0, 0, 0] });
    await refund(paymentId, 5_000);
    expect(await invoiceOf(orderId)).toMatchObject({ status: 'PAID', sums: [35_000, 5_000, 5_000, 0] });
    expect(await allocationsOf(paymentId)).toEqual([
      ['PAYMENT', 35_000],
      ['REFUND', -5_000],
    ]);
    expect(await wrongBalances(world.db)).toEqual([]);
  });

  test('owes its buyer what the bank sent back of a refund, until it is paid after all', async () => {
    const { orderId, paymentId, sessionId } = await paid();
    const { provider_refund_id: atProvider } = await world.db
      .selectFrom('refund')
      .select('provider_refund_id')
      .where('id', '=', await refund(paymentId, 5_000))
      .executeTakeFirstOrThrow();
    await world.processEvent(await world.payments.simulator.failRefund(sessionId, String(atProvider)));
    expect(await invoiceOf(orderId)).toMatchObject({ status: 'PAID', sums: [35_000, 0, 5_000, -5_000] });
    await refund(paymentId, 5_000);
    expect(await invoiceOf(orderId)).toMatchObject({ status: 'PAID', sums: [35_000, 5_000, 5_000, 0] });
    expect(await wrongBalances(world.db)).toEqual([]);
  });

  test('keeps its allocations: the database refuses to change them, to remove them, and to add more than the invoice', async () => {
    const { paymentId } = await paid();
    await expect(database().execute('update payment_allocation set amount_cents = 1')).rejects.toThrow('immutable');
    await expect(database().execute('delete from payment_allocation')).rejects.toThrow('is kept');
    await expect(
      database().execute(
        `insert into payment_allocation (id, created_at, payment_id, invoice_id, cause, amount_cents, at) select ?, created_at, payment_id, invoice_id, cause, 1, at from payment_allocation where payment_id = ?`,
        [newId(), paymentId],
      ),
    ).rejects.toThrow('more is allocated');
    for (const column of ['buyer_id', 'created_at', 'gross_cents'])
      await expect(database().execute(`update invoice set ${column} = null`)).rejects.toThrow();
  });
});

async function addUnpaid({ em, now }: Tx<'em' | 'now'>, input: { buyerId: string; dueOn: string }): Promise<string> {
  const subjectId = newId();
  const buyer = em.getReference(User, input.buyerId);
  makeInvoice(em, { buyer, subjectId, issuedAt: now, dueOn: input.dueOn });
  await em.flush();
  return subjectId;
}

test('an unpaid invoice is overdue the day after its due date where the business is, and not before', async () => {
  world.clock.set(new Date('2026-11-19T23:30:00Z'));
  const buyerId = await world.addCustomer();
  const late = await world.run(addUnpaid, { buyerId, dueOn: '2026-11-19' });
  const due = await world.run(addUnpaid, { buyerId, dueOn: '2026-11-20' });
  const mark = () => markOverdue({ ...world.contextFor(), now: world.clock.now() });
  await mark();
  // In Paris it is the 20th.
  expect([(await invoiceOf(late)).status, (await invoiceOf(due)).status]).toEqual(['OVERDUE', 'GENERATED']);
  expect((await invoiceOf(late)).overdue_at).not.toBeNull();
  world.clock.advance(DAY);
  await mark();
  await mark();
  expect((await invoiceOf(due)).status).toBe('OVERDUE');
  const events = await world.db
    .selectFrom('outbox_event')
    .select('name')
    .where('name', '=', 'invoice.overdue')
    .execute();
  expect(events).toHaveLength(2);
  expect(await wrongBalances(world.db)).toEqual([]);
});

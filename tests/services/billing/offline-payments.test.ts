/** Money that comes without a provider: in parts, too much, too early, and what turns out never to have come. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import { recordOfflinePayment, refundPayment, reversePayment } from '../../../src/services/billing/index.ts';
import type { RecordOfflinePayment } from '../../../src/services/billing/record-offline-payment.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { wrongBalances } from '../../support/balances.ts';
import { DAY } from '../../support/clock.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makeInvoice } from '../../support/make/invoice.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let adminId: string;
beforeAll(async () => {
  world = await createBillingWorld();
  adminId = await world.addCustomer();
});
afterAll(() => world.close());

const admin = () => makeActor(adminId, { role: 'ADMIN' });
const today = () => world.clock.now().toISOString().slice(0, 10);

async function addInvoice({ em, now }: Tx<'em' | 'now'>, input: object & { buyerId: string }): Promise<string> {
  const { buyerId, ...facts } = input;
  const buyer = em.getReference(User, buyerId);
  const dueOn = new Date(now.getTime() + 30 * DAY).toISOString().slice(0, 10);
  const invoice = makeInvoice(em, { buyer, subjectId: newId(), issuedAt: now, dueOn, ...facts });
  await em.flush();
  return invoice.id;
}
const unpaid = async (facts: object = {}): Promise<string> =>
  world.run(addInvoice, { buyerId: await world.addCustomer(), ...facts });
const record = (invoiceId: string, cents: number, more: Partial<RecordOfflinePayment> = {}) =>
  world.run(
    recordOfflinePayment,
    {
      invoiceId,
      amount: { amount: cents, currency: 'EUR' },
      method: 'TRANSFER',
      receivedOn: today(),
      reference: 'VIR 1',
      ...more,
    },
    admin(),
  );
const reverse = (paymentId: string) =>
  world.run(reversePayment, { paymentId, reason: 'Chèque sans provision' }, admin());
const stateOf = async (id: string) => {
  const { status, paid_cents, lost_cents, balance_cents, paid_at } = await world.db
    .selectFrom('invoice')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { status, isPaid: paid_at !== null, sums: [paid_cents, lost_cents, balance_cents].map(Number) };
};
const eventsAbout = async (id: string) =>
  (await world.db.selectFrom('outbox_event').select(['name', 'payload']).orderBy('id').execute())
    .filter(({ payload }) => JSON.stringify(payload).includes(id))
    .map(({ name }) => name);

test('an invoice is paid in parts by whoever pays it, and PAID with the last one', async () => {
  const id = await unpaid();
  const first = await record(id, 20_000, { method: 'CHEQUE', receivedOn: '2026-01-05', reference: 'CHQ 7' });
  expect(await stateOf(id)).toEqual({ status: 'GENERATED', isPaid: false, sums: [20_000, 0, 15_000] });
  expect(await world.payment(first.id)).toMatchObject({
    status: 'PAID',
    provider: 'OFFLINE',
    method: 'CHEQUE',
    received_on: '2026-01-05',
    reference: 'CHQ 7',
    invoice_id: id,
  });
  await record(id, 15_000);
  expect(await stateOf(id)).toEqual({ status: 'PAID', isPaid: true, sums: [35_000, 0, 0] });
  expect(await eventsAbout(id)).toEqual(['invoice.paid']);
  expect(await wrongBalances(world.db)).toEqual([]);
});

test('what is more than the balance is due for a refund, which is paid by hand', async () => {
  const id = await unpaid();
  const { id: paymentId } = await record(id, 40_000);
  expect(await stateOf(id)).toMatchObject({ status: 'PAID', sums: [35_000, 0, 0] });
  expect(await world.payment(paymentId)).toMatchObject({ refund_due_reason: 'OVERPAID' });
  expect(await eventsAbout(paymentId)).toEqual(['payment.refund-due']);
  const { id: twice } = await record(id, 1_000);
  expect(await world.payment(twice)).toMatchObject({ refund_due_reason: 'OVERPAID' });
  const ctx = { ...world.contextFor(admin()), payments: paymentProviders(world.payments), limits: noLimits };
  const amount = { amount: 5_000, currency: 'EUR' as const };
  const refund = await refundPayment(ctx, { paymentId, amount, reason: 'GOODWILL' });
  expect(refund).toMatchObject({ isManual: true, status: 'PENDING' });
  expect(await wrongBalances(world.db)).toEqual([]);
});

test('a bounced cheque is a row of its own: the invoice is owed again, overdue when its date has passed', async () => {
  const [early, late] = [await unpaid(), await unpaid({ dueOn: '2026-01-01' })];
  for (const [id, status] of [
    [early, 'SENT'],
    [late, 'OVERDUE'],
  ] as const) {
    const { id: paymentId } = await record(id, 35_000, { method: 'CHEQUE' });
    await reverse(paymentId);
    expect(await stateOf(id)).toEqual({ status, isPaid: false, sums: [35_000, 35_000, 35_000] });
    expect(await world.payment(paymentId)).toMatchObject({ status: 'PAID', amount_cents: 35_000 });
    expect(await eventsAbout(paymentId)).toContain('payment.reversed');
    await expect(reverse(paymentId)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    const ctx = { ...world.contextFor(admin()), payments: paymentProviders(world.payments), limits: noLimits };
    await expect(refundPayment(ctx, { paymentId, reason: 'GOODWILL' })).rejects.toMatchObject({
      code: 'REFUND_TOO_LARGE',
    });
    await record(id, 35_000);
    expect(await stateOf(id)).toEqual({ status: 'PAID', isPaid: true, sums: [70_000, 35_000, 0] });
  }
  const rows = await world.db.selectFrom('payment_reversal').select(['amount_cents', 'reason']).execute();
  expect(rows.map(({ amount_cents, reason }) => [Number(amount_cents), reason])).toEqual(
    Array.from({ length: 2 }, () => [35_000, 'Chèque sans provision']),
  );
  const database = world.orm.em.fork().getConnection('write');
  await expect(database.execute('update payment_reversal set amount_cents = 1')).rejects.toThrow('immutable');
  expect(await wrongBalances(world.db)).toEqual([]);
});

test('a reversal of more than the invoice took loses the rest first, and cancels a refund that nobody has paid', async () => {
  const id = await unpaid();
  const { id: paymentId } = await record(id, 40_000);
  const ctx = { ...world.contextFor(admin()), payments: paymentProviders(world.payments), limits: noLimits };
  const refund = await refundPayment(ctx, { paymentId, reason: 'DUPLICATE' });
  await reverse(paymentId);
  expect(await stateOf(id)).toMatchObject({ sums: [35_000, 35_000, 35_000] });
  expect(await world.payment(paymentId)).toMatchObject({ refund_due_reason: null });
  const { status } = await world.db
    .selectFrom('refund')
    .select('status')
    .where('id', '=', refund.id)
    .executeTakeFirstOrThrow();
  expect(status).toBe('CANCELLED');
});

test('a date to come, another currency, a credit note, an unknown invoice and a payment of a provider are refused, with nothing written', async () => {
  const id = await unpaid();
  const tomorrow = new Date(world.clock.now().getTime() + DAY).toISOString().slice(0, 10);
  const count = async () => (await world.db.selectFrom('payment').select('id').execute()).length;
  const before = await count();
  const refusals: [Promise<unknown>, object][] = [
    [record(id, 1_000, { receivedOn: tomorrow }), { code: 'INPUT_INVALID' }],
    [record(id, 1_000, { amount: { amount: 5, currency: 'XOF' } }), { code: 'INPUT_INVALID' }],
    [record(await unpaid({ kind: 'CREDIT_NOTE', status: 'PAID' }), 1_000), { code: 'ACTION_NOT_ALLOWED' }],
    [record(newId(), 1_000), { code: 'NOT_FOUND' }],
    [reverse(newId()), { code: 'NOT_FOUND' }],
  ];
  for (const [refused, why] of refusals) await expect(refused).rejects.toMatchObject(why);
  expect(await count()).toBe(before);
  const customerId = await world.addCustomer();
  const session = await world.open(customerId, await world.addOrder(customerId));
  await world.processEvent(await world.payments.simulator.pay(session.sessionId));
  await expect(reverse(session.paymentId)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
});

test('the same key records once, and two payments of the whole at once pay it once', async () => {
  const id = await unpaid();
  const [first, again] = [await record(id, 100, { key: 'transfer-1' }), await record(id, 100, { key: 'transfer-1' })];
  expect(again.id).toBe(first.id);
  await Promise.all([record(id, 34_900), record(id, 34_900)]);
  expect(await stateOf(id)).toEqual({ status: 'PAID', isPaid: true, sums: [35_000, 0, 0] });
  expect(await wrongBalances(world.db)).toEqual([]);
});

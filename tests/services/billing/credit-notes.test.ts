/** Credit notes: no invoiced money goes back without one, and together they never say more than the invoice. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Payment } from '../../../src/entities/billing/payment.entity.ts';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import {
  creditNotesOf as creditNotesOfInvoices,
  invoicesById,
  refundPayment,
  retryRefund,
} from '../../../src/services/billing/index.ts';
import { notifyInvoiceReady } from '../../../src/services/billing/tasks/notify-invoice-ready.ts';
import { creditForgotten } from '../../../src/services/billing/reconciliation/credit-forgotten.ts';
import { requestRefund } from '../../../src/services/billing/tasks/request-refund.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { noLimits } from '../../support/no-limits.ts';
import { makeActor } from '../../support/make/actor.ts';
import { makeRefund } from '../../support/make/refund.ts';
import { createBillingWorld, type BillingWorld } from './billing-world.ts';

let world: BillingWorld;
let adminId: string;
beforeAll(async () => {
  world = await createBillingWorld({
    environment: { SELLER_VAT_REGIME: 'STANDARD', SELLER_VAT_NUMBER: 'FR44732829320' },
  });
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
const around = () => ({
  ...world.contextFor(makeActor(adminId, { role: 'ADMIN' })),
  payments: paymentProviders(world.payments),
  limits: noLimits,
});
const refund = async (paymentId: string, cents?: number): Promise<string> => {
  const amount = cents === undefined ? undefined : euros(cents);
  const { id } = await refundPayment(around(), { paymentId, amount, reason: 'REQUESTED_BY_CUSTOMER' });
  await requestRefund(around(), { refundId: id });
  return id;
};
const invoiceOf = async (orderId: string) =>
  world.db
    .selectFrom('invoice')
    .selectAll()
    .where('subject_id', '=', orderId)
    .where('kind', '=', 'INVOICE')
    .executeTakeFirstOrThrow();
const creditNotesOf = async (orderId: string) =>
  (
    await world.db
      .selectFrom('invoice')
      .selectAll()
      .where('subject_id', '=', orderId)
      .where('kind', '=', 'CREDIT_NOTE')
      .orderBy('sequence')
      .execute()
  ).map(({ net_cents, tax_cents, gross_cents, document, ...row }) => ({
    ...row,
    amounts: [Number(net_cents), Number(tax_cents), Number(gross_cents)],
    document: documentFromStore(jsonFrom(document)),
  }));
const creditNoteOf = async (refundId: string) =>
  (await world.db.selectFrom('refund').select('credit_note_id').where('id', '=', refundId).executeTakeFirstOrThrow())
    .credit_note_id;
const failAtBank = async (sessionId: string, refundId: string): Promise<void> => {
  const row = await world.db
    .selectFrom('refund')
    .select('provider_refund_id')
    .where('id', '=', refundId)
    .executeTakeFirstOrThrow();
  await world.processEvent(await world.payments.simulator.failRefund(sessionId, String(row.provider_refund_id)));
};

describe('a refund of invoiced money', () => {
  test('in parts and then the rest gives credit notes that sum exactly to the invoice, which is cancelled', async () => {
    const { paymentId, orderId } = await paid(10_01 * 3);
    const refunds = [await refund(paymentId, 1_001), await refund(paymentId, 333)];
    expect(await invoiceOf(orderId)).toMatchObject({
      status: 'PAID',
      cancelled_at: null,
      live_for: `ORDER:${orderId}`,
    });
    refunds.push(await refund(paymentId));
    const notes = await creditNotesOf(orderId);
    expect(await Promise.all(refunds.map(creditNoteOf))).toEqual(notes.map(({ id }) => id));
    const invoice = await invoiceOf(orderId);
    const sums = [0, 1, 2].map((i) => notes.reduce((sum, { amounts }) => sum + (amounts[i] ?? 0), 0));
    expect(sums).toEqual([invoice.net_cents, invoice.tax_cents, invoice.gross_cents].map(Number));
    expect(Number(invoice.credited_cents)).toBe(3_003);
    expect(invoice).toMatchObject({ status: 'CANCELLED', live_for: null });
    expect(invoice.cancelled_at).not.toBeNull();
    expect(notes.map(({ amounts }) => amounts[2])).toEqual([1_001, 333, 1_669]);
    for (const { document, number, corrects_id, series, sequence } of notes) {
      expect(number).toBe(`${series}-${String(sequence).padStart(6, '0')}`);
      expect(number).toMatch(/^AVOIR-\d{4}-\d{6}$/);
      expect(corrects_id).toBe(invoice.id);
      expect(document).toMatchObject({ kind: 'CREDIT_NOTE', corrects: { number: invoice.number } });
      expect(document.lines.map(({ description }) => description)).toEqual([
        expect.stringContaining(`Avoir sur la facture ${invoice.number} du`),
      ]);
    }
  });

  test('made at the provider has one too, once however often it is read', async () => {
    const { sessionId, orderId } = await paid();
    const event = await world.payments.simulator.refund(sessionId, 4_000);
    await world.processEvent(event);
    await world.processEvent(event);
    await world.processEvent(await world.payments.simulator.refund(sessionId, 1_000));
    expect((await creditNotesOf(orderId)).map(({ amounts }) => amounts)).toEqual([
      [3_333, 667, 4_000],
      [834, 166, 1_000],
    ]);
  });

  test('that waits or fails at the provider has none', async () => {
    const { paymentId, orderId, sessionId } = await paid(50_000);
    const waiting = await refund(paymentId, 1_091);
    const failed = await refund(paymentId, 1_092);
    expect(await creditNotesOf(orderId)).toEqual([]);
    expect(await creditNoteOf(failed)).toBeNull();
    const row = await world.db
      .selectFrom('refund')
      .select('provider_refund_id')
      .where('id', '=', waiting)
      .executeTakeFirstOrThrow();
    await world.processEvent(await world.payments.simulator.completeRefund(sessionId, String(row.provider_refund_id)));
    expect((await creditNotesOf(orderId)).map(({ id }) => id)).toEqual([await creditNoteOf(waiting)]);
  });

  test('that the bank returned keeps its credit note, and the refund that pays it after all takes it over', async () => {
    const { paymentId, orderId, sessionId } = await paid();
    const first = await refund(paymentId, 5_000);
    await failAtBank(sessionId, first);
    const note = await creditNoteOf(first);
    expect(note).not.toBeNull();
    const second = await refund(paymentId, 5_000);
    expect([await creditNoteOf(first), await creditNoteOf(second)]).toEqual([null, note]);
    expect(await creditNotesOf(orderId)).toHaveLength(1);
    await retryRefund(around(), { refundId: first });
    await requestRefund(around(), { refundId: first });
    await refund(paymentId);
    expect((await creditNotesOf(orderId)).map(({ amounts }) => amounts[2])).toEqual([5_000, 5_000, 25_000]);
    expect(await invoiceOf(orderId)).toMatchObject({ status: 'CANCELLED' });
  });

  test('of a larger amount than the one that the bank returned is documented for the difference', async () => {
    const { paymentId, orderId, sessionId } = await paid();
    await failAtBank(sessionId, await refund(paymentId));
    expect(await invoiceOf(orderId)).toMatchObject({ status: 'CANCELLED' });
    await refund(paymentId, 20_000);
    await refund(paymentId);
    expect((await creditNotesOf(orderId)).map(({ amounts }) => amounts[2])).toEqual([35_000]);
  });
});

test('money that went back before credit notes were issued with it is documented by the nightly job, once', async () => {
  const { paymentId, orderId } = await paid();
  await world.run(async ({ em }: Tx<'em'>, amountCents: number) => {
    const payment = await em.findOneOrFail(Payment, { id: paymentId });
    payment.status = 'PARTIALLY_REFUNDED';
    payment.refundedCents = amountCents;
    makeRefund(em, { payment, amountCents, succeededAt: world.clock.now() });
  }, 12_000);
  for (let night = 0; night < 2; night += 1) {
    await creditForgotten(around());
    expect((await creditNotesOf(orderId)).map(({ amounts }) => amounts)).toEqual([[10_000, 2_000, 12_000]]);
  }
});

test('money that never had an invoice goes back without a credit note, beside one that had', async () => {
  const { customerId, orderId } = await paid();
  const cancelled = await world.addOrder(customerId, {});
  const due = await world.open(customerId, cancelled);
  await world.orm.em
    .fork()
    .getConnection('write')
    .execute(`update customer_order set status = 'CANCELLED' where id = ?`, [cancelled]);
  await world.processEvent(await world.payments.simulator.pay(due.sessionId));
  const id = await refund(due.paymentId);
  expect(await world.payment(due.paymentId)).toMatchObject({ status: 'REFUNDED', invoice_id: null });
  expect(await creditNoteOf(id)).toBeNull();
  expect(await creditNotesOf(cancelled)).toEqual([]);
  expect(await creditNotesOf(orderId)).toEqual([]);
});

test('twenty refunds at once number their credit notes without a gap and never credit more than the invoice', async () => {
  const { paymentId, orderId } = await paid();
  const answers = await Promise.allSettled(Array.from({ length: 20 }, () => refund(paymentId, 2_000)));
  expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(17);
  expect(await creditNotesOf(orderId)).toHaveLength(17);
  expect(Number((await invoiceOf(orderId)).credited_cents)).toBe(34_000);
  const all = await world.db.selectFrom('invoice').select('sequence').where('kind', '=', 'CREDIT_NOTE').execute();
  const sequences = all.map(({ sequence }) => Number(sequence)).sort((a, b) => a - b);
  expect(sequences).toEqual(sequences.map((_, i) => i + 1));
});

test('two live invoices of one subject are refused by the database', async () => {
  const { orderId } = await paid();
  const invoice = await invoiceOf(orderId);
  const own: Record<string, unknown> = { id: newId(), number: 'FACT-2026-900000', sequence: 900_000 };
  const columns = Object.keys(invoice);
  const copied = columns.map((column) => (column in own ? '?' : column)).join(', ');
  const values = columns.filter((column) => column in own).map((column) => own[column]);
  const copy = `insert into invoice (${columns.join(', ')}) select ${copied} from invoice where id = ?`;
  const database = world.orm.em.fork().getConnection('write');
  await expect(database.execute(copy, [...values, invoice.id])).rejects.toThrow(/live_for/);
});

test('a credit note’s amounts and what it corrects are fixed by the database', async () => {
  const { paymentId, orderId } = await paid();
  await refund(paymentId, 100);
  const [note] = await creditNotesOf(orderId);
  const database = world.orm.em.fork().getConnection('write');
  for (const change of ['corrects_id = null', 'gross_cents = 99'])
    await expect(database.execute(`update invoice set ${change} where id = ?`, [String(note?.id)])).rejects.toThrow(
      'an issued invoice is immutable',
    );
});

test('the buyer is notified of a credit note as such, and sees it with its invoice', async () => {
  const { paymentId, orderId, customerId } = await paid();
  const refundId = await refund(paymentId, 6_000);
  const creditNoteId = String(await creditNoteOf(refundId));
  for (let i = 0; i < 2; i += 1) await notifyInvoiceReady(around(), { invoiceId: creditNoteId });
  const mails = await world.db
    .selectFrom('email_delivery')
    .select(['template', 'data'])
    .where('recipient_id', '=', customerId)
    .execute();
  const invoice = await invoiceOf(orderId);
  expect(mails.map(({ template, data }) => [template, jsonFrom(data)])).toEqual([
    ['credit-note-issued', expect.objectContaining({ correctedNumber: invoice.number, total: euros(6_000) })],
  ]);
  const mine = world.contextFor(makeActor(customerId));
  expect((await creditNotesOfInvoices(mine, [invoice.id])).get(invoice.id)).toMatchObject([
    { id: creditNoteId, kind: 'CREDIT_NOTE', correctsId: invoice.id, gross: euros(6_000) },
  ]);
  expect((await invoicesById(mine, [invoice.id])).get(invoice.id)).toMatchObject({ credited: euros(6_000) });
  const stranger = world.contextFor(makeActor(await world.addCustomer()));
  expect((await creditNotesOfInvoices(stranger, [invoice.id])).get(invoice.id)).toEqual([]);
  expect((await invoicesById(stranger, [invoice.id, creditNoteId])).size).toBe(0);
});

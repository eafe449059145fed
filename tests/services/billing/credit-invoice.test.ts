/** Credits that an admin decides: never more than was invoiced, and never more back than was paid. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { paymentProviders } from '../../../src/services/adapters/payments/port.ts';
import { documentFaults } from '../../../src/services/billing/document-faults.ts';
import { crossIndustryInvoice } from '../../../src/services/billing/factur-x/cross-industry-invoice.ts';
import {
  creditInvoice,
  openCheckout,
  recordOfflinePayment,
  refundPayment,
} from '../../../src/services/billing/index.ts';
import { requestRefund } from '../../../src/services/billing/tasks/request-refund.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { noLimits } from '../../support/no-limits.ts';
import { billables, customer } from './billing-world.ts';
import { createDraftWorld, line, type DraftWorld, type IssuedRow } from './drafts-fixture.ts';
import { hasRules, validatorFaults } from './factur-x/validators.ts';

let world: DraftWorld;
let buyerId: string;
beforeAll(async () => {
  world = await createDraftWorld();
  buyerId = await world.addCustomer();
});
afterAll(() => world.close());

const euros = (amount: number) => ({ amount, currency: 'EUR' as const });
const around = () => ({ ...world.around(), payments: paymentProviders(world.payments) });
const credit = async (invoiceId: string, choice: object, refund = true): Promise<IssuedRow> => {
  const input = { invoiceId, reason: 'GOODWILL' as const, refund, ...choice };
  return world.row((await creditInvoice(around(), input)).id);
};
const payOnline = async (invoiceId: string): Promise<string> => {
  const context = { ...around(), ...world.contextFor(customer(buyerId)), payments: paymentProviders(world.payments) };
  const session = await openCheckout('INVOICE', billables.INVOICE)(context, { subjectId: invoiceId });
  await world.processEvent(await world.payments.simulator.pay(session.sessionId));
  return session.paymentId;
};
const payByTransfer = (invoiceId: string, cents: number) =>
  world.run(recordOfflinePayment, {
    ...{ invoiceId, amount: euros(cents), method: 'TRANSFER' as const },
    ...{ receivedOn: '2026-11-20', reference: 'VIR' },
  });
const refundsOf = (creditNoteId: string) =>
  world.db
    .selectFrom('refund')
    .select(['id', 'amount_cents', 'status', 'is_manual'])
    .where('credit_note_id', '=', creditNoteId)
    .execute();
const stateOf = async (id: string) => {
  const { row } = await world.row(id);
  const [credited, paid, refunded, balance] = ['credited', 'paid', 'refunded', 'balance'].map((name) =>
    Number(row[`${name}_cents`]),
  );
  return [row.status, credited, paid, refunded, balance];
};

describe('an invoice that nobody has paid', () => {
  test('is owed less by a part, and nothing by the rest; nothing is refunded', async () => {
    const invoice = await world.issue({ buyerId, lines: [line('100'), line('50', { taxRate: 550 })] });
    const note = await credit(invoice.id, { amount: euros(5_000) });
    expect(note.number).toMatch(/^AVOIR-/);
    expect(note.document).toMatchObject({ kind: 'CREDIT_NOTE', payments: [], corrects: { number: invoice.number } });
    // 50.00 shared over 120.00 and 52.75.
    expect(note.document.totals.taxes.map(({ rate, net, tax }) => [rate, net.amount + tax.amount])).toEqual([
      [2_000, 3_473],
      [550, 1_527],
    ]);
    expect(documentFaults(note.document)).toEqual([]);
    if (hasRules) expect(validatorFaults(crossIndustryInvoice(note.document))).toEqual([]);
    expect(await refundsOf(note.id)).toEqual([]);
    expect(await stateOf(invoice.id)).toEqual(['GENERATED', 5_000, 0, 0, 12_275]);
    const rest = await credit(invoice.id, { whole: true });
    expect([0, 1, 2].map((i) => note.amounts[i]! + rest.amounts[i]!)).toEqual(invoice.amounts);
    expect(await stateOf(invoice.id)).toEqual(['CANCELLED', 17_275, 0, 0, 0]);
    expect((await world.row(invoice.id)).row.live_for).toBeNull();
  });

  test('is credited line by line, with the words of the lines', async () => {
    const lines = [line('10.01'), line('10.01', { description: 'Tirage' }), line('7', { taxRate: 550 })];
    const invoice = await world.issue({ buyerId, lines });
    const ids = await world.db
      .selectFrom('invoice_line')
      .select('id')
      .where('invoice_id', '=', invoice.id)
      .orderBy('position')
      .execute();
    const note = await credit(invoice.id, {
      lines: [{ lineId: ids[1]!.id, amount: euros(600) }, { lineId: ids[2]!.id }],
    });
    expect(note.document.lines.map((each) => [each.description, each.rate, each.gross.amount])).toEqual([
      ['Tirage', 2_000, 600],
      ['Relecture', 550, 739],
    ]);
    expect(documentFaults(note.document)).toEqual([]);
    const again = { lines: [{ lineId: ids[2]!.id }] };
    await expect(credit(invoice.id, again)).rejects.toMatchObject({
      code: 'CREDIT_TOO_LARGE',
      details: { available: euros(0) },
    });
    const twice = { lines: [{ lineId: ids[0]!.id }, { lineId: ids[0]!.id }] };
    await expect(credit(invoice.id, twice)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    await expect(credit(invoice.id, { lines: [{ lineId: newId() }] })).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  });
});

describe('an invoice that was paid', () => {
  test('online is refunded by its lines, which the credit note names; the rest of them only once', async () => {
    const lines = [line('10.01', { description: 'Tirage' }), line('7', { taxRate: 550 })];
    const invoice = await world.issue({ buyerId, lines });
    const paymentId = await payOnline(invoice.id);
    const [first, second] = await world.db
      .selectFrom('invoice_line')
      .select('id')
      .where('invoice_id', '=', invoice.id)
      .orderBy('position')
      .execute();
    const refund = async (choice: object) => {
      const { id } = await refundPayment(around(), { paymentId, reason: 'NOT_DELIVERED', ...choice });
      await requestRefund(around(), { refundId: id });
      const { credit_note_id: noteId } = await world.db
        .selectFrom('refund')
        .select('credit_note_id')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return (await world.row(String(noteId))).document;
    };
    const named = [
      { lineId: first!.id, amount: euros(600) },
      { lineId: second!.id, amount: euros(300) },
    ];
    const refused = (choice: object, code: string) => expect(refund(choice)).rejects.toMatchObject({ code });
    await refused({ lines: named, amount: euros(900) }, 'INPUT_INVALID');
    await refused({ lines: [{ lineId: newId() }] }, 'INPUT_INVALID');
    await refused({ lines: [{ lineId: first!.id, amount: euros(1_202) }] }, 'CREDIT_TOO_LARGE');
    const note = await refund({ lines: named });
    expect(note.lines.map(({ description, gross }) => [description, gross.amount])).toEqual([
      ['Tirage', 600],
      ['Relecture', 300],
    ]);
    expect(documentFaults(note)).toEqual([]);
    if (hasRules) expect(validatorFaults(crossIndustryInvoice(note))).toEqual([]);
    await refused({ lines: [{ lineId: second!.id }] }, 'CREDIT_TOO_LARGE');
    // Asked for twice before any of it has left: what is no more left of the line is shared over what there is.
    const part = { paymentId, reason: 'GOODWILL', lines: [{ lineId: first!.id, amount: euros(500) }] } as const;
    const both = [await refundPayment(around(), part), await refundPayment(around(), part)];
    for (const { id } of both) await requestRefund(around(), { refundId: id });
    expect(await stateOf(invoice.id)).toEqual(['PAID', 1_900, 1_940, 1_900, 0]);
  });

  test('online gives the credited part back, and no second credit note when it has left', async () => {
    const invoice = await world.issue({ buyerId, lines: [line('100')] });
    await payOnline(invoice.id);
    expect(await stateOf(invoice.id)).toEqual(['PAID', 0, 12_000, 0, 0]);
    expect(
      await world.db.selectFrom('invoice').select('id').where('subject_id', '=', invoice.id).execute(),
    ).toHaveLength(1);
    const note = await credit(invoice.id, { amount: euros(2_000) });
    const [refund] = await refundsOf(note.id);
    expect(refund).toMatchObject({ amount_cents: 2_000, status: 'PENDING' });
    await requestRefund(around(), { refundId: refund!.id });
    expect(await stateOf(invoice.id)).toEqual(['PAID', 2_000, 12_000, 2_000, 0]);
    const rest = await credit(invoice.id, { whole: true });
    await requestRefund(around(), { refundId: (await refundsOf(rest.id))[0]!.id });
    expect(await stateOf(invoice.id)).toEqual(['CANCELLED', 12_000, 12_000, 12_000, 0]);
    const notes = await world.db.selectFrom('invoice').select('id').where('corrects_id', '=', invoice.id).execute();
    expect(notes).toHaveLength(2);
  });

  test('and refunded by the card that it was paid with after its issue has a credit note that says so', async () => {
    const invoice = await world.issue({ buyerId, lines: [line('100')] });
    const paymentId = await payOnline(invoice.id);
    const refund = { paymentId, amount: euros(2_000), reason: 'GOODWILL' as const };
    const { id: refundId } = await refundPayment({ ...around(), limits: noLimits }, refund);
    await requestRefund(around(), { refundId });
    const note = await world.db.selectFrom('invoice').select('id').where('corrects_id', '=', invoice.id).execute();
    expect((await world.row(note[0]!.id)).document.payments).toMatchObject([{ method: 'CARD' }]);
  });

  test('in part gives back only what was paid and is owed no more; a later refund of the rest has its own credit note', async () => {
    const invoice = await world.issue({ buyerId, lines: [line('100')] });
    const { id: paymentId } = await payByTransfer(invoice.id, 5_000);
    const note = await credit(invoice.id, { amount: euros(10_000) });
    expect(await refundsOf(note.id)).toMatchObject([{ amount_cents: 3_000, is_manual: 1 }]);
    expect((await stateOf(invoice.id)).slice(1)).toEqual([10_000, 5_000, 0, -3_000]);
    await expect(
      refundPayment(around(), { paymentId, amount: euros(2_001), reason: 'GOODWILL' }),
    ).rejects.toMatchObject({ code: 'REFUND_TOO_LARGE' });
  });

  test('keeps the claim of its buyer where no refund is asked for', async () => {
    const invoice = await world.issue({ buyerId, lines: [line('100')] });
    const paymentId = await payOnline(invoice.id);
    const note = await credit(invoice.id, { amount: euros(1_000) }, false);
    expect(await refundsOf(note.id)).toEqual([]);
    expect(await stateOf(invoice.id)).toEqual(['PAID', 1_000, 12_000, 0, -1_000]);
    // The claim is paid back later, without a second credit note; beyond it there is one.
    const { id } = await refundPayment(around(), { paymentId, amount: euros(1_500), reason: 'GOODWILL' });
    await requestRefund(around(), { refundId: id });
    expect(await stateOf(invoice.id)).toEqual(['PAID', 1_500, 12_000, 1_500, 0]);
  });

  test('twice is refunded for what is more', async () => {
    const invoice = await world.issue({ buyerId, lines: [line('100')] });
    await payByTransfer(invoice.id, 11_000);
    const paymentId = await payOnline(invoice.id);
    expect(await stateOf(invoice.id)).toEqual(['PAID', 0, 12_000, 0, 0]);
    expect(await world.payment(paymentId)).toMatchObject({ amount_cents: 1_000 });
    const context = { ...around(), ...world.contextFor(customer(buyerId)), payments: paymentProviders(world.payments) };
    await expect(openCheckout('INVOICE', billables.INVOICE)(context, { subjectId: invoice.id })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
  });
});

test('what is refused: more than is left, a credit note, nothing and two choices, another currency, the unknown', async () => {
  const invoice = await world.issue({ buyerId, lines: [line('10')] });
  const code = (choice: object, id = invoice.id) =>
    credit(id, choice).then(
      () => 'ACCEPTED',
      (error: { code: string; details: object }) => [error.code, error.details],
    );
  expect(await code({ amount: euros(1_201) })).toEqual(['CREDIT_TOO_LARGE', { available: euros(1_200) }]);
  expect(await code({})).toMatchObject(['INPUT_INVALID', {}]);
  expect(await code({ whole: true, amount: euros(1) })).toMatchObject(['INPUT_INVALID', {}]);
  expect(await code({ amount: { amount: 1, currency: 'XOF' } })).toMatchObject(['INPUT_INVALID', {}]);
  expect(await code({ whole: true }, newId())).toMatchObject(['NOT_FOUND', {}]);
  const draft = await world.draft({ buyerId });
  expect(await code({ whole: true }, draft.id)).toMatchObject(['NOT_FOUND', {}]);
  const note = await credit(invoice.id, { amount: euros(1) });
  expect(await code({ whole: true }, note.id)).toMatchObject(['ACTION_NOT_ALLOWED', {}]);
});

test('a credit asked for twice with one key is one, and many at once never take more than there is', async () => {
  const invoice = await world.issue({ buyerId, lines: [line('10')] });
  const key = newId();
  const [one, again] = [
    await credit(invoice.id, { amount: euros(100), key }),
    await credit(invoice.id, { amount: euros(100), key }),
  ];
  expect(again.id).toBe(one.id);
  const results = await Promise.allSettled(Array.from({ length: 6 }, () => credit(invoice.id, { amount: euros(300) })));
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  expect((await stateOf(invoice.id))[1]).toBe(1_000);
});

test('a deposit that was credited in part is deducted for what is left of it', async () => {
  const deposit = await world.issue({ buyerId, kind: 'DEPOSIT', lines: [line('100'), line('20', { taxRate: 550 })] });
  await credit(deposit.id, { amount: euros(5_000) });
  const subject = { type: 'INVOICE' as const, id: deposit.id };
  const invoice = await world.issue({ buyerId, subject, lines: [line('300'), line('40', { taxRate: 550 })] });
  const taken = invoice.document.lines.filter((each) => each.deposit !== undefined);
  expect(taken.reduce((sum, each) => sum + each.gross.amount, 0)).toBe(-(12_000 + 2_110 - 5_000));
  expect(invoice.amounts[2]).toBe(36_000 + 4_220 - 9_110);
  expect(documentFaults(invoice.document)).toEqual([]);
  const cancelled = await world.issue({ buyerId, kind: 'DEPOSIT', lines: [line('100')] });
  await credit(cancelled.id, { whole: true });
  const whole = await world.issue({ buyerId, subject: { type: 'INVOICE', id: cancelled.id }, lines: [line('100')] });
  expect(whole.amounts[2]).toBe(12_000);
});

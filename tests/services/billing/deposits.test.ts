/** Deposits, and final invoices that take them back: to the cent, and never more than the work. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Order } from '../../../src/entities/orders/order.entity.ts';
import { documentFaults } from '../../../src/services/billing/document-faults.ts';
import { crossIndustryInvoice } from '../../../src/services/billing/factur-x/cross-industry-invoice.ts';
import { paymentStateOf } from '../../../src/services/billing/factur-x/payment-state.ts';
import { writtenFaults } from '../../../src/services/billing/factur-x/written-faults.ts';
import { issueDeposit, issueDraft } from '../../../src/services/billing/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { createDraftWorld, line, type DraftWorld, type IssuedRow } from './drafts-fixture.ts';
import { hasRules, validatorFaults } from './factur-x/validators.ts';

let world: DraftWorld;
let buyerId: string;
beforeAll(async () => {
  world = await createDraftWorld();
  buyerId = await world.business('FRENCH_BUSINESS');
});
afterAll(() => world.close());

/** A free sale: its deposits and its invoice follow from the first of them. */
const deposit = (lines: object[], subject?: { type: 'INVOICE'; id: string }): Promise<IssuedRow> =>
  world.issue({ buyerId, kind: 'DEPOSIT', lines: lines as never, subject });
const final = (lines: object[], of: IssuedRow): Promise<IssuedRow> =>
  world.issue({ buyerId, lines: lines as never, subject: { type: 'INVOICE', id: of.id } });
const deducted = ({ document }: IssuedRow) =>
  document.lines
    .filter((each) => each.deposit !== undefined)
    .map((each) => [each.deposit?.number, each.quantity, each.rate, each.net.amount, each.tax.amount]);
const isValid = ({ document }: IssuedRow): void => {
  const xml = crossIndustryInvoice(document);
  expect(documentFaults(document)).toEqual([]);
  expect(writtenFaults(xml, document)).toEqual([]);
  if (hasRules) expect(validatorFaults(xml)).toEqual([]);
};

test('a deposit is an invoice of its own, to be paid', async () => {
  const invoice = await deposit([line('300')]);
  expect(invoice.document).toMatchObject({ kind: 'DEPOSIT', lines: [{ quantity: 1_000 }] });
  expect(invoice.row).toMatchObject({ kind: 'DEPOSIT', status: 'GENERATED', live_for: null });
  expect(paymentStateOf(invoice.document).frame).toBe('S1');
  expect(invoice.number).toMatch(/^FACT-/);
  isValid(invoice);
});

test('a deposit on an order is a part of its price, once for each key, and never more than the whole', async () => {
  const customerId = await world.addCustomer();
  const subject = { type: 'ORDER' as const, id: await world.addOrder(customerId, { totalCents: 10_001 }) };
  const issue = (wanted: object, key: string | null = null) =>
    issueDeposit(world.around(), { subject, key, ...wanted });
  const { id } = await issue({ percent: 30 }, 'thirty-percent');
  expect((await issue({ percent: 30 }, 'thirty-percent')).id).toBe(id);
  const first = await world.row(id);
  expect(first.amounts).toEqual([2_500, 500, 3_000]);
  expect(first.row).toMatchObject({
    kind: 'DEPOSIT',
    status: 'GENERATED',
    subject_id: subject.id,
    buyer_id: customerId,
  });
  expect(paymentStateOf(first.document).frame).toBe('S1');
  isValid(first);
  const euros = (amount: number) => ({ amount: { amount, currency: 'EUR' } });
  await expect(issue(euros(7_002))).rejects.toMatchObject({
    ...{ code: 'DEPOSIT_EXCEEDS_TOTAL', details: { excess: { amount: 1, currency: 'EUR' } } },
  });
  const second = await world.row((await issue(euros(7_001))).id);
  expect(second.amounts[2]).toBe(7_001);
  for (const [wanted, path] of [
    [{}, 'input'],
    [{ percent: 10, ...euros(1) }, 'input'],
    [{ amount: { amount: 1, currency: 'XOF' } }, 'input.amount.currency'],
    [euros(0), 'input.amount.amount'],
    [{ percent: 10, subject: { type: 'INVOICE', id } }, 'input.subject'],
    [{ percent: 10, subject: { type: 'ORDER', id: customerId } }, 'input.subject'],
  ] as const)
    await expect(issue(wanted)).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { fields: [{ path }] } });
  await world.run(
    async ({ em }: Tx<'em'>) => void (await em.nativeUpdate(Order, { id: subject.id }, { paidAt: new Date() })),
    undefined,
  );
  await expect(issue({ percent: 10 })).rejects.toMatchObject({ code: 'ORDER_ALREADY_PAID' });
});

test('a final invoice takes two deposits of two rates back, each exactly and with its date', async () => {
  const first = await deposit([line('100.01'), line('33.33', { taxRate: 550 })]);
  const second = await deposit([line('50'), line('10', { taxRate: 550 })], { type: 'INVOICE', id: first.id });
  const invoice = await final([line('579.99'), line('200', { taxRate: 550 })], first);
  expect(deducted(invoice)).toEqual([
    [first.number, -1_000, 2_000, -10_001, -2_000],
    [first.number, -1_000, 550, -3_333, -183],
    [second.number, -1_000, 2_000, -5_000, -1_000],
    [second.number, -1_000, 550, -1_000, -55],
  ]);
  // The work is 579.99 and 200.00, with 116.00 and 11.00 of VAT.
  expect(invoice.amounts).toEqual([77_999 - 19_334, 12_700 - 3_238, 90_699 - 22_572]);
  expect(paymentStateOf(invoice.document)).toMatchObject({ frame: 'S4', due: { amount: invoice.amounts[2] } });
  const xml = crossIndustryInvoice(invoice.document);
  for (const { number } of [first, second])
    expect(xml).toContain(`<ram:IssuerAssignedID>${number}</ram:IssuerAssignedID>`);
  const lines = await world.db
    .selectFrom('invoice_line')
    .select('deposit_id')
    .where('invoice_id', '=', invoice.id)
    .orderBy('position')
    .execute();
  const ids = [null, null, first.id, first.id, second.id, second.id];
  expect(lines.map(({ deposit_id }) => deposit_id)).toEqual(ids);
  expect(invoice.row).toMatchObject({ subject_id: first.id, live_for: `INVOICE:${first.id}` });
  isValid(invoice);
});

test('deposits of all of it make an invoice of nothing, which is paid as it is issued', async () => {
  const first = await deposit([line('123.45')]);
  const invoice = await final([line('123.45')], first);
  expect(invoice.amounts).toEqual([0, 0, 0]);
  expect(invoice.row).toMatchObject({ status: 'PAID' });
  expect(invoice.row.paid_at).not.toBeNull();
  expect(invoice.number).toMatch(/^FACT-/);
  isValid(invoice);
});

describe('more deposits than work', () => {
  test('are refused, and neither number nor draft is lost', async () => {
    const first = await deposit([line('100')]);
    const draft = await world.draft({ buyerId, lines: [line('99.99')], subject: { type: 'INVOICE', id: first.id } });
    const before = await world.db.selectFrom('invoice_counter').select('next_number').execute();
    await expect(issueDraft(world.around(), { draftId: draft.id, version: draft.version })).rejects.toMatchObject({
      code: 'DEPOSIT_EXCEEDS_TOTAL',
      details: { excess: { amount: 1, currency: 'EUR' } },
    });
    expect(await world.db.selectFrom('invoice_counter').select('next_number').execute()).toEqual(before);
    expect(await world.db.selectFrom('invoice_draft').select('id').where('id', '=', draft.id).execute()).toHaveLength(
      1,
    );
  });

  test('are refused at one rate, though another has more work', async () => {
    const first = await deposit([line('100', { taxRate: 550 })]);
    await expect(final([line('1000')], first)).rejects.toMatchObject({ code: 'DEPOSIT_EXCEEDS_TOTAL' });
  });
});

test('the deposits of an order are taken back by its invoice; those of another currency are not', async () => {
  const customerId = await world.addCustomer();
  const subject = { type: 'ORDER' as const, id: await world.addOrder(customerId) };
  const first = await world.issue({ buyerId: customerId, kind: 'DEPOSIT', subject, lines: [line('30')] });
  await expect(
    world.issue({ buyerId: customerId, subject, currency: 'XOF', lines: [line('30000')] }),
  ).rejects.toMatchObject({ code: 'INPUT_INVALID', details: { fields: [{ path: 'input.currency' }] } });
  const invoice = await world.issue({ buyerId: customerId, subject, lines: [line('100')] });
  expect(deducted(invoice)).toEqual([[first.number, -1_000, 2_000, -3_000, -600]]);
  expect(invoice.amounts).toEqual([7_000, 1_400, 8_400]);
});

test('prices that include VAT take back deposits that do not', async () => {
  const first = await deposit([line('10.01')]);
  const invoice = await world.issue({
    ...{ buyerId, prices: 'GROSS', lines: [line('120')], subject: { type: 'INVOICE', id: first.id } },
  });
  expect(invoice.amounts).toEqual([10_000 - 1_001, 2_000 - 200, 12_000 - 1_201]);
  isValid(invoice);
});

/** Issuing a draft: number, invoice and lines at once, and only once. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Seller } from '../../../src/entities/billing/seller.entity.ts';
import { issueDraft, updateInvoiceDraft } from '../../../src/services/billing/index.ts';
import { documentFaults } from '../../../src/services/billing/document-faults.ts';
import { facturX } from '../../../src/services/billing/factur-x/attachment.ts';
import { paymentStateOf } from '../../../src/services/billing/factur-x/payment-state.ts';
import { unitWord } from '../../../src/services/kernel/unit-codes.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { createDraftWorld, line, type DraftWorld } from './drafts-fixture.ts';

let world: DraftWorld;
let buyerId: string;
beforeAll(async () => {
  world = await createDraftWorld();
  buyerId = await world.addCustomer();
});
afterAll(() => world.close());

const today = () => world.clock.now().toISOString().slice(0, 10);
const plus = (days: number) => Temporal.PlainDate.from(today()).add({ days }).toString();

describe('an issued draft', () => {
  test('is an invoice to be paid, with its number, and the draft is gone', async () => {
    const { id: draftId, version } = await world.draft({
      buyerId,
      notes: 'Merci.',
      lines: [line('1.6667', { quantityThousandths: 7_500, unit: 'pages' }), line('10', { taxRate: 550 })],
    });
    const invoice = await issueDraft(world.around(), { draftId, version });
    const { amounts, document, row, status } = await world.row(invoice.id);
    expect(status).toBe('GENERATED');
    expect(row).toMatchObject({ draft_id: draftId, paid_at: null, subject_type: 'INVOICE', subject_id: invoice.id });
    expect(row.live_for).toBe(`INVOICE:${invoice.id}`);
    // 7.5 × 1.6667 is 12.50 at 20 %; 10.00 at 5.5 %.
    expect(amounts).toEqual([2_250, 305, 2_555]);
    expect(document).toMatchObject({ priceBasis: 'NET', payments: [], notes: ['Merci.'], dueOn: plus(30) });
    expect(paymentStateOf(document)).toMatchObject({ frame: 'S1', prepaid: { amount: 0 }, due: { amount: 2_555 } });
    expect(documentFaults(document)).toEqual([]);
    expect(await world.db.selectFrom('invoice_draft').select('id').where('id', '=', draftId).execute()).toEqual([]);
    const jobs = await world.db.selectFrom('job').select('kind').execute();
    expect(jobs.map(({ kind }) => kind)).toContain('billing.print-invoice');
  });

  test('is one invoice, however often and at once it is asked for', async () => {
    const { id: draftId, version } = await world.draft({ buyerId });
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => issueDraft(world.around(), { draftId, version })),
    );
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect((await issueDraft(world.around(), { draftId, version: 99 })).id).toBe(answers[0]?.id);
    await expect(issueDraft(world.around(), { draftId: buyerId, version: 1 })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  test('was seen in its last version', async () => {
    const { id: draftId, version } = await world.draft({ buyerId });
    await updateInvoiceDraft(world.around(), { draftId, version, buyerId, currency: 'EUR', lines: [line('5')] });
    await expect(issueDraft(world.around(), { draftId, version })).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await issueDraft(world.around(), { draftId, version: version + 1 })).toMatchObject({ grossCents: 600 });
  });
});

test('discounts of lines and on the whole, without VAT or with it, come to the cent', async () => {
  const lines = [
    line('100', { discount: { basisPoints: 1_000 } }),
    line('33.3333', {
      quantityThousandths: 3_000,
      taxRate: 550,
      discount: { amount: { amount: 1_000, currency: 'EUR' as const } },
    }),
  ];
  const discount = { basisPoints: 500 };
  const net = await world.issue({ buyerId, lines, discount });
  // 90 and 90, less 5 %: 85.50 each.
  expect(net.amounts).toEqual([17_100, 1_710 + 470, 17_100 + 2_180]);
  expect(net.document.lines.map((each) => each.discount?.amount)).toEqual([1_450, 1_450]);
  const gross = await world.issue({ buyerId, lines, discount, prices: 'GROSS' });
  expect(gross.amounts[2]).toBe(17_100);
  expect(gross.amounts[0]! + gross.amounts[1]!).toBe(17_100);
  for (const { document } of [net, gross]) expect(documentFaults(document)).toEqual([]);
});

test('three times 10.01 € at 20 % is 6.01 of VAT', async () => {
  const { amounts } = await world.issue({ buyerId, lines: Array.from({ length: 3 }, () => line('10.01')) });
  expect(amounts).toEqual([3_003, 601, 3_604]);
});

test('francs are whole, and their VAT is stated in euros', async () => {
  const { amounts, document } = await world.issue({ buyerId, currency: 'XOF', lines: [line('10001')] });
  expect(amounts).toEqual([10_001, 2_000, 12_001]);
  expect(document.totals.taxInEuros).toEqual({ amount: 305, currency: 'EUR' });
});

describe('the due date', () => {
  test('is what was asked for: today at the earliest, and for a business within sixty days', async () => {
    const business = await world.business('FRENCH_BUSINESS');
    expect((await world.issue({ buyerId: business, dueOn: plus(60) })).row.due_on).toBe(plus(60));
    expect((await world.issue({ buyerId, dueOn: today() })).row.due_on).toBe(today());
    expect((await world.issue({ buyerId, dueOn: plus(90) })).row.due_on).toBe(plus(90));
    const late = await world.draft({ buyerId, dueOn: today() });
    world.clock.advance(2 * 86_400_000);
    await expect(issueDraft(world.around(), { draftId: late.id, version: late.version })).rejects.toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'draft.dueOn' }] },
    });
  });

  test('is otherwise by the terms of the seller', async () => {
    await world.run(async ({ em }: Tx<'em'>) => {
      (await em.findAll(Seller)).forEach((seller) => (seller.paymentTermDays = 14));
    }, undefined);
    expect((await world.issue({ buyerId })).row.due_on).toBe(plus(14));
  });
});

test('a business is asked for what its invoice needs; its buyer, VAT and reference are frozen', async () => {
  const incomplete = await world.business('FRENCH_BUSINESS', { siren: null, city: null });
  const { id: draftId, version } = await world.draft({ buyerId: incomplete });
  await expect(issueDraft(world.around(), { draftId, version })).rejects.toMatchObject({
    code: 'BILLING_PROFILE_INCOMPLETE',
    details: { fields: ['city', 'siren'] },
  });
  const belgian = await world.business('EU_BUSINESS', { vatNumber: 'BE0428759497' });
  const { document, amounts } = await world.issue({ buyerId: belgian, purchaseOrder: 'PO 7' });
  expect(amounts).toEqual([10_000, 0, 10_000]);
  expect(document).toMatchObject({
    buyer: { kind: 'EU_BUSINESS', purchaseOrder: 'PO 7' },
    lines: [{ category: 'AE' }],
  });
});

describe('a sale', () => {
  test('has one live invoice, and what is invoiced is not paid by its order', async () => {
    const customerId = await world.addCustomer();
    const subject = { type: 'ORDER' as const, id: await world.addOrder(customerId) };
    const { row } = await world.issue({ buyerId: customerId, subject });
    expect(row).toMatchObject({ subject_type: 'ORDER', subject_id: subject.id, live_for: `ORDER:${subject.id}` });
    await expect(world.issue({ buyerId: customerId, subject })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    await expect(world.issue({ buyerId: customerId, subject, kind: 'DEPOSIT' })).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    await expect(world.open(customerId, subject.id)).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
      details: { invoiceId: row.id },
    });
  });

  test('that is being paid is not invoiced beside it', async () => {
    const customerId = await world.addCustomer();
    const subject = { type: 'ORDER' as const, id: await world.addOrder(customerId) };
    await world.open(customerId, subject.id);
    await expect(world.issue({ buyerId: customerId, subject })).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  });
});

test('somebody without an account is invoiced: a deposit, and the rest of the same sale', async () => {
  const address = { lines: ['3 rue des Lilas'], postcode: '33000', city: 'Bordeaux', country: 'FR' };
  const person = { name: 'Zoé Martin', email: 'Zoe@Example.org', locale: 'fr' as const, address };
  const deposit = await world.issue({ person, kind: 'DEPOSIT', lines: [line('30')] });
  expect(deposit.document.buyer).toMatchObject({
    ...{ kind: 'PERSON', name: 'Zoé Martin', email: 'zoe@example.org', postal: address },
    address: ['3 rue des Lilas', '33000 Bordeaux', 'France'],
  });
  expect(deposit.row).toMatchObject({ buyer_id: null, person_email: 'zoe@example.org', person_locale: 'fr' });
  const subject = { type: 'INVOICE' as const, id: deposit.id };
  const refused = { code: 'INPUT_INVALID', details: { fields: [{ path: 'input.subject', rules: ['otherBuyer'] }] } };
  await expect(world.draft({ person: { ...person, email: 'leo@example.org' }, subject })).rejects.toMatchObject(
    refused,
  );
  await expect(world.draft({ buyerId, subject })).rejects.toMatchObject(refused);
  // Her name may be written in another way: who she is to the business is her address.
  const final = await world.issue({ person: { ...person, name: 'Zoé Martin-Roy' }, subject });
  expect(final.amounts).toEqual([7_000, 1_400, 8_400]);
  expect(final.document.lines[1]?.deposit).toMatchObject({ number: deposit.number });
});

test('what a quantity counts is said by its code, printed in the language of the buyer where nobody wrote a word', async () => {
  const person = { name: 'Ann Lee', email: 'ann@example.org', locale: 'en' as const };
  const lines = [
    line('10', { quantityThousandths: 2_500, unitCode: 'DAY' }),
    line('10', { quantityThousandths: 1_000, unitCode: 'HUR', unit: 'heure de studio' }),
    line('10', { unit: 'pages' }),
    line('10', { unit: 'chapitres' }),
    line('10'),
  ];
  const { document, id } = await world.issue({ person, lines });
  expect(document.lines.map(({ unit, unitCode }) => [unit, unitCode])).toEqual([
    ['days', 'DAY'],
    ['heure de studio', 'HUR'],
    ['pages', 'ZP'],
    ['chapitres', 'C62'],
    ['', 'C62'],
  ]);
  const stored = world.db.selectFrom('invoice_line').select('unit_code').where('invoice_id', '=', id);
  expect((await stored.orderBy('position').execute()).map(({ unit_code: code }) => code)).toEqual(
    document.lines.map(({ unitCode }) => unitCode),
  );
  expect(
    String(facturX(document).content)
      .match(/unitCode="\w+"/g)
      ?.slice(0, 3),
  ).toEqual(['unitCode="DAY"', 'unitCode="HUR"', 'unitCode="ZP"']);
  expect([1_500, 2_000].map((days) => unitWord('DAY', days, 'fr'))).toEqual(['jour', 'jours']);
});

test('while the clock is not believed nothing is issued, and the draft stays', async () => {
  const { id: draftId, version } = await world.draft({ buyerId });
  const before = world.clock.now();
  world.clock.advance(400 * 86_400_000);
  await expect(issueDraft(world.around(), { draftId, version })).rejects.toMatchObject({ code: 'CLOCK_IMPLAUSIBLE' });
  expect(world.auditLog).toContainEqual(expect.objectContaining({ action: 'CLOCK_IMPLAUSIBLE' }));
  world.clock.advance(before.getTime() - world.clock.now().getTime());
  expect(await issueDraft(world.around(), { draftId, version })).toMatchObject({ status: 'GENERATED' });
});

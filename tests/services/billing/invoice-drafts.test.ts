/** Drafts of invoices: what cannot stand is refused by its field, and who saw an old version changes nothing. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  createInvoiceDraft,
  deleteInvoiceDraft,
  getInvoiceDraft,
  linesOfDrafts,
  listInvoiceDrafts,
  updateInvoiceDraft,
} from '../../../src/services/billing/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { makeActor } from '../../support/make/actor.ts';
import { billables } from './billing-world.ts';
import { createDraftWorld, line, type DraftWorld } from './drafts-fixture.ts';

let world: DraftWorld;
let buyerId: string;
beforeAll(async () => {
  world = await createDraftWorld();
  buyerId = await world.addCustomer();
});
afterAll(() => world.close());

const refusal = (changes: object) =>
  createInvoiceDraft(world.around(), { currency: 'EUR', lines: [line('100')], buyerId, ...changes } as never).then(
    () => 'ACCEPTED',
    ({ code, details }: { code: string; details: { fields?: { path: string }[]; field?: string } }) => [
      code,
      details.fields?.[0]?.path ?? details.field,
    ],
  );

test('a draft says what was written, and its next version too', async () => {
  const { id } = await createInvoiceDraft(world.around(), {
    buyerId,
    currency: 'EUR',
    prices: 'GROSS',
    lines: [
      line('12.3456', { quantityThousandths: 2_500, unit: 'h', taxRate: 550, discount: { basisPoints: 1_000 } }),
      line('3', { discount: { amount: { amount: 100, currency: 'EUR' } } }),
    ],
    discount: { amount: { amount: 500, currency: 'EUR' } },
    notes: 'Merci.',
    purchaseOrder: 'BC-1',
  });
  const read = () => getInvoiceDraft(world.around(), id);
  expect(await read()).toMatchObject({
    ...{ buyerId, person: null },
    ...{ version: 1, kind: 'INVOICE', prices: 'GROSS', operation: 'SERVICES', subject: null, dueOn: null },
    ...{ notes: 'Merci.', purchaseOrder: 'BC-1', discountAmount: { amount: 500 }, discountBasisPoints: null },
  });
  expect((await linesOfDrafts(world.around(), [id])).get(id)).toMatchObject([
    {
      ...{ quantityThousandths: 2_500, unit: 'h', unitPrice: { amount: '12.3456' }, taxRate: 550 },
      ...{ discountAmount: null, discountBasisPoints: 1_000 },
    },
    { unitPrice: { amount: '3' }, taxRate: 2_000, discountAmount: { amount: 100 }, discountBasisPoints: null },
  ]);
  const person = { name: 'Zoé Martin', email: 'zoe@example.org', locale: 'en' as const };
  const next = { draftId: id, version: 1, person, currency: 'EUR' as const, lines: [line('7')] };
  await updateInvoiceDraft(world.around(), next);
  expect(await read()).toMatchObject({
    ...{ version: 2, prices: 'NET', notes: null, discountAmount: null },
    ...{ buyerId: null, person },
  });
  expect((await linesOfDrafts(world.around(), [id])).get(id)).toMatchObject([{ unitPrice: { amount: '7' } }]);
  await expect(updateInvoiceDraft(world.around(), next)).rejects.toMatchObject({
    code: 'CONFLICT',
    details: { version: 2 },
  });
  await expect(world.run(deleteInvoiceDraft, { draftId: id, version: 1 })).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(await world.run(deleteInvoiceDraft, { draftId: id, version: 2 })).toBe(true);
  await expect(read()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(await world.db.selectFrom('invoice_draft_line').select('id').where('draft_id', '=', id).execute()).toEqual([]);
});

test('whoever writes no invoices is refused before anything is written', async () => {
  const content = { buyerId, currency: 'EUR' as const, lines: [line('100')] };
  const { id: draftId, version } = await world.draft({ buyerId });
  const drafts = () => world.db.selectFrom('invoice_draft').select(['id', 'version', 'changed_at']).execute();
  const before = await drafts();
  const buyer = { ...world.around(), ...world.contextFor(makeActor(buyerId)) };
  const refused = { code: 'FORBIDDEN' };
  await expect(createInvoiceDraft({ ...buyer, billables }, content)).rejects.toMatchObject(refused);
  const changed = updateInvoiceDraft({ ...buyer, billables }, { ...content, draftId, version, notes: 'Autre' });
  await expect(changed).rejects.toMatchObject(refused);
  expect(await drafts()).toEqual(before);
});

const visitor = { name: 'Zoé Martin', email: 'zoe@example.org', locale: 'fr' };

describe('a draft is refused by its field', () => {
  const long = (count: number) => Array.from({ length: count }, () => line('50000'));
  test.each([
    ['a rate of 12 %', { lines: [line('1', { taxRate: 1_200 })] }, ['VAT_RATE_UNKNOWN', 'input.lines.0.taxRate']],
    ['a price that is no number', { lines: [line('1e3')] }, ['INPUT_INVALID', 'input.lines.0.unitPrice']],
    ['a negative price', { lines: [line('-1')] }, ['INPUT_INVALID', 'input.lines.0.unitPrice']],
    ['five decimals', { lines: [line('1'), line('1.00001')] }, ['INPUT_INVALID', 'input.lines.1.unitPrice']],
    ['a total of nothing', { lines: [line('0')] }, ['INPUT_INVALID', 'input.lines']],
    ['a discount of all of it', { discount: { basisPoints: 10_000 } }, ['INPUT_INVALID', 'input.lines']],
    ['more than ten million', { lines: [...long(200), line('0.01')] }, ['INPUT_INVALID', 'input.lines']],
    [
      'a discount of more than there is',
      { lines: [line('1', { discount: { amount: { amount: 101, currency: 'EUR' } } })] },
      ['INPUT_INVALID', 'input.lines.0.discount.amount'],
    ],
    [
      'a discount in another currency',
      { discount: { amount: { amount: 1, currency: 'XOF' } } },
      ['INPUT_INVALID', 'input.discount.amount.currency'],
    ],
    [
      'a discount that says both',
      { discount: { amount: { amount: 1, currency: 'EUR' }, basisPoints: 1 } },
      ['INPUT_INVALID', 'input.discount'],
    ],
    ['a discount that says nothing', { discount: {} }, ['INPUT_INVALID', 'input.discount']],
    ['a due date in the past', { dueOn: '2020-01-01' }, ['INPUT_INVALID', 'input.dueOn']],
    ['nobody as its buyer', { buyerId: newId() }, ['INPUT_INVALID', 'input.buyerId']],
    ['no buyer at all', { buyerId: null }, ['INPUT_INVALID', 'input.buyerId']],
    ['two buyers', { person: visitor }, ['INPUT_INVALID', 'input.buyerId']],
    [
      'the order of an account, for somebody without one',
      { buyerId: null, person: visitor, subject: { type: 'ORDER', id: newId() } },
      ['INPUT_INVALID', 'input.subject'],
    ],
    [
      'a country that is none',
      { buyerId: null, person: { ...visitor, address: { lines: ['1'], postcode: '', city: 'X', country: 'XX' } } },
      ['INPUT_INVALID', 'input.person.address.country'],
    ],
    ['an order that is not there', { subject: { type: 'ORDER', id: newId() } }, ['INPUT_INVALID', 'input.subject']],
  ])('%s', async (_, changes, expected) => {
    expect(await refusal(changes)).toEqual(expected);
  });

  test('the order of somebody else, and the invoice of somebody else', async () => {
    const other = await world.addCustomer();
    expect(await refusal({ subject: { type: 'ORDER', id: await world.addOrder(other) } })).toEqual([
      'INPUT_INVALID',
      'input.subject',
    ]);
    const { id } = await world.issue({ buyerId: other });
    expect(await refusal({ subject: { type: 'INVOICE', id } })).toEqual(['INPUT_INVALID', 'input.subject']);
  });

  test('a due date of more than sixty days for a business only', async () => {
    const dueOn = Temporal.PlainDate.from('2026-11-20').add({ days: 200 }).toString();
    const business = await world.business('FRENCH_BUSINESS');
    expect(await refusal({ buyerId: business, dueOn })).toEqual(['INPUT_INVALID', 'input.dueOn']);
    expect(await refusal({ dueOn })).toBe('ACCEPTED');
  });
});

test('ten million is not too much, and two hundred lines are not too many', async () => {
  const lines = Array.from({ length: 200 }, () => line('50000'));
  expect(await refusal({ lines })).toBe('ACCEPTED');
});

test('fifty drafts a person, also when many are written at once; another key for each, and the same key once', async () => {
  const author = await world.addCustomer();
  const around = world.around(author);
  const content = { buyerId, currency: 'EUR' as const, lines: [line('1')] };
  const key = newId();
  const [one, again] = await Promise.all([
    createInvoiceDraft(around, { ...content, key }),
    createInvoiceDraft(around, { ...content, key }),
  ]);
  expect(again.id).toBe(one.id);
  const results = await Promise.allSettled(Array.from({ length: 52 }, () => createInvoiceDraft(around, content)));
  const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(Array(3).fill('QUOTA_EXCEEDED'));
  const page = await listInvoiceDrafts(around, { first: 100, filter: { authorId: author } });
  expect(page.nodes).toHaveLength(50);
  expect((await listInvoiceDrafts(around, { first: 1, filter: { authorId: author, kind: 'DEPOSIT' } })).nodes).toEqual(
    [],
  );
});

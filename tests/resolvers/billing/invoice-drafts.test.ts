// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { order, person, type Person } from '../../services/orders/orders-fixture.ts';
import { HOUR, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

const clock = testClock();
let env: AppEnvironment;
let customer: Person;
let admin: Actor;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  customer = await person(env);
  const { actor } = await person(env, 'ADMIN');
  admin = { ...actor, provenAt: clock.now() };
});
afterAll(() => env.close());

const fields =
  'id version kind prices currency dueOn subject { type id } lines { description quantityThousandths unitPrice { amount currency } taxRate discountBasisPoints }';
const create = `mutation($input: CreateInvoiceDraftInput!) { createInvoiceDraft(input: $input) { ${fields} } }`;
const issue =
  'mutation($input: InvoiceDraftVersionInput!) { issueInvoice(input: $input) { id number status subject { type id } orderId gross { amount } dueOn paidAt } }';
const one = (changes: object = {}) => ({
  description: 'Relecture',
  quantityThousandths: 2_000,
  unitPrice: '12.5',
  ...changes,
});
const content = (changes: object = {}) => ({
  buyerId: customer.id,
  lines: [one()],
  suppliedOn: '2026-11-18',
  ...changes,
});
const asAdmin = async <T>(document: string, input: object): Promise<T> => {
  const answer = await env.ask(admin, document, { input });
  expect(answer.codes).toEqual([]);
  return Object.values(answer.data as object)[0] as T;
};
interface Draft {
  readonly id: string;
  readonly version: number;
}

test('an admin writes a draft, changes it and issues it; the buyer reads the invoice', async () => {
  const draft = await asAdmin<Draft>(create, content());
  expect(draft).toMatchObject({
    ...{ version: 1, kind: 'INVOICE', prices: 'NET', currency: 'EUR', dueOn: null, subject: null },
    lines: [{ quantityThousandths: 2_000, unitPrice: { amount: '12.5', currency: 'EUR' }, taxRate: 2_000 }],
  });
  const update = `mutation($input: UpdateInvoiceDraftInput!) { updateInvoiceDraft(input: $input) { ${fields} } }`;
  const lines = [one({ discount: { basisPoints: 5_000 } })];
  const changed = await asAdmin<Draft>(update, { draftId: draft.id, version: 1, ...content({ lines }) });
  expect(changed).toMatchObject({ version: 2, lines: [{ discountBasisPoints: 5_000 }] });
  const listed = await env.ask(
    admin,
    `query($filter: InvoiceDraftFilterInput) { invoiceDrafts(filter: $filter) { totalCount nodes { ${fields} } } }`,
    { filter: { buyerId: customer.id } },
  );
  expect(listed.data).toEqual({ invoiceDrafts: { totalCount: 1, nodes: [changed] } });
  const input = { draftId: draft.id, version: 2 };
  const preview = await env.ask(admin, 'query($id: ID!) { previewInvoice(draftId: $id) { mimeType content } }', {
    id: draft.id,
  });
  const { content: file } = (preview.data as { previewInvoice: { content: string } }).previewInvoice;
  expect(Buffer.from(file, 'base64').subarray(0, 5).toString()).toBe('%PDF-');
  const stale = await env.ask({ ...admin, provenAt: new Date(clock.now().getTime() - HOUR) }, issue, { input });
  expect(stale.codes).toEqual(['STEP_UP_REQUIRED']);
  const invoice = await asAdmin<{ id: string; number: string }>(issue, input);
  expect(invoice).toMatchObject({
    ...{ status: 'GENERATED', orderId: null, gross: { amount: 1_500 }, paidAt: null },
    subject: { type: 'INVOICE', id: invoice.id },
  });
  expect(await asAdmin(issue, input)).toEqual(invoice);
  await env.app.worker.runDue();
  const read = await env.ask(customer.actor, 'query($id: ID!) { invoice(id: $id) { number suppliedOn pdfFileId } }', {
    id: invoice.id,
  });
  expect(read.data).toEqual({
    invoice: { number: invoice.number, suppliedOn: '2026-11-18', pdfFileId: expect.any(String) as unknown },
  });
  const remove = 'mutation($input: InvoiceDraftVersionInput!) { deleteInvoiceDraft(input: $input) }';
  expect((await env.ask(admin, remove, { input })).codes).toEqual(['NOT_FOUND']);
  const person = { name: 'Zoé', email: 'zoe@example.org', locale: 'FR', address: { lines: ['1 rue A'], city: 'Pau' } };
  const second = await asAdmin<Draft>(
    create.replace('id version', 'id version buyerId person { name email address { city postcode country } }'),
    { lines: [one()], person },
  );
  expect(second).toMatchObject({
    buyerId: null,
    person: { name: 'Zoé', email: 'zoe@example.org', address: { city: 'Pau', postcode: '', country: 'FR' } },
  });
  expect(await asAdmin(remove, { draftId: second.id, version: second.version })).toBe(true);
});

test('what cannot stand is refused, with nothing written', async () => {
  const wrong: [object, string][] = [
    [{ lines: [] }, 'INPUT_INVALID'],
    [{ lines: Array.from({ length: 201 }, () => one()) }, 'INPUT_INVALID'],
    [{ lines: [one({ quantityThousandths: 0 })] }, 'INPUT_INVALID'],
    [{ lines: [one({ quantityThousandths: -1 })] }, 'INPUT_INVALID'],
    [{ lines: [one({ unitPrice: '1e3' })] }, 'INPUT_INVALID'],
    [{ lines: [one({ unitPrice: '-1' })] }, 'INPUT_INVALID'],
    [{ lines: [one({ unitPrice: '1.00001' })] }, 'INPUT_INVALID'],
    [{ lines: [one({ taxRate: 1_200 })] }, 'VAT_RATE_UNKNOWN'],
    [{ lines: [one({ description: 'x'.repeat(501) })] }, 'INPUT_INVALID'],
    [{ lines: [one({ discount: { basisPoints: 10_001 } })] }, 'INPUT_INVALID'],
    [{ dueOn: '2020-01-01' }, 'INPUT_INVALID'],
    [{ notes: 'x'.repeat(1_001) }, 'INPUT_INVALID'],
  ];
  const before = await env.db.selectFrom('invoice_draft').select('id').execute();
  for (const [changes, code] of wrong) {
    const answer = await env.ask(admin, create, { input: content(changes) });
    expect([JSON.stringify(changes).slice(0, 200), answer.codes]).toEqual([
      JSON.stringify(changes).slice(0, 200),
      [code],
    ]);
  }
  expect(await env.db.selectFrom('invoice_draft').select('id').execute()).toEqual(before);
  expect((await env.ask(customer.actor, create, { input: content() })).codes).toEqual(['FORBIDDEN']);
});

test('an order is paid when the invoice that was issued for it is, and not by a deposit', async () => {
  const { id: orderId } = await order(env, { customer });
  const subject = { type: 'ORDER', id: orderId };
  const issued = async (changes: object): Promise<string> => {
    const draft = await asAdmin<Draft>(create, content({ subject, prices: 'GROSS', ...changes }));
    return (await asAdmin<{ id: string }>(issue, { draftId: draft.id, version: draft.version })).id;
  };
  const pay = async (invoiceId: string, amount: number): Promise<string> => {
    const record = 'mutation($input: RecordOfflinePaymentInput!) { recordOfflinePayment(input: $input) { id } }';
    const today = clock.now().toISOString().slice(0, 10);
    const input = { invoiceId, method: 'TRANSFER', receivedOn: today, reference: 'VIR 1' };
    await asAdmin(record, { ...input, amount: { amount, currency: 'EUR' } });
    await env.app.worker.runDue();
    const row = env.db.selectFrom('customer_order').select('status').where('id', '=', orderId);
    return (await row.executeTakeFirstOrThrow()).status;
  };
  const deposit = await issued({ kind: 'DEPOSIT', lines: [one({ quantityThousandths: 1_000, unitPrice: '10' })] });
  expect(await pay(deposit, 1_000)).toBe('PENDING');
  const final = await issued({ lines: [one({ quantityThousandths: 1_000, unitPrice: '50' })] });
  expect(await pay(final, 1_500)).toBe('PENDING');
  expect(await pay(final, 2_500)).toBe('PAID');
});

test('the buyer opens the payment page of an invoice; an admin credits it, and others may not', async () => {
  const draft = await asAdmin<Draft>(create, content());
  const invoice = await asAdmin<{ id: string }>(issue, { draftId: draft.id, version: draft.version });
  const open =
    'mutation($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { paymentId url } }';
  const subject = { type: 'INVOICE', id: invoice.id };
  const opened = await env.ask(customer.actor, open, { input: { subject } });
  expect(opened.codes).toEqual([]);
  const { paymentId } = (opened.data as { createCheckoutSession: { paymentId: string } }).createCheckoutSession;
  const payment = await env.ask(
    customer.actor,
    'query($id: ID!) { payment(id: $id) { subject { type id } orderId amount { amount } } }',
    { id: paymentId },
  );
  expect(payment.data).toEqual({ payment: { subject, orderId: null, amount: { amount: 3_000 } } });
  const other = await person(env);
  expect((await env.ask(other.actor, open, { input: { subject } })).codes).toEqual(['NOT_FOUND']);
  expect((await env.ask(customer.actor, open, { input: {} })).codes).toEqual(['INPUT_INVALID']);
  const credit =
    'mutation($input: CreditInvoiceInput!) { creditInvoice(input: $input) { kind correctsId gross { amount } } }';
  const input = { invoiceId: invoice.id, reason: 'GOODWILL', refund: false, amount: { amount: 500, currency: 'EUR' } };
  expect((await env.ask(customer.actor, credit, { input })).codes).toEqual(['FORBIDDEN']);
  const stale = { ...admin, provenAt: new Date(clock.now().getTime() - HOUR) };
  expect((await env.ask(stale, credit, { input })).codes).toEqual(['STEP_UP_REQUIRED']);
  expect(await asAdmin(credit, input)).toEqual({
    ...{ kind: 'CREDIT_NOTE', correctsId: invoice.id, gross: { amount: 500 } },
  });
  const tooMuch = { ...input, amount: { amount: 2_501, currency: 'EUR' } };
  expect((await env.ask(admin, credit, { input: tooMuch })).codes).toEqual(['CREDIT_TOO_LARGE']);
  expect((await env.ask(admin, credit, { input: { ...input, amount: { amount: 0, currency: 'EUR' } } })).codes).toEqual(
    ['INPUT_INVALID'],
  );
});

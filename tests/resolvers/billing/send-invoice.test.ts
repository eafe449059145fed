// @lane sqlite at first: the statements are those of the use cases, which run on both databases.
/** An issued invoice is mailed with its PDF and a link; whoever holds the link pays it without an account. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { anonymous } from '../../../src/services/access/actor.ts';
import { payInvoice } from '../../../src/services/billing/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { HOUR, MINUTE } from '../../support/clock.ts';
import { codeOf } from '../../services/orders/orders-fixture.ts';
import { openIssued, payTokens, type IssuedEnvironment } from './issued-invoices.ts';

let env: IssuedEnvironment;
let email: string;
beforeAll(async () => {
  env = await openIssued();
  email = await env.customerEmail();
});
afterAll(() => env.close());

const stranger = anonymous({ locale: 'fr', address: '203.0.113.9', agent: null });
const send = 'mutation($input: SendInvoiceInput!) { sendInvoice(input: $input) { id status sentAt } }';
const look =
  'query($token: String!) { payInvoice(token: $token) { number sellerName amountDue { amount currency } dueOn } }';
const open =
  'mutation($input: OpenInvoiceCheckoutInput!) { openInvoiceCheckout(input: $input) { sessionId paymentId url } }';
const statusOf = async (id: string) =>
  env.db.selectFrom('invoice').select(['status', 'balance_cents', 'number']).where('id', '=', id).executeTakeFirst();
const sendTo = (input: object) => env.asked<{ status: string; sentAt: string }>(env.admin(), send, { input });

test('it goes out with its PDF, is paid by the link, and the link is dead', async () => {
  const invoiceId = await env.issue();
  await env.app.worker.runDue();
  const before = (await env.mailsTo(email)).length;
  expect(await sendTo({ invoiceId })).toMatchObject({ status: 'SENT', sentAt: env.clock.now().toISOString() });
  await env.app.worker.runDue();
  const [mail, ...others] = (await env.mailsTo(email)).slice(before);
  expect(others).toEqual([]);
  const { number } = (await statusOf(invoiceId)) ?? {};
  expect(mail?.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    [`${number}.pdf`, 'application/pdf'],
  ]);
  expect(
    Buffer.from(mail?.attachments[0]?.content ?? [])
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect(mail?.subject).toContain(`Facture ${number}`);

  const [token = ''] = payTokens([mail!]);
  expect(await env.asked(stranger, look, { token })).toMatchObject({ number, amountDue: { amount: 12_000 } });
  const opened = await env.asked<{ sessionId: string }>(stranger, open, { input: { token } });
  expect(await env.asked(stranger, open, { input: { token } })).toEqual(opened);
  await env.pay(opened.sessionId);
  expect(await statusOf(invoiceId)).toMatchObject({ status: 'PAID', balance_cents: 0 });
  for (const [document, input] of [
    [look, { token }],
    [open, { input: { token } }],
  ] as const)
    expect((await env.ask(stranger, document, input)).codes).toEqual(['TOKEN_INVALID']);
  const links = env.db.selectFrom('billing_token').select('id').where('invoice_id', '=', invoiceId);
  expect(await links.where('purpose', '=', 'PAY_INVOICE').where('expires_at', '>', env.clock.now()).execute()).toEqual(
    [],
  );
});

test('one that is owed is mailed once when it is ready: the mail asks for it; sent by hand before, not at all', async () => {
  const templates = async (invoiceId: string): Promise<string[]> =>
    (
      await env.db
        .selectFrom('email_delivery')
        .select('template')
        .where('dedupe_key', 'like', `%:${invoiceId}:%`)
        .orderBy('id')
        .execute()
    ).map(({ template }) => template);
  const waiting = await env.issue();
  await env.app.worker.runDue();
  expect(await templates(waiting)).toEqual(['invoice-due']);
  expect(await statusOf(waiting)).toMatchObject({ status: 'SENT' });
  const sent = await env.issue();
  await sendTo({ invoiceId: sent });
  await env.app.worker.runDue();
  expect(await templates(sent)).toEqual(['invoice-due']);
  // Somebody else has it: the buyer still gets theirs.
  const elsewhere = await env.issue();
  await sendTo({ invoiceId: elsewhere, to: 'compta@example.org' });
  await env.app.worker.runDue();
  expect(await templates(elsewhere)).toEqual(['invoice-due', 'invoice-due']);
});

test('it is sent again at will, to somebody else too, and each time is in the audit log; a repeated request sends nothing', async () => {
  const invoiceId = await env.issue();
  const accountant = 'compta@example.net';
  const key = newId();
  await sendTo({ invoiceId, to: accountant, key });
  await sendTo({ invoiceId, to: accountant, key });
  env.clock.advance(MINUTE);
  expect((await sendTo({ invoiceId })).sentAt).not.toBe(env.clock.now().toISOString());
  // The PDF may not be made yet: the mail waits for it.
  await env.app.worker.runDue();
  env.clock.advance(HOUR);
  await env.app.worker.runDue();
  expect(await env.mailsTo(accountant)).toMatchObject([{ attachments: [{ contentType: 'application/pdf' }] }]);
  const sent = await env.db
    .selectFrom('audit_entry')
    .select('payload')
    .where('action', '=', 'INVOICE_SENT')
    .where('target_id', '=', invoiceId)
    .execute();
  expect(sent.filter(({ payload }) => JSON.stringify(payload).includes('isToBuyer'))).toHaveLength(2);
  expect(JSON.stringify(sent)).not.toContain(accountant);
  const other = await env.ask(env.admin(), send, { input: { invoiceId, key } });
  expect(other.codes).toEqual(['CONFLICT']);
});

test('what is paid or a credit note goes out without a link; another role and another id are refused', async () => {
  const invoiceId = await env.issue();
  const credit = 'mutation($input: CreditInvoiceInput!) { creditInvoice(input: $input) { id } }';
  const note = await env.asked<{ id: string }>(env.admin(), credit, {
    input: { invoiceId, whole: true, reason: 'GOODWILL', refund: false },
  });
  await env.app.worker.runDue();
  const before = (await env.mailsTo(email)).length;
  await sendTo({ invoiceId: note.id });
  await sendTo({ invoiceId });
  await env.app.worker.runDue();
  const mails = (await env.mailsTo(email)).slice(before);
  expect(mails.map(({ subject }) => subject.replace(/\d+/g, ''))).toEqual([
    'Votre avoir AVOIR--',
    'Votre facture FACT--',
  ]);
  expect(payTokens(mails)).toEqual([]);
  expect((await statusOf(invoiceId))?.status).toBe('CANCELLED');
  expect((await env.ask(env.customer.actor, send, { input: { invoiceId } })).codes).toEqual(['FORBIDDEN']);
  expect((await env.ask(env.admin(), send, { input: { invoiceId: newId() } })).codes).toEqual(['NOT_FOUND']);
});

test('a link that reads does not pay, and an address that guesses is stopped after twenty tries', async () => {
  const limited = { ...env.contextFor(stranger), limits: createRateLimits() };
  const guess = () => codeOf(payInvoice(limited, { token: newId() }));
  for (let tries = 0; tries < 20; tries += 1) expect(await guess()).toBe('TOKEN_INVALID');
  expect(await guess()).toBe('RATE_LIMITED');
});

test('a payment that fails brings another link, and money that came a receipt, with what is left', async () => {
  const invoiceId = await env.issue();
  await env.app.worker.runDue();
  const create = 'mutation($input: CreateCheckoutSessionInput!) { createCheckoutSession(input: $input) { sessionId } }';
  const page = await env.asked<{ sessionId: string }>(env.customer.actor, create, {
    input: { subject: { type: 'INVOICE', id: invoiceId } },
  });
  const before = (await env.mailsTo(email)).length;
  await env.refuse(page.sessionId);
  await env.asked(
    env.admin(),
    'mutation($input: RecordOfflinePaymentInput!) { recordOfflinePayment(input: $input) { id } }',
    {
      input: {
        ...{ invoiceId, method: 'TRANSFER', receivedOn: '2026-11-20', reference: 'VIR 1' },
        amount: { amount: 5_000, currency: 'EUR' },
      },
    },
  );
  await env.app.worker.runDue();
  const [again, receipt] = (await env.mailsTo(email)).slice(before);
  const [token = ''] = payTokens([again!]);
  const opened = await env.asked<{ sessionId: string }>(stranger, open, { input: { token } });
  expect(receipt?.text).toContain('70,00');
  await env.pay(opened.sessionId);
  expect(await statusOf(invoiceId)).toMatchObject({ status: 'PAID', balance_cents: 0 });
  const last = (await env.mailsTo(email)).at(-1);
  expect(last?.text).toMatch(/Votre facture\s+est réglée\./);
  const linked = /\/factures\/lien\?token=([\w-]{43})/.exec(last?.text ?? '')?.[1] ?? '';
  const read = 'query($token: String!) { publicInvoice(token: $token) { invoice { id status timeline { kind } } } }';
  expect(await env.asked(stranger, read, { token: linked })).toEqual({
    invoice: { id: invoiceId, status: 'PAID', timeline: [] },
  });
});

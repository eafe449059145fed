/** A person without an account pays for a subject that this file alone knows, the whole way, and nobody else sees it. */
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import { sandboxCheckoutOf, type SandboxPayments } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import {
  billablePlanPeriod,
  billingPersonalData,
  getInvoice,
  getPayment,
  openCheckout,
  publicInvoice,
  receiveWebhook,
  refundPayment,
  type Bill,
  type Billables,
  type BillableRules,
  billableInvoice,
} from '../../../src/services/billing/index.ts';
import { notifyPaymentFailed } from '../../../src/services/billing/tasks/notify-payment-failed.ts';
import { processPaymentEvent } from '../../../src/services/billing/tasks/process-payment-event.ts';
import { documentFromStore } from '../../../src/services/billing/stored-document.ts';
import { issueLaterNow } from '../../../src/services/billing/tasks/issue-later.ts';
import { openDownload } from '../../../src/services/files/index.ts';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { money } from '../../../src/services/kernel/money.ts';
import { isUser, type Payer } from '../../../src/services/kernel/payer.ts';
import type { SubjectType } from '../../../src/services/kernel/subject.ts';
import { billableGuestOrder, billableOrder } from '../../../src/services/orders/index.ts';
import { billableBooking } from '../../../src/services/scheduling/index.ts';
import { createRateLimits } from '../../../src/services/platform/rate-limits.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import {
  eraseCustomer,
  exportCustomerData,
  placeLegalHold,
  releaseLegalHold,
} from '../../../src/services/privacy/index.ts';
import { requestCustomerData } from '../../../src/services/privacy/index.ts';
import { person } from '../../support/make/actor.ts';
import { openPeopleEnvironment, stranger, type PeopleEnvironment } from '../identity/people-environment.ts';
import { makeAccount, refusal } from '../identity/people.ts';

const type = 'STAND' as SubjectType;
/** What is known here of each subject: who pays, and whether it is paid. */
const stands = new Map<string, { readonly payer: Payer; isPaid: boolean }>();

const billOf = (id: string, payer: Payer): Bill => ({
  payer,
  description: 'Un stand au salon',
  total: money(12_000),
  lines: [{ description: 'Un stand au salon', quantity: 1, unit: '', gross: money(12_000) }],
  returnPath: `/stands/${id}`,
});
const billableStand: BillableRules = {
  ownerOf: async (_tx, id) => {
    const payer = stands.get(id)?.payer;
    return payer !== undefined && isUser(payer) ? payer.userId : null;
  },
  describe: async (_tx, id) => {
    const found = stands.get(id);
    if (found === undefined) throw new DomainError('NOT_FOUND');
    return billOf(id, found.payer);
  },
  confirmPayment: async (_tx, { subjectId }) => {
    const found = stands.get(subjectId);
    if (found === undefined) return { outcome: 'NOT_PAYABLE' };
    if (found.isPaid) return { outcome: 'ALREADY_PAID' };
    found.isPaid = true;
    return { outcome: 'PAID', bill: billOf(subjectId, found.payer) };
  },
};
const billables: Billables = Object.assign(
  {
    ORDER: billableOrder,
    INVOICE: billableInvoice,
    PLAN_PERIOD: billablePlanPeriod,
    GUEST_ORDER: billableGuestOrder,
    BOOKING: billableBooking,
  },
  { [type]: billableStand },
);

let env: PeopleEnvironment;
let adminId: string;
beforeAll(async () => {
  env = await openPeopleEnvironment();
  adminId = await makeAccount(env, `${newId()}@example.org`, 'ADMIN');
});
afterAll(() => env.close());

const admin = () => person('ADMIN', adminId);
const address = { lines: ['14 High Street'], postcode: 'BT1 2BB', city: 'Belfast', country: 'GB' };
const english = (email: string): Payer => ({ name: 'Ada Byron', email, address, locale: 'en' });
const mailsTo = async (email: string) =>
  ((await env.app.services.mailbox?.list(500)) ?? []).filter(({ to }) => to.email === email);

async function open(payer: Payer): Promise<{ subjectId: string; paymentId: string; sessionId: string }> {
  const subjectId = newId();
  stands.set(subjectId, { payer, isPaid: false });
  return { subjectId, ...(await env.perform(openCheckout(type, billableStand), { subjectId })) };
}

const simulator = () => sandboxCheckoutOf(env.contextFor().payments) as SandboxPayments['simulator'];

async function deliver(event: Awaited<ReturnType<SandboxPayments['simulator']['pay']>>): Promise<void> {
  const ctx = env.contextFor();
  const provider = providersAble(ctx.payments, 'events')[0]!;
  await receiveWebhook(ctx, { provider, rawBody: Buffer.from(event.body), signature: event.signature });
  const { id: eventId } = JSON.parse(event.body) as { id: string };
  await processPaymentEvent(billables)(ctx, { provider: provider.provider, eventId });
  await env.app.worker.runDue();
}

async function paid(email: string, payer = english(email)) {
  const opened = await open(payer);
  await deliver(await simulator().pay(opened.sessionId));
  return opened;
}

const documentsOf = async (subjectId: string) =>
  (await env.db.selectFrom('invoice').selectAll().where('subject_id', '=', subjectId).orderBy('id').execute()).map(
    (row) => ({ ...row, document: documentFromStore(jsonFrom(row.document)) }),
  );

/** The tokens of the links in the mails to an address, oldest first. */
const tokensTo = async (email: string): Promise<string[]> =>
  (await mailsTo(email))
    .flatMap(({ text }) => /\/factures\/lien\?token=([\w-]{43})/.exec(text)?.[1] ?? [])
    .toReversed();

async function proofOf(email: string): Promise<string> {
  await env.perform(requestCustomerData, { email });
  await env.app.worker.runDue();
  const links = (await mailsTo(email)).flatMap(({ text }) => /\/mes-donnees\?token=([\w-]{43})/.exec(text)?.[1] ?? []);
  return links[0] ?? '';
}

test('they pay, are invoiced and mailed in their language, and refunded with a credit note', async () => {
  const email = `${newId()}@example.org`;
  const { subjectId, paymentId } = await paid(email.toUpperCase());
  const row = await env.db.selectFrom('payment').selectAll().where('id', '=', paymentId).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ status: 'PAID', payer_id: null, person_name: 'Ada Byron', person_email: email });
  const [invoice] = await documentsOf(subjectId);
  expect(invoice).toMatchObject({ buyer_id: null, person_email: email, person_locale: 'en', locale: 'en' });
  expect(invoice?.document.buyer).toEqual({
    ...{ kind: 'PERSON', name: 'Ada Byron', email, postal: address },
    address: ['14 High Street', 'BT1 2BB Belfast', 'United Kingdom'],
  });
  const [token = ''] = await tokensTo(email);
  const opened = await env.perform(publicInvoice, { token });
  expect(opened.invoice).toMatchObject({ number: invoice?.number, gross: money(12_000) });
  expect(opened.download?.url).toContain(`/files/${invoice?.pdf_id}?grant=`);

  await env.perform(refundPayment, { paymentId, amount: money(5_000), reason: 'GOODWILL' }, admin());
  await env.app.worker.runDue();
  const [, note] = await documentsOf(subjectId);
  expect(note).toMatchObject({ kind: 'CREDIT_NOTE', corrects_id: invoice?.id, buyer_id: null, person_email: email });
  expect(note?.document.buyer).toEqual(invoice?.document.buyer);
  expect(await env.mailsTo(email)).toEqual(['invoice-to-person', 'refund-made-to-person', 'credit-note-to-person']);
  const subjects = (await mailsTo(email)).map(({ subject }) => subject).toReversed();
  expect(subjects[0]).toBe(`Your invoice ${invoice?.number}`);
  expect((await mailsTo(email))[0]?.text).toContain('Hello Ada Byron');
  const [, second = ''] = await tokensTo(email);
  expect((await env.perform(publicInvoice, { token: second })).invoice).toMatchObject({ number: note?.number });
});

test('a payment that fails is mailed to them, and another payer of the same subject gets another page', async () => {
  const email = `${newId()}@example.org`;
  const { subjectId, paymentId } = await open(english(email));
  expect((await env.perform(openCheckout(type, billableStand), { subjectId })).paymentId).toBe(paymentId);
  stands.set(subjectId, { payer: { ...english(email), name: 'Ada Lovelace' }, isPaid: false });
  expect((await env.perform(openCheckout(type, billableStand), { subjectId })).paymentId).not.toBe(paymentId);
  const failed = { paymentId, subjectType: type, subjectId, payerId: null };
  for (let times = 0; times < 2; times += 1) await notifyPaymentFailed(env.contextFor(), failed);
  await env.app.worker.runDue();
  expect(await env.mailsTo(email)).toEqual(['payment-failed']);
});

test('staff see who paid; another customer, a stranger and a token of another invoice do not', async () => {
  const email = `${newId()}@example.org`;
  const { subjectId, paymentId } = await paid(email);
  const [invoice] = await documentsOf(subjectId);
  const other = person('CUSTOMER', await makeAccount(env, `${newId()}@example.org`));
  const { id = '' } = invoice ?? {};
  for (const actor of [other, stranger()]) {
    expect(await refusal(env.perform(getPayment, paymentId, actor))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await refusal(env.perform(getInvoice, id, actor))).toMatchObject({ code: 'NOT_FOUND' });
  }
  const document = `query($id: ID!) { payment(id: $id) { payerId person { name email locale address { city country } } } }`;
  expect((await env.ask(admin(), document, { id: paymentId })).data).toEqual({
    payment: {
      payerId: null,
      person: { name: 'Ada Byron', email, locale: 'EN', address: { city: 'Belfast', country: 'GB' } },
    },
  });
  const of = (name: string, fields: string) => `${name}(filter: { personEmail: $email }) { ${fields} }`;
  const lists = ['payments', 'invoices'].map((name) => of(name, 'nodes { id }'));
  const counts = ['refunds', 'disputes', 'quotes'].map((name) => of(name, 'totalCount'));
  const found = `query($email: EmailAddress!) { ${[...lists, ...counts].join(' ')} }`;
  expect((await env.ask(admin(), found, { email: email.toUpperCase() })).data).toEqual({
    ...{ payments: { nodes: [{ id: paymentId }] }, invoices: { nodes: [{ id }] } },
    ...{ refunds: { totalCount: 0 }, disputes: { totalCount: 0 }, quotes: { totalCount: 0 } },
  });
  const [token = ''] = await tokensTo(email);
  expect(
    (
      await env.ask(stranger(), `query($token: String!) { publicInvoice(token: $token) { invoice { number } } }`, {
        token,
      })
    ).data,
  ).toEqual({
    publicInvoice: { invoice: { number: invoice?.number } },
  });
  const refused = (tried: string) => refusal(env.perform(publicInvoice, { token: tried }));
  expect(await refused(token.slice(1))).toMatchObject({ code: 'TOKEN_INVALID' });
  await env.db.updateTable('billing_token').set({ expires_at: env.clock.now() }).where('invoice_id', '=', id).execute();
  expect(await refused(token)).toMatchObject({ code: 'TOKEN_INVALID' });
});

test('the link fetches the PDF, and an address that guesses is stopped after twenty tries', async () => {
  const email = `${newId()}@example.org`;
  const { subjectId } = await paid(email);
  const [token = ''] = await tokensTo(email);
  const { download } = await env.perform(publicInvoice, { token });
  const url = new URL(download?.url ?? '');
  const [fileId = '', grant = ''] = [url.pathname.split('/').at(-1), url.searchParams.get('grant') ?? ''];
  const pdf = await buffer(await (await openDownload(env.contextFor(stranger()), { fileId, grant })).open());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const [invoice] = await documentsOf(subjectId);
  const entries = await env.auditLog();
  expect(entries).toContainEqual(expect.objectContaining({ action: 'INVOICE_ACCESSED', target_id: invoice?.id }));
  expect(entries.find(({ action }) => action === 'INVOICE_DOWNLOADED')).toMatchObject({ payload: { userId: null } });

  const limited = { ...env.contextFor(stranger()), limits: createRateLimits() };
  const guess = () => refusal(publicInvoice(limited, { token: newId() }));
  for (let tries = 0; tries < 20; tries += 1) expect(await guess()).toMatchObject({ code: 'TOKEN_INVALID' });
  expect(await guess()).toMatchObject({ code: 'RATE_LIMITED' });
  expect(await refusal(publicInvoice(limited, { token }))).toMatchObject({ code: 'RATE_LIMITED' });
});

test('an invoice that waited for the clock is made out to the person of the payment: the job names nobody', async () => {
  const email = `${newId()}@example.org`;
  const { paymentId, subjectId } = await open(english(email));
  const { payer: _, ...bill } = billOf(subjectId, english(email));
  await issueLaterNow(env.contextFor(), { paymentId, bill: { ...bill, payerId: null } });
  expect(await documentsOf(subjectId)).toMatchObject([
    { person_email: email, document: { buyer: { postal: address } } },
  ]);
});

test('they receive a copy of it, and are erased but for what the law wants, unless it is on hold', async () => {
  const email = `${newId()}@example.org`;
  const { subjectId, paymentId } = await paid(email);
  const [invoice] = await documentsOf(subjectId);
  await env.perform(exportCustomerData, { token: await proofOf(email), format: 'JSON' });
  const hold = await env.run(placeLegalHold, { targetType: 'PAYMENT', targetId: paymentId, reason: 'Litige' }, admin());
  const erase = async () => env.perform(eraseCustomer, { token: await proofOf(email), reason: 'PRIVACY' });
  expect(await refusal(erase())).toMatchObject({ code: 'ERASURE_BLOCKED' });
  await env.run(releaseLegalHold, { id: hold.id, reason: 'Fini' }, admin());
  const { lines } = await erase();
  expect(lines).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ record: 'INVOICES', fate: 'KEPT', count: 1, ground: 'ACCOUNTING_LAW' }),
      expect.objectContaining({ record: 'PAYMENTS', fate: 'KEPT', count: 1 }),
    ]),
  );
  const row = await env.db.selectFrom('payment').selectAll().where('id', '=', paymentId).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ person_name: '', person_email: '', person_address: null, description: '' });
  expect((await documentsOf(subjectId))[0]).toMatchObject({ person_name: 'Ada Byron', document: invoice?.document });
  expect(
    await env.db
      .selectFrom('billing_token')
      .select('id')
      .where('invoice_id', '=', invoice?.id ?? '')
      .execute(),
  ).toEqual([]);
});

test('a row has a user or a person, never both and never neither, and an invoice keeps its person', async () => {
  const { subjectId, paymentId } = await paid(`${newId()}@example.org`);
  const set = (change: { payer_id?: string; person_email?: null }) =>
    env.db.updateTable('payment').set(change).where('id', '=', paymentId).execute();
  await expect(set({ payer_id: adminId })).rejects.toThrow();
  await expect(set({ person_email: null })).rejects.toThrow();
  const rename = env.db
    .updateTable('invoice')
    .set({ person_name: 'Somebody else' })
    .where('subject_id', '=', subjectId);
  await expect(rename.execute()).rejects.toThrow('immutable');
});

test('an invited account that was never used does not take along what was paid under its address', async () => {
  const email = `${newId()}@example.org`;
  const { paymentId } = await paid(email);
  const ownOf = (isAddressUnproven: boolean) =>
    billingPersonalData.collect(env.db, { userId: newId(), role: 'CUSTOMER', email, locale: 'en', isAddressUnproven });
  const paymentsIn = async (isAddressUnproven: boolean) =>
    (await ownOf(isAddressUnproven)).find(({ table }) => table === 'payment')?.rows ?? [];
  expect(await paymentsIn(true)).toEqual([]);
  expect(await paymentsIn(false)).toMatchObject([{ id: paymentId }]);
});

// @lane sqlite: what is refused is refused before anything is written, by the same code on both databases.
/** Whatever is wrong about money, by whoever may do it: a code, the field, and nothing written. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seed } from '../../../src/modules.ts';
import type { SandboxPayments, SignedEvent } from '../../../src/services/adapters/payments/sandbox/sandbox.ts';
import { providersAble } from '../../../src/services/adapters/payments/port.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { beginCardSetup, openCheckout, receiveWebhook } from '../../../src/services/billing/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { billableOrder } from '../../../src/services/orders/index.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { order, person, type Person } from '../../services/orders/orders-fixture.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

const clock = testClock();
let env: AppEnvironment;
let admin: Actor;
let customer: Person;
let business: Person;
let stranger: Person;
/** What the refused requests are about. */
let made: Record<'order' | 'card' | 'small' | 'invoice' | 'creditNote' | 'draft' | 'paid' | 'pending', string>;

/** The mutation that each request is, its input's type, and what is asked back. */
const mutations = {
  createInvoiceDraft: ['CreateInvoiceDraftInput', '{ id version }'],
  issueInvoice: ['InvoiceDraftVersionInput', '{ id }'],
  issueDepositInvoice: ['IssueDepositInvoiceInput', '{ id }'],
  creditInvoice: ['CreditInvoiceInput', '{ id }'],
  refundPayment: ['RefundPaymentInput', '{ id }'],
  recordOfflinePayment: ['RecordOfflinePaymentInput', '{ id }'],
  reversePayment: ['ReversePaymentInput', '{ id }'],
  createCheckoutSession: ['CreateCheckoutSessionInput', '{ paymentId }'],
  payByMobileMoney: ['PayByMobileMoneyInput', '{ paymentUrl }'],
  createPaymentIntent: ['CreatePaymentIntentInput', '{ paymentId }'],
  payWithSavedMethod: ['PayWithSavedMethodInput', '{ paymentId }'],
  setDefaultPaymentMethod: ['SetDefaultPaymentMethodInput', '{ id }'],
  removePaymentMethod: ['RemovePaymentMethodInput', '{ id }'],
  capturePayment: ['CapturePaymentInput', '{ id }'],
  releasePayment: ['ReleasePaymentInput', '{ id }'],
  choosePlan: ['ChoosePlanInput', '{ id }'],
  reportDebit: ['ReportDebitInput', '{ id }'],
  changeSeller: ['ChangeSellerInput', '{ name }'],
  updateMyBillingProfile: ['UpdateMyBillingProfileInput', '{ kind }'],
} as const;
type Mutation = keyof typeof mutations;
const ask = (actor: Actor, name: Mutation, input: object) =>
  env.ask(actor, `mutation($input: ${mutations[name][0]}!) { ${name}(input: $input) ${mutations[name][1]} }`, {
    input,
  });
async function done<T extends object>(name: Mutation, input: object, actor = admin): Promise<T> {
  const { codes, data } = await ask(actor, name, input);
  expect([name, codes]).toEqual([name, []]);
  return data[name] as T;
}

const euros = (amount: unknown) => ({ amount, currency: 'EUR' });
const line = (changes: object = {}) => ({
  ...{ description: 'Relecture', quantityThousandths: 1_000, unitPrice: '100', taxRate: 2_000 },
  ...changes,
});
const dayIn = (days: number): string =>
  Temporal.PlainDate.from(clock.now().toISOString().slice(0, 10)).add({ days }).toString();

async function francs(totalCents: number): Promise<string> {
  const { id } = await order(env, { customer });
  await env.run(async ({ em }: Tx<'em'>) => {
    const price = { currency: 'XOF' as const, total_cents: totalCents };
    await writing(em).db.updateTable('customer_order').set(price).where('id', '=', id).execute();
  }, undefined);
  return id;
}

async function deliver({ body, signature }: SignedEvent): Promise<void> {
  const provider = providersAble(env.contextFor().payments, 'events')[0]!;
  await receiveWebhook(env.contextFor(), { provider, rawBody: Buffer.from(body), signature });
  await env.app.worker.runDue();
}

async function pageOf(orderId: string): Promise<{ paymentId: string; sessionId: string }> {
  return openCheckout('ORDER', billableOrder)(env.contextFor(customer.actor), { subjectId: orderId });
}

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  await seed(env.contextFor());
  admin = { ...(await person(env, 'ADMIN')).actor, provenAt: clock.now() };
  [customer, business, stranger] = [await person(env), await person(env), await person(env)];
  await done('updateMyBillingProfile', { ...fleuve, siren: '552100554' }, business.actor);
  const [one, other] = [await order(env, { customer }), await order(env, { customer })];
  const paid = await pageOf(one.id);
  const simulator = (env.contextFor().payments.current as SandboxPayments).simulator;
  const { clientSecret } = await beginCardSetup(env.contextFor(customer.actor), {});
  const saved = await simulator.cards.completeSetup(clientSecret, { number: '4242424242424242' });
  for (const event of [await simulator.pay(paid.sessionId), ...saved]) await deliver(event);
  const small = await order(env, { customer, totalCents: 49 });
  const content = { buyerId: customer.id, lines: [line()] };
  const draft = await done<{ id: string; version: number }>('createInvoiceDraft', content);
  const invoice = await done<{ id: string }>('issueInvoice', { draftId: draft.id, version: draft.version });
  const credit = { invoiceId: invoice.id, amount: euros(100), reason: 'GOODWILL', refund: false };
  made = {
    ...{ order: other.id, invoice: invoice.id, paid: paid.paymentId, pending: (await pageOf(other.id)).paymentId },
    small: small.id,
    card: (await env.db.selectFrom('payment_method').select('id').executeTakeFirstOrThrow()).id,
    creditNote: (await done<{ id: string }>('creditInvoice', credit)).id,
    draft: (await done<{ id: string }>('createInvoiceDraft', content)).id,
  };
});
afterAll(() => env.close());

const fleuve = {
  ...{ kind: 'FRENCH_BUSINESS', name: 'Fleuve', addressLines: ['45 quai de la Loire'], postcode: '44000' },
  ...{ city: 'Nantes', country: 'FR' },
};

/** Who, does what, with which input: the code, and the field where one is wrong. */
type Refused = readonly [what: string, name: Mutation, input: () => object, code: string, field?: string];

const draft = (changes: object) => () => ({ buyerId: customer.id, lines: [line()], ...changes });
const lineOf = (what: string, changes: object, field: string, code = 'INPUT_INVALID'): Refused => [
  ...([what, 'createInvoiceDraft', draft({ lines: [line(changes)] }), code, `input.lines.0.${field}`] as const),
];
const refund = (changes: object) => () => ({ paymentId: made.paid, reason: 'GOODWILL', ...changes });
const credit = (changes: object) => () => ({ invoiceId: made.invoice, reason: 'GOODWILL', refund: false, ...changes });
const receipt = (changes: object) => () => ({
  ...{ invoiceId: made.invoice, amount: euros(100), method: 'CHEQUE', receivedOn: dayIn(0), reference: 'CHQ 7' },
  ...changes,
});
const bad = 'INPUT_INVALID';
const deposit = (wanted: object) => () => ({ subject: { type: 'ORDER', id: made.order }, ...wanted });

const byAdmin: readonly Refused[] = [
  ['a SIREN with a wrong digit', 'changeSeller', () => ({ siren: '732829321' }), bad, 'input.siren'],
  ['a SIRET of another SIREN', 'changeSeller', () => ({ siret: '55210055400013' }), bad, 'input.siret'],
  ['an IBAN with a wrong digit', 'changeSeller', () => ({ iban: 'FR7630006000011234567890188' }), bad, 'input.iban'],
  ['the VAT number of elsewhere', 'changeSeller', () => ({ vatNumber: 'DE123456789' }), bad, 'input.vatNumber'],
  ['a country that is none', 'changeSeller', () => ({ country: 'ZZ' }), bad, 'input.country'],
  ['a seller of 255 emoji', 'changeSeller', () => ({ name: '😀'.repeat(255) }), bad, 'input.name'],
  lineOf('a negative price', { unitPrice: '-1' }, 'unitPrice'),
  lineOf('a price of 1e3', { unitPrice: '1e3' }, 'unitPrice'),
  lineOf('a price with a comma', { unitPrice: '1,5' }, 'unitPrice'),
  lineOf('a quantity of 0', { quantityThousandths: 0 }, 'quantityThousandths'),
  lineOf('a fractional quantity', { quantityThousandths: 1.5 }, 'quantityThousandths'),
  [
    ...(['a line of more than ten million', 'createInvoiceDraft'] as const),
    ...([
      draft({ lines: [line({ quantityThousandths: 1_000_001, unitPrice: '10000' })] }),
      bad,
      'input.lines.0',
    ] as const),
  ],
  [
    ...(['the most of the dearest', 'createInvoiceDraft'] as const),
    ...([
      draft({ lines: [line({ quantityThousandths: 1_000_000_000, unitPrice: '99999999.9999' })] }),
      bad,
      'input.lines.0',
    ] as const),
  ],
  lineOf('a rate of 12 %', { taxRate: 1_200 }, 'taxRate', 'VAT_RATE_UNKNOWN'),
  lineOf('a description of 501 characters', { description: 'x'.repeat(501) }, 'description'),
  lineOf('a description of blanks', { description: '   ' }, 'description'),
  ['201 lines', 'createInvoiceDraft', draft({ lines: Array.from({ length: 201 }, () => line()) }), bad, 'input.lines'],
  ['no line', 'createInvoiceDraft', draft({ lines: [] }), bad, 'input.lines'],
  ['a due date before issue', 'createInvoiceDraft', draft({ dueOn: dayIn(-1) }), bad, 'input.dueOn'],
  [
    ...(['a due date beyond 60 days for a business', 'createInvoiceDraft'] as const),
    ...([() => draft({ buyerId: business.id, dueOn: dayIn(61) })(), bad, 'input.dueOn'] as const),
  ],
  ['a day that does not exist', 'createInvoiceDraft', draft({ dueOn: '2027-02-30' }), bad, 'input.dueOn'],
  [
    ...(['the order of somebody else', 'createInvoiceDraft'] as const),
    ...([
      () => draft({ buyerId: stranger.id, subject: { type: 'ORDER', id: made.order } })(),
      bad,
      'input.subject',
    ] as const),
  ],
  ['a refund of 0', 'refundPayment', refund({ amount: euros(0) }), bad, 'input.amount.amount'],
  ['a negative refund', 'refundPayment', refund({ amount: euros(-1) }), bad, 'input.amount.amount'],
  ['a fractional refund', 'refundPayment', refund({ amount: euros(1.5) }), bad, 'input.amount.amount'],
  ['a refund of more than is left', 'refundPayment', refund({ amount: euros(1_000_000) }), 'REFUND_TOO_LARGE'],
  [
    'a refund in another currency',
    'refundPayment',
    refund({ amount: { amount: 1, currency: 'XOF' } }),
    bad,
    'input.amount.currency',
  ],
  [
    'a refund by lines of no invoice',
    'refundPayment',
    refund({ lines: [{ lineId: newId() }] }),
    bad,
    'input.lines.0.lineId',
  ],
  [
    ...(['a refund by lines and an amount', 'refundPayment'] as const),
    ...([refund({ lines: [{ lineId: newId() }], amount: euros(1) }), bad, 'input.amount'] as const),
  ],
  ['a key of 65 characters', 'refundPayment', refund({ key: 'k'.repeat(65) }), bad, 'input.key'],
  ['a key with blanks', 'refundPayment', refund({ key: 'deux fois rien' }), bad, 'input.key'],
  ['a refund of a pending payment', 'refundPayment', () => refund({ paymentId: made.pending })(), 'ACTION_NOT_ALLOWED'],
  ['a refund of nobody’s payment', 'refundPayment', refund({ paymentId: newId() }), 'NOT_FOUND'],
  ['a credit of 0', 'creditInvoice', credit({ amount: euros(0) }), bad, 'input.amount.amount'],
  ['a credit of more than is left', 'creditInvoice', credit({ amount: euros(12_000) }), 'CREDIT_TOO_LARGE'],
  [
    'a credit in another currency',
    'creditInvoice',
    credit({ amount: { amount: 1, currency: 'XOF' } }),
    bad,
    'input.amount.currency',
  ],
  ['a credit of nothing', 'creditInvoice', credit({}), bad, 'input'],
  [
    'a credit of a line of elsewhere',
    'creditInvoice',
    credit({ lines: [{ lineId: newId() }] }),
    bad,
    'input.lines.0.lineId',
  ],
  [
    'a credit of a credit note',
    'creditInvoice',
    () => credit({ invoiceId: made.creditNote, whole: true })(),
    'ACTION_NOT_ALLOWED',
  ],
  ['a credit of a draft', 'creditInvoice', () => credit({ invoiceId: made.draft, whole: true })(), 'NOT_FOUND'],
  ['a deposit of 0 %', 'issueDepositInvoice', deposit({ percent: 0 }), bad, 'input.percent'],
  ['a deposit of 101 %', 'issueDepositInvoice', deposit({ percent: 101 }), bad, 'input.percent'],
  ['a deposit of nothing', 'issueDepositInvoice', deposit({}), bad, 'input'],
  ['a deposit while a page is open', 'issueDepositInvoice', deposit({ percent: 30 }), 'ACTION_NOT_ALLOWED'],
  ['a receipt dated tomorrow', 'recordOfflinePayment', receipt({ receivedOn: dayIn(1) }), bad, 'input.receivedOn'],
  ['a receipt of 0', 'recordOfflinePayment', receipt({ amount: euros(0) }), bad, 'input.amount.amount'],
  [
    'a receipt in another currency',
    'recordOfflinePayment',
    receipt({ amount: { amount: 1, currency: 'XOF' } }),
    bad,
    'input.amount.currency',
  ],
  [
    'a receipt for a credit note',
    'recordOfflinePayment',
    () => receipt({ invoiceId: made.creditNote })(),
    'ACTION_NOT_ALLOWED',
  ],
  ['a receipt for a draft', 'recordOfflinePayment', () => receipt({ invoiceId: made.draft })(), 'NOT_FOUND'],
  [
    'a reversal of a card payment',
    'reversePayment',
    () => ({ paymentId: made.paid, reason: 'Non' }),
    'ACTION_NOT_ALLOWED',
  ],
  ['the capture of a payment that is made', 'capturePayment', () => ({ paymentId: made.paid }), 'ACTION_NOT_ALLOWED'],
  ['the release of a payment that is made', 'releasePayment', () => ({ paymentId: made.paid }), 'ACTION_NOT_ALLOWED'],
  ['the capture of an order', 'capturePayment', () => ({ paymentId: made.order }), 'NOT_FOUND'],
  ['the issue of an invoice', 'issueInvoice', () => ({ draftId: made.invoice, version: 1 }), 'NOT_FOUND'],
  [
    'the issue of another version',
    'issueInvoice',
    () => ({ draftId: made.draft, version: 7 }),
    'CONFLICT',
    'input.version',
  ],
];

const profile = (changes: object) => () => ({ ...fleuve, ...changes });
const subject = (type: 'ORDER' | 'INVOICE', id: () => string) => () => ({ subject: { type, id: id() } });

const byStranger: readonly Refused[] = [
  ['a SIREN with a wrong digit', 'updateMyBillingProfile', profile({ siren: '552100555' }), bad, 'input.siren'],
  [
    ...(['a SIRET of another SIREN', 'updateMyBillingProfile'] as const),
    ...([profile({ siren: '552100554', siret: '73282932000074' }), bad, 'input.siret'] as const),
  ],
  [
    'a VAT number of elsewhere',
    'updateMyBillingProfile',
    profile({ vatNumber: 'DE123456789' }),
    bad,
    'input.vatNumber',
  ],
  ['a country that is none', 'updateMyBillingProfile', profile({ country: 'XK' }), bad, 'input.country'],
  ['a name of 255 emoji', 'updateMyBillingProfile', profile({ name: '😀'.repeat(255) }), bad, 'input.name'],
  ['somebody’s order', 'createCheckoutSession', subject('ORDER', () => made.order), 'NOT_FOUND'],
  ['somebody’s invoice', 'createCheckoutSession', subject('INVOICE', () => made.invoice), 'NOT_FOUND'],
  ['nobody’s invoice', 'createCheckoutSession', subject('INVOICE', newId), 'NOT_FOUND'],
  ['somebody’s order in a form', 'createPaymentIntent', subject('ORDER', () => made.order), 'NOT_FOUND'],
  ['somebody’s invoice in a form', 'createPaymentIntent', subject('INVOICE', () => made.invoice), 'NOT_FOUND'],
  ['somebody’s card as one’s own', 'setDefaultPaymentMethod', () => ({ paymentMethodId: made.card }), 'NOT_FOUND'],
  ['the removal of somebody’s card', 'removePaymentMethod', () => ({ paymentMethodId: made.card }), 'NOT_FOUND'],
  [
    ...(['a plan that is not offered', 'choosePlan'] as const),
    ...([() => ({ plan: 'GOLD', interval: 'MONTH', currency: 'EUR' }), bad, 'input.plan'] as const),
  ],
  ['somebody’s payment', 'reportDebit', () => ({ paymentId: made.pending }), 'NOT_FOUND'],
];

/** Another phone each time: one push a minute is all that one is asked for. */
const phone = (i: number) => ({ network: 'MTN', phoneNumber: `+229016600004${i}` });
const byPhone: readonly (readonly [what: string, total: number, changes: object, code: string, field?: string])[] = [
  ['99 francs', 99, {}, 'AMOUNT_TOO_SMALL'],
  ['2,000,001 francs', 2_000_001, {}, 'AMOUNT_TOO_LARGE'],
  ['a phone of another country', 10_000, { phoneNumber: '+22890112233' }, bad, 'input.phoneNumber'],
];

const tables = [
  ...(['payment', 'payment_allocation', 'payment_reversal', 'refund', 'invoice', 'invoice_line'] as const),
  ...([
    'payment_method',
    'plan_subscription',
    'invoice_draft',
    'invoice_counter',
    'seller',
    'billing_profile',
    'outbox_event',
  ] as const),
];
/** All rows about money. */
const written = async (): Promise<string> =>
  JSON.stringify(await Promise.all(tables.map((table) => env.db.selectFrom(table).selectAll().execute())));

async function expectRefused(actor: Actor, [what, name, input, code, field]: Refused): Promise<void> {
  const before = await written();
  const { errors } = await ask(actor, name, input());
  const details = (errors[0]?.extensions?.['details'] ?? {}) as { field?: string; fields?: { path: string }[] };
  const { field: named, fields = [] } = details;
  expect([what, errors[0]?.extensions?.['code'], named ?? fields[0]?.path]).toEqual([what, code, field]);
  expect([what, await written()]).toEqual([what, before]);
}

test('an admin is refused what cannot be', async () => {
  for (const refused of byAdmin) await expectRefused(admin, refused);
});

test('a customer is refused wrong numbers of their business, and everything that is somebody else’s', async () => {
  const proven = { ...stranger.actor, provenAt: clock.now() };
  for (const refused of byStranger) await expectRefused(proven, refused);
  const own = await order(env, { customer: stranger });
  const theirs = () => ({ subject: { type: 'ORDER', id: own.id }, paymentMethodId: made.card });
  await expectRefused(proven, ['an order of one’s own by somebody’s card', 'payWithSavedMethod', theirs, 'NOT_FOUND']);
  const read = 'query($id: ID!) { one: invoice(id: $id) { id } }';
  for (const id of [made.invoice, made.creditNote])
    expect((await env.ask(stranger.actor, read, { id })).codes).toEqual(['NOT_FOUND']);
  const payment = 'query($id: ID!) { one: payment(id: $id) { id } }';
  expect((await env.ask(stranger.actor, payment, { id: made.paid })).codes).toEqual(['NOT_FOUND']);
});

test('nobody pays 49 cents by card', async () => {
  const small = subject('ORDER', () => made.small);
  for (const name of ['createCheckoutSession', 'createPaymentIntent'] as const)
    await expectRefused(customer.actor, [name, name, small, 'AMOUNT_TOO_SMALL']);
  const charged = () => ({ ...small(), paymentMethodId: made.card });
  await expectRefused(customer.actor, ['a saved card', 'payWithSavedMethod', charged, 'AMOUNT_TOO_SMALL']);
});

test('a payer is refused by phone what its network would not take', async () => {
  for (const [i, [what, total, changes, code, field]] of byPhone.entries()) {
    const id = await francs(total);
    const input = () => ({ subject: { type: 'ORDER', id }, ...phone(i), ...changes });
    await expectRefused(customer.actor, [what, 'payByMobileMoney', input, code, field] as Refused);
  }
});

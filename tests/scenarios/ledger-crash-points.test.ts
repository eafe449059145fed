// @lane sqlite: dies between the steps of balances; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { createInvoiceDraft, seedPlans, syncPrices } from '../../src/services/billing/index.ts';
import { openCrashing, type CrashCase, type Crashing, type PreparedStep } from '../support/crash-cases.ts';
import type { Counting } from '../support/money.ts';
import type { StepName } from '../support/money-steps.ts';

let crashing: Crashing;
let counting: Counting;
beforeAll(async () => {
  crashing = await openCrashing();
  counting = crashing.counting;
});
afterAll(() => counting.close());

const ctx: Crashing['ctx'] = (actor) => crashing.ctx(actor);
const take: Crashing['take'] = (name, input) => crashing.take(name, input);
const euros = (amount: number) => ({ amount, currency: 'EUR' as const });
let count = 0;
/** Another one for each, at least as long as a key is. */
const newKey = (): string => `step-number-${(count += 1)}`;

async function draft(unitPrice: string, more: object = {}): Promise<{ draftId: string; version: number }> {
  const lines = [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice, taxRate: 2_000 }];
  const content = { buyerId: counting.buyerId, currency: 'EUR' as const, lines, ...more };
  const { id, version } = await createInvoiceDraft(ctx(crashing.admin), { ...content, key: newKey() });
  return { draftId: id, version };
}
const issued = async (unitPrice: string, more: object = {}): Promise<string> =>
  ((await take('issue', await draft(unitPrice, more))) as { id: string }).id;

const received = (invoiceId: string) => ({
  ...{ invoiceId, amount: euros(10_000), method: 'CHEQUE', reference: 'CHQ 7', key: newKey() },
  receivedOn: new Date().toISOString().slice(0, 10),
});

/** An order that was paid on a page. */
async function paid() {
  const [page] = await counting.openPages(1);
  await take('event', await counting.checkout.pay(String(page)));
  await crashing.finishAll();
  const { id, invoice_id, provider_payment_id } = await ctx()
    .db.selectFrom('payment')
    .selectAll()
    .where('provider_session_id', '=', String(page))
    .executeTakeFirstOrThrow();
  return {
    ...{ page: String(page), paymentId: id, invoiceId: String(invoice_id) },
    providerPaymentId: String(provider_payment_id),
  };
}

const invoiceOf = async (id: string) => {
  const row = await ctx().db.selectFrom('invoice').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const sums = [row.paid_cents, row.refunded_cents, row.credited_cents, row.lost_cents, row.balance_cents];
  return [row.status, ...sums.map(Number)];
};

const lost = ['SENT', 35_000, 0, 0, 35_000, 35_000];
async function disputed(): Promise<PreparedStep> {
  const { page, paymentId, invoiceId } = await paid();
  await take('event', await counting.checkout.dispute(page));
  const input = await counting.checkout.closeDispute(page, 'LOST');
  const read = async () => {
    const rows = ctx().db.selectFrom('dispute').select('status').where('payment_id', '=', paymentId);
    return [...(await invoiceOf(invoiceId)), ...(await rows.execute()).map(({ status }) => status)];
  };
  return { input, end: [...lost, 'LOST'], read };
}

const cases = {
  /** A final invoice that takes a deposit back. */
  issue: {
    points: ['after-counter', 'after-draft-issued'],
    prepare: async () => {
      const deposit = await issued('30', { kind: 'DEPOSIT' });
      const input = await draft('100', { subject: { type: 'INVOICE', id: deposit } });
      const read = async () => {
        const { db } = ctx();
        const rows = await db
          .selectFrom('invoice')
          .select(['status', 'net_cents'])
          .where('draft_id', '=', input.draftId)
          .execute();
        const left = await db.selectFrom('invoice_draft').select('id').where('id', '=', input.draftId).execute();
        return [...rows.map(({ status, net_cents }) => [status, Number(net_cents)]), left.length];
      };
      return { input, end: [['SENT', 7_000], 0], read };
    },
  },
  /** A part of a paid invoice, which goes back. */
  credit: {
    points: ['after-balance-lowered', 'after-credit-note', 'after-refund-asked'],
    prepare: async () => {
      const { invoiceId, paymentId, providerPaymentId } = await paid();
      const input = { invoiceId, amount: euros(4_000), reason: 'GOODWILL', refund: true, key: newKey() };
      const read = async () => {
        const { db, payments } = ctx();
        const made = await db.selectFrom('refund').selectAll().where('payment_id', '=', paymentId).execute();
        const atProvider = await providersAble(payments, 'refunds')[0]!.refunds.readRefunds(providerPaymentId);
        const refunds = made.map(({ status, attempt }) => [status, attempt]);
        return [await invoiceOf(invoiceId), refunds, atProvider.map(({ amount }) => amount.amount)];
      };
      return { input, end: [['PAID', 35_000, 4_000, 4_000, 0, 0], [['SUCCEEDED', 1]], [4_000]], read };
    },
  },
  record: {
    points: ['after-offline-payment', 'after-commit'],
    prepare: async () => {
      const invoiceId = await issued('100');
      const { balance_cents } = await ctx()
        .db.selectFrom('invoice')
        .select('balance_cents')
        .where('id', '=', invoiceId)
        .executeTakeFirstOrThrow();
      const owed = Number(balance_cents) - 10_000;
      const end = [owed > 0 ? 'SENT' : 'PAID', 10_000, 0, 0, 0, owed];
      return { input: received(invoiceId), end, read: () => invoiceOf(invoiceId) };
    },
  },
  /** The cheque of an invoice that it paid in part bounces. */
  reverse: {
    points: ['after-reversal', 'after-loss'],
    prepare: async () => {
      const invoiceId = await issued('200');
      const { id: paymentId } = (await take('record', received(invoiceId))) as { id: string };
      const [, taken, , , , owed] = await invoiceOf(invoiceId);
      const end = ['SENT', taken, 0, 0, 10_000, Number(owed) + 10_000];
      return { input: { paymentId, reason: 'Sans provision' }, end, read: () => invoiceOf(invoiceId) };
    },
  },
  /** A dispute is lost. */
  event: { points: ['after-disputes-read', 'after-disputes', 'after-loss'], prepare: disputed },
  /** The same, and its event never comes. */
  reconcile: {
    points: ['after-page', 'after-differences', 'after-mended'],
    prepare: async () => ({ ...(await disputed()), input: { days: 1 } }),
  },
  /** A plan has another name: the provider has it, and its ids are not here yet. */
  sync: {
    points: ['after-price-sync'],
    prepare: async () => {
      await seedPlans(ctx(), undefined);
      const name = `Pro ${newKey()}`;
      const { db, payments } = ctx();
      await db.updateTable('plan').set({ name_fr: name }).where('code', '=', 'PRO').execute();
      const read = async () => {
        const { products } = await providersAble(payments, 'catalogue')[0]!.catalogue.readCatalogue();
        const ids = await db.selectFrom('plan').select('stripe_product_id as id').where('code', '=', 'PRO').execute();
        const named = products.filter((product) => product.name === name).map(({ id }) => ({ id }));
        const left = await syncPrices(ctx(), { dryRun: true });
        expect(ids).toEqual(named);
        return [named.length, new Set(left.map(({ action }) => action))];
      };
      return { input: { dryRun: false }, end: [1, new Set(['UNCHANGED'])], read };
    },
  },
} as const satisfies Partial<Record<StepName, CrashCase>>;

test.each(Object.keys(cases) as (keyof typeof cases)[])(
  'a crash at any named point of the step « %s » loses nothing and doubles nothing',
  (name) => crashing.survive(name, cases[name]),
  600_000,
);

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Reconciliation } from '../../src/entities/billing/reconciliation.entity.ts';
import { system } from '../../src/services/access/actor.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { createInvoiceDraft } from '../../src/services/billing/index.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { engine } from '../support/database.ts';
import { makeActor } from '../support/make/actor.ts';
import { openCounting, readBooks, unfinishedJobs, type Counting } from '../support/money.ts';
import { takeStep, type StepName } from '../support/money-steps.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

let counting: Counting;
let ahead = 0;
beforeAll(async () => {
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
});
afterAll(() => counting.close());

const admin = () => makeActor(counting.buyerId, { role: 'ADMIN', sessionId: null });
const ctx = (actor = system) => counting.app.contextFor({ actor, requestId: 'again' });
const take = (name: StepName, input: unknown) => takeStep(counting.app, { name, actor: admin(), input });
const euros = (amount: number) => ({ amount, currency: 'EUR' as const });
let count = 0;
/** Another one for each, at least as long as a key is. */
const newKey = (): string => `step-number-${(count += 1)}`;

/** Leases of the dead end, and what is tried again later is due at once. */
async function finishAll(): Promise<void> {
  ahead = 30_000;
  await until(
    'nothing is left to do',
    async () => {
      await counting.app.worker.runDue();
      return (await unfinishedJobs(counting)).length === 0;
    },
    60_000,
  );
  ahead = 0;
}

async function draft(unitPrice: string, more: object = {}): Promise<{ draftId: string; version: number }> {
  const lines = [{ description: 'Relecture', quantityThousandths: 1_000, unitPrice, taxRate: 2_000 }];
  const content = { buyerId: counting.buyerId, currency: 'EUR' as const, lines, ...more };
  const { id, version } = await createInvoiceDraft(ctx(admin()), { ...content, key: newKey() });
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
  await finishAll();
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

interface Prepared {
  readonly input: unknown;
  /** What it ends in, whenever it was crashed. */
  readonly end: readonly unknown[];
  readonly read: () => Promise<readonly unknown[]>;
}
interface Case {
  readonly points: readonly string[];
  readonly prepare: () => Promise<Prepared>;
}

const lost = ['SENT', 35_000, 0, 0, 35_000, 35_000];
async function disputed(): Promise<Prepared> {
  const { page, paymentId, invoiceId } = await paid();
  await take('event', await counting.checkout.dispute(page));
  const input = await counting.checkout.closeDispute(page, 'LOST');
  const read = async () => {
    const rows = ctx().db.selectFrom('dispute').select('status').where('payment_id', '=', paymentId);
    return [...(await invoiceOf(invoiceId)), ...(await rows.execute()).map(({ status }) => status)];
  };
  return { input, end: [...lost, 'LOST'], read };
}

const cases: Readonly<Record<Exclude<StepName, 'refund'>, Case>> = {
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
      return { input, end: [['GENERATED', 7_000], 0], read };
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
      const end = [owed > 0 ? 'GENERATED' : 'PAID', 10_000, 0, 0, 0, owed];
      return { input: received(invoiceId), end, read: () => invoiceOf(invoiceId) };
    },
  },
  /** The cheque of an invoice that it paid in part bounces. */
  reverse: {
    points: ['after-reversal', 'after-loss'],
    prepare: async () => {
      const invoiceId = await issued('200');
      const { id: paymentId } = (await take('record', received(invoiceId))) as { id: string };
      const [status, taken, , , , owed] = await invoiceOf(invoiceId);
      const end = [status, taken, 0, 0, 10_000, Number(owed) + 10_000];
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
};

/** What was done already is refused, or does nothing more. */
async function takeAgain(name: StepName, input: unknown): Promise<void> {
  // Nobody else may go on with a reconciliation before the lease of the dead has ended.
  await ctx().run(async ({ em }: Tx<'em'>) => em.nativeUpdate(Reconciliation, {}, { leaseUntil: null }), undefined);
  await take(name, input).catch((error: { code?: string }) => {
    if (name !== 'reverse' || error.code !== 'ACTION_NOT_ALLOWED') throw error;
  });
}

async function crash(name: StepName, input: unknown, point: string): Promise<number | string> {
  const { ended, output } = spawnModule('tests/support/processes/stepped-once.ts', {
    ...counting.environment,
    STEP: JSON.stringify({ name, actor: admin(), input }),
    CRASH_AT: point,
  });
  const end = await ended;
  expect([name, point, end === 0 || end === 'SIGKILL' ? '' : output()]).toEqual([name, point, '']);
  return end;
}

/** The embedded database has all named points, the other every second of them; `STORM=full` dies at every passage instead. */
const isFull = process.env['STORM'] === 'full';
const pointsOf = ({ points }: Case): readonly string[] =>
  isFull
    ? Array.from({ length: 250 }, (_, i) => String(i + 1))
    : points.filter((_, i) => engine === 'sqlite' || i % 2 === 0);

test.each(Object.keys(cases) as (keyof typeof cases)[])(
  'a crash at any named point of the step « %s » loses nothing and doubles nothing',
  async (name) => {
    let lived = false;
    for (const point of pointsOf(cases[name])) {
      const { input, end, read } = await cases[name].prepare();
      lived = (await crash(name, input, point)) === 0;
      await takeAgain(name, input);
      await finishAll();
      expect([point, await read()]).toEqual([point, end]);
      expect([point, await readBooks(counting)]).toMatchObject([
        point,
        {
          invoices: { numbers: expect.stringMatching(/^1\.\.\d+$/) as unknown },
          creditNotes: { numbers: expect.stringMatching(/^1\.\.\d+$/) as unknown, wrong: [] },
          ...{ wrongBalances: [], unfinishedJobs: [], auditLog: 'OK' },
        },
      ]);
      if (lived) break;
    }
    expect(lived).toBe(isFull);
  },
  600_000,
);

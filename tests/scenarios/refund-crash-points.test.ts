// @lane sqlite: dies between the steps of a refund; what a database keeps of a death, crash-points.test.ts has on both
import { globSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { receiveWebhook, refundPayment } from '../../src/services/billing/index.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { makeActor } from '../support/make/actor.ts';
import { openCounting, readBooks, unfinishedJobs, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

/** The named points of a refund, and those of every job that its jobs pass. */
const points = globSync('src/services/{billing,platform/jobs}/**/*.ts')
  .flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/crashPoint\('([^']+)'\)/g)].map(([, name]) => String(name)),
  )
  .filter((name) => /refund|credit|job/.test(name))
  .sort();

let counting: Counting;
let ahead = 0;
beforeAll(async () => {
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
});
afterAll(() => counting.close());

const contextFor = (actor: Actor = system) => counting.app.contextFor({ actor, requestId: 'again' });

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

/** A payment that was made; answers what its refunds are read by. */
async function paid(): Promise<{ paymentId: string; payerId: string; providerPaymentId: string }> {
  const [page] = await counting.openPages(1);
  const event = await counting.checkout.pay(String(page));
  await receiveWebhook(contextFor(), {
    provider: providersAble(counting.app.services.payments, 'events')[0]!,
    rawBody: Buffer.from(event.body),
    signature: event.signature,
  });
  await finishAll();
  const row = await contextFor()
    .db.selectFrom('payment')
    .select(['id', 'payer_id', 'provider_payment_id'])
    .where('provider_session_id', '=', String(page))
    .executeTakeFirstOrThrow();
  return { paymentId: row.id, payerId: row.payer_id ?? '', providerPaymentId: String(row.provider_payment_id) };
}

test('a crash at any named point of a refund’s life gives back what was decided, once', async () => {
  expect(points).toEqual(
    expect.arrayContaining(['after-credit-counter', 'after-credit-note', 'after-refund-asked', 'after-refund-row']),
  );
  for (const [i, point] of points.entries()) {
    const { paymentId, payerId, providerPaymentId } = await paid();
    const actor = makeActor(payerId, { role: 'ADMIN', sessionId: null });
    const key = `refund-${i}-of-many`;
    const refund = { paymentId, amount: { amount: 4_000, currency: 'EUR' as const }, reason: 'GOODWILL' as const, key };
    const { ended, output } = spawnModule('tests/support/processes/refunded-once.ts', {
      ...counting.environment,
      ACTOR: JSON.stringify(actor),
      REFUND: JSON.stringify(refund),
      CRASH_AT: point,
    });
    const end = await ended;
    expect([point, end, end === 'SIGKILL' ? '' : output()]).toEqual([point, 'SIGKILL', '']);
    // Whoever got no answer asks again, under the same key.
    const again = await refundPayment(contextFor(actor), refund);
    await finishAll();
    const { db, payments } = contextFor();
    const rows = await db
      .selectFrom('refund')
      .select(['id', 'status', 'attempt'])
      .where('payment_id', '=', paymentId)
      .execute();
    expect([point, rows]).toEqual([point, [{ id: again.id, status: 'SUCCEEDED', attempt: 1 }]]);
    const atProvider = await providersAble(payments, 'refunds')[0]!.refunds.readRefunds(providerPaymentId);
    expect([point, atProvider.map(({ status, amount }) => [status, amount.amount])]).toEqual([
      point,
      [['SUCCEEDED', 4_000]],
    ]);
    expect([point, await readBooks(counting)]).toMatchObject([
      point,
      {
        payments: { PARTIALLY_REFUNDED: i + 1 },
        invoices: { count: i + 1, numbers: `1..${i + 1}` },
        creditNotes: { count: i + 1, numbers: `1..${i + 1}`, wrong: [] },
        wrongBalances: [],
        unfinishedJobs: [],
        auditLog: 'OK',
      },
    ]);
  }
}, 600_000);

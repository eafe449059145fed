// @lane sqlite: dies between the steps of a renewal; what a database keeps of a death, crash-points.test.ts has on both
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { providersAble } from '../../src/services/adapters/payments/port.ts';
import { sandboxCheckoutOf, type SandboxSimulator } from '../../src/services/adapters/payments/sandbox/sandbox.ts';
import { testCards } from '../../src/services/adapters/payments/sandbox/test-cards.ts';
import {
  beginCardSetup,
  choosePlan,
  listMyPaymentMethods,
  paySubscription,
  receiveWebhook,
} from '../../src/services/billing/index.ts';
import { seedPlans } from '../../src/services/billing/plans/seed-plans.ts';
import { renewPlans } from '../../src/services/billing/plans/tasks/renew-plans.ts';
import { localDateOf } from '../../src/services/kernel/format.ts';
import { MINUTE } from '../support/clock.ts';
import { openCounting, readBooks, unfinishedJobs, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';
import { person } from '../services/orders/orders-fixture.ts';

/** Those of the charge of a saved card, and those of what follows from it. */
const points = [
  'after-payment-row',
  'after-intent-begun',
  'after-sync',
  'after-payment-confirmed',
  'after-card-charged',
] as const;

let counting: Counting;
let ahead = 0;
beforeAll(async () => {
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
  await seedPlans(contextFor(), undefined);
});
afterAll(() => counting.close());

const contextFor = (actor: Actor = system) => counting.app.contextFor({ actor, requestId: 'again' });

/** Somebody whose plan was paid by a card, and whose paid time is over today. */
async function subscriber(): Promise<string> {
  const { id, actor } = await person({ run: (useCase, input) => contextFor().run(useCase, input) });
  await contextFor(actor).run(choosePlan, { plan: 'PRO', interval: 'MONTH', currency: 'EUR' });
  const { clientSecret } = await beginCardSetup(contextFor(actor), {});
  const { payments, db, config, now } = contextFor();
  const { cards } = sandboxCheckoutOf(payments) as SandboxSimulator;
  const provider = providersAble(payments, 'events')[0]!;
  for (const { body, signature } of await cards.completeSetup(clientSecret, { number: testCards.visa.number }))
    await receiveWebhook(contextFor(), { provider, rawBody: Buffer.from(body), signature });
  await counting.app.worker.runDue();
  const [card] = await listMyPaymentMethods(contextFor(actor));
  await paySubscription(contextFor(actor), { family: 'ARTISAN', paymentMethodId: card!.id });
  await db
    .updateTable('plan_subscription')
    .set({ paid_until: localDateOf(now, config.TIME_ZONE) })
    .where('person_id', '=', id)
    .execute();
  // Its first period began a month ago.
  await db
    .updateTable('plan_period')
    .set({ live_for: null, starts_on: '2020-01-01' })
    .where('person_id', '=', id)
    .execute();
  return id;
}

test('a crash at any named point of the charge of a renewal charges the card once', async () => {
  for (const [i, point] of points.entries()) {
    const id = await subscriber();
    const { ended, output } = spawnModule('tests/support/processes/renewed-once.ts', {
      ...counting.environment,
      CRASH_AT: point,
    });
    const end = await ended;
    expect([point, end, end === 'SIGKILL' ? '' : output()]).toEqual([point, 'SIGKILL', '']);
    // Leases of the dead end; the job is tried again, and so is the one that looks after the charge.
    ahead += 5 * MINUTE;
    await renewPlans(contextFor());
    await until(
      'nothing is left to do',
      async () => {
        await counting.app.worker.runDue();
        return (await unfinishedJobs(counting)).length === 0;
      },
      60_000,
    );
    const payments = await contextFor().db.selectFrom('payment').select('status').where('payer_id', '=', id).execute();
    expect([point, payments]).toEqual([point, [{ status: 'PAID' }, { status: 'PAID' }]]);
    expect([point, await readBooks(counting)]).toMatchObject([
      point,
      { invoices: { count: 2 * (i + 1), numbers: `1..${2 * (i + 1)}` }, wrongBalances: [], auditLog: 'OK' },
    ]);
  }
}, 300_000);

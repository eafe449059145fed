import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { receiveWebhook } from '../../src/services/billing/index.ts';
import { system } from '../../src/services/access/actor.ts';
import { openCounting, readBooks, type Counting } from '../support/money.ts';
import { spawnModule } from '../support/processes/spawn.ts';

/** Every seventh point, from another first one each time: each costs a process. `STORM=full` passes them one by one. */
const step = process.env['STORM'] === 'full' ? 1 : 7;
const first = 1 + Math.floor(Math.random() * step);
/** More than one payment passes, so that the loop ends because a process lived. */
const mostPoints = 200;

let counting: Counting;
let ahead = 0;
beforeAll(async () => {
  // Leases of the dead end at once: each recovery looks from a little later.
  counting = await openCounting({}, { now: () => new Date(Date.now() + ahead) });
});
afterAll(() => counting.close());

/** The provider sends again what was not answered; the jobs of the dead are taken up once their lease is over. */
async function recover(event: { body: string; signature: string }): Promise<void> {
  const house = counting.app.surroundings({ actor: system, requestId: 'again' });
  await receiveWebhook(house, { rawBody: Buffer.from(event.body), signature: event.signature });
  for (let round = 0; round < 3; round++) {
    ahead += 90_000;
    await counting.app.worker.runDue();
  }
  ahead = 0;
}

test('a crash at any named point of a payment’s life loses nothing and doubles nothing', async () => {
  let lived = 0;
  let payments = 0;
  for (let point = first; lived === 0 && point < mostPoints; point += step) {
    const [page] = await counting.openPages(1);
    payments += 1;
    const event = await counting.desk.pay(page as string);
    const { ended, output } = spawnModule('tests/support/processes/paid-once.ts', { ...counting.environment, EVENT: JSON.stringify(event), CRASH_AT: String(point) });
    const end = await ended;
    expect([end, end === 0 || end === 'SIGKILL' ? '' : output()]).toEqual([end === 0 ? 0 : 'SIGKILL', '']);
    if (end === 0) lived = point;
    await recover(event);
    expect([point, await readBooks(counting)]).toMatchObject([point, {
      orders: { PAID: payments }, payments: { PAID: payments }, events: { APPLIED: payments },
      invoices: { count: payments, numbers: `1..${payments}`, subjects: payments }, unfinishedJobs: [], journal: 'OK',
    }]);
  }
  expect(lived).toBeGreaterThan(20);
}, 600_000);

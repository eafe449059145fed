// @lane sqlite at first: what a database keeps of a death, crash-points.test.ts and the money storm have on both.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { system } from '../../src/services/access/actor.ts';
import { openCounting, unfinishedJobs, type Counting } from '../support/money.ts';
import { spawnModule, type ChildOfTest } from '../support/processes/spawn.ts';
import { until } from '../support/until.ts';

let counting: Counting;
const children: ChildOfTest[] = [];
beforeEach(async () => {
  counting = await openCounting();
});
afterEach(async () => {
  for (const { child, ended } of children.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  await counting.close();
});

async function start(environment: Record<string, string> = {}): Promise<ChildOfTest & { url: string; ms: number }> {
  const since = performance.now();
  const started = spawnModule('tests/support/processes/till.ts', { ...counting.environment, ...environment });
  children.push(started);
  await until('the server listens', () => started.output().includes('listens'));
  return { ...started, url: /listens (\S+)/.exec(started.output())?.[1] as string, ms: performance.now() - since };
}

const send = (url: string, { body, signature }: { body: string; signature: string }): Promise<number> =>
  fetch(`${url}/webhooks/stripe`, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', 'stripe-signature': signature },
  }).then(
    ({ status }) => status,
    () => 0,
  );

/** Asked often, while processes start. */
const isDone = async (orders: number): Promise<boolean> => {
  const { db } = counting.app.contextFor({ actor: system, requestId: 'looks' });
  const paid = await db.selectFrom('customer_order').select('id').where('status', '=', 'PAID').execute();
  return paid.length === orders && (await unfinishedJobs(counting)).length === 0;
};

/** With the job leased, its work half done, its work done and not noted. */
test('an order whose payment came just before a kill stays unpaid until a lease is over', async () => {
  const all = ['job-claimed', 'mail-attempt-begun', 'job-ran', 'after-requery'];
  // Of all four, crash-points.test.ts shows that nothing is lost.
  const points = all.slice(0, process.env['STORM'] === 'full' ? all.length : 2);
  for (const [before, point] of points.entries()) {
    const [page] = await counting.openPages(1);
    const event = await counting.checkout.pay(page as string);
    const dying = await start({ CRASH_AT: point });
    await send(dying.url, event);
    expect([point, await dying.ended]).toEqual([point, 'SIGKILL']);
    const successor = await start();
    const since = performance.now();
    await until(`the order is paid after ${point}`, () => isDone(before + 1), 55_000);
    const ms = performance.now() - since;
    // Five seconds on a machine that starts a server in two; the lease is a minute.
    expect([point, ms < Math.max(5_000, 5 * successor.ms)]).toEqual([point, true]);
    successor.child.kill('SIGTERM');
    await successor.ended;
  }
}, 300_000);

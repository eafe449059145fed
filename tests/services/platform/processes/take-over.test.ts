import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createConnection } from 'mysql2/promise';
import { z } from 'zod';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { defineTask } from '../../../../src/services/platform/task.ts';
import { engine } from '../../../support/database.ts';
import type { JobWorkerOrders } from '../../../support/processes/job-worker.ts';
import { spawnModule, type ChildOfTest } from '../../../support/processes/spawn.ts';
import { until } from '../../../support/until.ts';
import { createWorld, type World } from '../../../support/world.ts';

/** Leases of a minute, as in production: whatever is taken over sooner was known to be a dead process's. */
const wait = defineTask('test.wait', z.object({ name: z.string(), ms: z.int() }));

let world: World;
let children: ChildOfTest[];
let deliveries: string;
beforeEach(async () => {
  world = await createWorld();
  world.clock.set(new Date());
  children = [];
  deliveries = join(world.database.directory, 'deliveries');
});
afterEach(async () => {
  for (const { child, ended } of children) {
    child.kill('SIGKILL');
    await ended;
  }
  await world.close();
});

async function startWorker(): Promise<ChildOfTest> {
  const orders: JobWorkerOrders = {
    settings: world.database.settings,
    deliveries,
    leaseMs: 600_000,
    concurrency: 4,
    epoch: Date.now(),
    speed: 1,
  };
  const started = spawnModule('tests/support/processes/job-worker.ts', { JOB_WORKER_ORDERS: JSON.stringify(orders) });
  children.push(started);
  await until('the worker runs', () => started.output().includes('ready'));
  return started;
}

const add = (...jobs: { name: string; ms: number }[]): Promise<void> =>
  world.run(async ({ enqueue }: Tx<'enqueue'>) => {
    for (const job of jobs) enqueue(wait, job);
  }, {});
const done = (): string[] => (existsSync(deliveries) ? readFileSync(deliveries, 'utf8').trim().split('\n') : []);
const jobs = () =>
  world.db.selectFrom('job').select(['state', 'attempts', 'process_id', 'last_error']).orderBy('id').execute();
const processes = () => world.db.selectFrom('running_process').select(['id', 'pid']).execute();
const begun = (worker: ChildOfTest, name: string): Promise<void> =>
  until(`${name} has begun`, () => worker.output().includes(`started ${name}`));

test('what a killed process held waits for the end of its lease', async () => {
  const first = await startWorker();
  await add({ name: 'one', ms: 60_000 }, { name: 'two', ms: 60_000 });
  await Promise.all([begun(first, 'one'), begun(first, 'two')]);
  expect(await processes()).toEqual([expect.objectContaining({ pid: first.child.pid })]);
  await world.db
    .updateTable('job')
    .set({ payload: JSON.stringify({ name: 'again', ms: 0 }) as never })
    .execute();
  first.child.kill('SIGKILL');
  await first.ended;
  const second = await startWorker();
  const since = performance.now();
  await until('both are done', async () => (await jobs()).every(({ state }) => state === 'COMPLETED'));
  // Far below the lease of ten minutes, on a machine however loaded.
  expect(performance.now() - since).toBeLessThan(100_000);
  expect(await jobs()).toEqual(
    Array.from({ length: 2 }, () => expect.objectContaining({ attempts: 2, process_id: null })),
  );
  await until('the death is reported', () => second.output().includes('a process died: its leases are released'));
  expect(await processes()).toEqual([expect.objectContaining({ pid: second.child.pid })]);
});

test('what a live process holds is taken by another that starts, even when it is frozen or busy', async () => {
  const first = await startWorker();
  await add({ name: 'mine', ms: 1_500 });
  await begun(first, 'mine');
  first.child.kill('SIGSTOP');
  const second = await startWorker();
  // Longer than any silence that proves a death.
  await sleep(5_000);
  expect(await jobs()).toEqual([expect.objectContaining({ state: 'RUNNING', attempts: 1 })]);
  first.child.kill('SIGCONT');
  await until('it is done', async () => (await jobs())[0]?.state === 'COMPLETED');
  expect([done(), (await jobs())[0]?.attempts, second.output()]).toEqual([
    ['mine'],
    1,
    expect.not.stringContaining('a process died'),
  ]);
});

test('a process that stops leaves itself behind', async () => {
  const worker = await startWorker();
  await add({ name: 'only', ms: 0 });
  await until('it is done', async () => (await jobs())[0]?.state === 'COMPLETED');
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  expect(await processes()).toEqual([]);
  const locks = join(dirname(world.database.settings.file), 'processes');
  expect(existsSync(locks) ? readdirSync(locks) : []).toEqual([]);
});

if (engine === 'mysql') {
  test('a connection that is cut costs a live process what it holds', async () => {
    const first = await startWorker();
    await add({ name: 'mine', ms: 6_000 });
    await begun(first, 'mine');
    const second = await startWorker();
    const [{ id }] = (await processes()).filter(({ pid }) => pid === first.child.pid) as [{ id: string; pid: number }];
    const server = await createConnection({ uri: world.database.settings.url as string });
    const holder = async (): Promise<number | null> =>
      ((await server.query('select is_used_lock(?) as holder', [`atelier:${id}`]))[0] as { holder: number | null }[])[0]
        ?.holder ?? null;
    const before = await holder();
    await server.query(`kill ${before}`);
    await until(
      'the lock is held again, by another connection',
      async () => ![null, before].includes(await holder()),
      20_000,
    );
    await until('it is done', async () => (await jobs())[0]?.state === 'COMPLETED');
    await server.end();
    expect([done(), (await jobs())[0]?.attempts, second.output()]).toEqual([
      ['mine'],
      1,
      expect.not.stringContaining('a process died'),
    ]);
  });
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Tx } from '../../../../src/services/platform/context.ts';
import { defineTask } from '../../../../src/services/platform/task.ts';
import { spawnModule, type ChildOfTest } from '../../../support/processes/spawn.ts';
import type { JobWorkerOrders } from '../../../support/processes/job-worker.ts';
import { until } from '../../../support/until.ts';
import { createWorld, type World } from '../../../support/world.ts';

/** Worker processes that die, freeze and come back (`tests/support/processes/job-worker.ts`). */
const deliver = defineTask('test.deliver', z.object({ name: z.string(), faults: z.array(z.string()) }), {
  maxAttempts: 8,
});
const poison: typeof deliver = { ...deliver, maxAttempts: 3 };

let world: World;
let children: ChildOfTest[];
let deliveries: string;
let epoch: number;

beforeEach(async () => {
  world = await createWorld();
  epoch = Date.now();
  world.clock.set(new Date(epoch));
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

const startWorker = (orders: Partial<JobWorkerOrders>, environment: Record<string, string> = {}): ChildOfTest => {
  const whole: JobWorkerOrders = {
    settings: world.database.settings,
    deliveries,
    leaseMs: 80_000,
    concurrency: 4,
    epoch,
    speed: 40,
    ...orders,
  };
  const started = spawnModule('tests/support/processes/job-worker.ts', {
    JOB_WORKER_ORDERS: JSON.stringify(whole),
    ...environment,
  });
  children.push(started);
  return started;
};

const add = async (
  { enqueue }: Tx<'enqueue'>,
  jobs: readonly { job: typeof deliver; name: string; faults: string[] }[],
): Promise<void> => {
  for (const { job, name, faults } of jobs) enqueue(job, { name, faults });
};
const delivered = (): string[] => (existsSync(deliveries) ? readFileSync(deliveries, 'utf8').trim().split('\n') : []);
const states = async (): Promise<Record<string, number>> => {
  const rows = await world.db
    .selectFrom('job')
    .select((eb) => ['state', eb.fn.countAll<number>().as('n')])
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
};

/** 30 of 100 fail once, 10 are asked to come back, 5 hang, 3 fail twice. */
const faultsOf = (i: number): string[] => {
  const place = (i * 37) % 100;
  if (place < 30) return ['fail'];
  if (place < 40) return ['later'];
  if (place < 45) return ['hang'];
  return place < 48 ? ['fail', 'fail'] : [];
};

test('200 jobs, failures and crashes at many points: none lost, few doubled, poison buried', async () => {
  const names = Array.from({ length: 200 }, (_, i) => `job-${i}`);
  await world.run(add, [
    { job: poison, name: 'poison', faults: ['poison'] },
    ...names.map((name, i) => ({ job: deliver, name, faults: faultsOf(i) })),
  ]);
  // The n-th named crash point that the process passes kills it, as a power cut would.
  const all = [
    [2, 40],
    [13, 94],
    [9, 71],
    [27, 55],
  ];
  const crashes = all.slice(0, process.env['STORM'] === 'full' ? all.length : 2);
  let killed = 0;
  for (const pair of crashes) {
    const pairOfWorkers = pair.map((n) => startWorker({}, { CRASH_AT: String(n) }));
    const ends = await Promise.all(
      pairOfWorkers.map(({ ended }) =>
        Promise.race([ended, new Promise<string>((go) => void setTimeout(go, 15_000, 'lives').unref())]),
      ),
    );
    killed += ends.filter((end) => end === 'SIGKILL').length;
    for (const { child } of pairOfWorkers) child.kill('SIGKILL');
  }
  expect(killed).toBe(2 * crashes.length);
  const [one, two] = [startWorker({}), startWorker({})];
  await until(
    'all is delivered',
    async () => (await states())['COMPLETED'] === 200 && (await states())['FAILED'] === 1,
    25_000,
  );
  const heard = delivered();
  expect(new Set(heard)).toEqual(new Set(names));
  // Only work that was done and not yet noted when its process died may be done twice.
  expect(heard.length - 200).toBeLessThanOrEqual(killed * 4);
  one.child.kill('SIGTERM');
  two.child.kill('SIGTERM');
  expect(await Promise.all([one.ended, two.ended])).toEqual([0, 0]);
});

/** As the system sees it (proc(5)): `T` is stopped. */
const isStopped = (pid: number): boolean => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0] === 'T';

test('a process that was frozen beyond its lease cannot overwrite the outcome of its successor', async () => {
  await world.run(add, [{ job: deliver, name: 'once', faults: ['freeze', 'slow'] }]);
  const zombie = startWorker({ leaseMs: 900, speed: 1 });
  await until('it is frozen', () => isStopped(zombie.child.pid as number));
  const successor = startWorker({ leaseMs: 900, speed: 1 });
  await until('the successor is done', async () => (await states())['COMPLETED'] === 1);
  const [before] = await world.db.selectFrom('job').selectAll().execute();
  zombie.child.kill('SIGCONT');
  await until('the zombie is refused', () => zombie.output().includes('"outcome":"REFUSED"'));
  expect(await world.db.selectFrom('job').selectAll().execute()).toEqual([before]);
  expect(before).toMatchObject({ attempts: 2 });
  expect(successor.output()).toContain('"outcome":"COMPLETED"');
});

test('a process that is asked to stop finishes what runs and takes no more', async () => {
  await world.run(
    add,
    ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => ({ job: deliver, name, faults: ['slow', 'slow'] })),
  );
  const worker = startWorker({ concurrency: 2 });
  await until('two have begun', () => worker.output().split('started').length > 2);
  worker.child.kill('SIGTERM');
  expect(await worker.ended).toBe(0);
  const { COMPLETED = 0, PENDING = 0, RUNNING = 0 } = await states();
  expect(RUNNING).toBe(0);
  expect(COMPLETED).toBeGreaterThanOrEqual(2);
  expect(COMPLETED + PENDING).toBe(8);
  expect(delivered()).toHaveLength(COMPLETED);
});

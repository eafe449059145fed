/**
 * A worker process for the tests that kill, freeze and restart it. Its one task is a provider that fails as providers
 * do, by a script that depends on the job's name alone; what was delivered is a line in a file, written before the job
 * is noted as done.
 */
import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { entities } from '../../../src/entities/index.ts';
import { createWorker, RetryLater } from '../../../src/services/platform/jobs/index.ts';
import { createLogger } from '../../../src/services/platform/logger.ts';
import { lifeLock } from '../../../src/services/platform/orm/life-lock.ts';
import { ProcessRegistry } from '../../../src/services/platform/processes/index.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import { openOrm, type DatabaseSettings } from '../../../src/services/platform/orm/orm.ts';
import type { Config } from '../../../src/services/platform/config.ts';
import type { Db, AppContext } from '../../../src/services/platform/context.ts';
import { defineTask, implementTask } from '../../../src/services/platform/task.ts';
import { createUnitOfWork, type Origin } from '../../../src/services/platform/unit-of-work.ts';

export interface JobWorkerOrders {
  readonly settings: DatabaseSettings;
  /** Where deliveries are noted. */
  readonly deliveries: string;
  readonly leaseMs: number;
  readonly concurrency: number;
  /** Since when, in milliseconds, and how many times faster than the wall the clock of all workers runs. */
  readonly epoch: number;
  readonly speed: number;
}

export const deliver = defineTask('test.deliver', z.object({ name: z.string(), faults: z.array(z.string()) }), {
  timeoutSeconds: 0.4,
});

export const wait = defineTask('test.wait', z.object({ name: z.string(), ms: z.int() }));

const orders = JSON.parse(process.env['JOB_WORKER_ORDERS'] ?? '{}') as JobWorkerOrders;
const clock = { now: () => new Date(orders.epoch + (Date.now() - orders.epoch) * orders.speed) };
const log = createLogger('info');
const config = {} as Config;
const orm = await openOrm({ ...orders.settings, poolSize: 4 }, [...entities]);
const work = createUnitOfWork({
  orm,
  clock,
  config,
  log,
  actorLock: { lock: async () => undefined, isGone: async () => false },
  auditLog: async () => [],
  subscriptions: [],
  onCommitted: () => undefined,
});

/** Counts tries in a file, so that the script goes on where a killed process left it. */
function tryNumber(name: string): number {
  appendFileSync(`${orders.deliveries}.tries`, `${name}\n`);
  return readFileSync(`${orders.deliveries}.tries`, 'utf8')
    .split('\n')
    .filter((line) => line === name).length;
}

const contextFor = (origin: Origin): AppContext =>
  ({
    ...origin,
    log,
    config,
    now: clock.now(),
    db: orm.em.fork().getKysely({ type: 'read' }) as unknown as Db,
    run: (useCase, input) => work(origin, useCase, input),
  }) as AppContext;

const provider = implementTask(deliver, async (_, { name, faults }) => {
  const fault = faults[tryNumber(name) - 1];
  if (fault === 'hang') await new Promise(() => undefined);
  if (fault === 'later') throw new RetryLater(1_500, 'busy');
  if (fault === 'fail' || faults[0] === 'poison') throw new Error('500 from the provider');
  // By itself, between two statements: a test that froze it might do so within a transaction, whose locks would stay.
  if (fault === 'freeze') process.kill(process.pid, 'SIGSTOP');
  if (fault === 'slow') process.stdout.write(`started ${name}\n`);
  if (fault === 'slow') await sleep(300);
  appendFileSync(orders.deliveries, `${name}\n`);
});

/** Takes as long as its payload says, and prints when it begins and ends. */
const patient = implementTask(wait, async (_, { name, ms }) => {
  process.stdout.write(`started ${name}\n`);
  await sleep(ms);
  appendFileSync(orders.deliveries, `${name}\n`);
});

const worker = createWorker({
  tasks: [provider, patient],
  contextFor,
  log,
  metrics: createMetrics(),
  processes: new ProcessRegistry({ lock: lifeLock(orders.settings), contextFor, log }),
  settings: { leaseMs: orders.leaseMs, concurrency: orders.concurrency, pollMs: 50 },
});
worker.start();
process.once(
  'SIGTERM',
  () =>
    void worker
      .drain(5_000)
      .then(() => orm.close(true))
      .then(() => process.exit(0)),
);
process.stdout.write('ready\n');

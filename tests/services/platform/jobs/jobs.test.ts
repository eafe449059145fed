import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import {
  cancelJob,
  GiveUp,
  jobDied,
  jobsRetention,
  listJobs,
  prune,
  pruneTask,
  retryJob,
  RetryLater,
} from '../../../../src/services/platform/jobs/index.ts';
import { retain } from '../../../support/retention.ts';
import { claimJobs } from '../../../../src/services/platform/jobs/claim.ts';
import { completeJob } from '../../../../src/services/platform/jobs/outcomes.ts';
import { subscribe, type JobOptions, type Tx } from '../../../../src/services/platform/context.ts';
import { defineTask, implementTask, type TaskDefinition } from '../../../../src/services/platform/task.ts';
import { nobody, person } from '../../../support/make/actor.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../support/clock.ts';
import { createWorld, type World } from '../../../support/world.ts';

const payload = z.object({ name: z.string() });
const greet = defineTask('test.greet', payload, { maxAttempts: 4 });
const urgent = defineTask('test.urgent', payload, { priority: 1 });
const slow = defineTask('test.slow', payload, { timeoutSeconds: 0.05 });
const alarm = defineTask('test.alarm', jobDied.payload, { maxAttempts: 1 });

let world: World;
let done: string[];
let alarms: string[];
/** What the next runs of `greet` throw, in order. */
let faults: unknown[];

beforeEach(async () => {
  [done, alarms, faults] = [[], [], []];

  world = await createWorld({
    subscriptions: [subscribe(jobDied, alarm)],
    workerSettings: { concurrency: 1 },
    tasks: [
      implementTask(greet, async ({ actor, requestId, log }, { name }) => {
        if (faults.length > 0) throw faults.shift();
        log.info({ actor: actor.kind, requestId }, 'greeted');
        done.push(name);
      }),
      implementTask(urgent, async (_, { name }) => void done.push(name)),
      implementTask(slow, (_, _payload) => new Promise(() => undefined)),
      implementTask(alarm, async (_, { kind }) => {
        alarms.push(kind);
        if (kind === 'test.slow') throw new Error('nobody hears');
      }),
      implementTask(pruneTask, prune),
    ],
  });
});
afterEach(() => world.close());

const queue = async (
  { enqueue }: Tx<'enqueue'>,
  { job, name, options }: { job: TaskDefinition<{ name: string }>; name: string; options?: JobOptions },
): Promise<void> => enqueue(job, { name }, options);
const add = (job: TaskDefinition<{ name: string }>, name: string, options?: JobOptions): Promise<void> =>
  world.run(queue, { job, name, ...(options ? { options } : {}) });
const jobs = () => world.db.selectFrom('job').selectAll().orderBy('id').execute();
const onlyJob = async () => (await jobs()).at(0);
const admin = person('ADMIN');

test('a job runs once, as the system, under the request that asked for it', async () => {
  await add(greet, 'Ada');
  expect(await world.worker.runDue()).toBe(1);
  expect(await world.worker.runDue()).toBe(0);
  expect(done).toEqual(['Ada']);
  expect(await onlyJob()).toMatchObject({ state: 'COMPLETED', attempts: 1, owner: null, lease_until: null });
  const line = world.logs.lines().find(({ msg }) => msg === 'greeted');
  expect(line).toMatchObject({ actor: 'SYSTEM', requestId: (await onlyJob())?.request_id });
  expect(world.logs.lines().filter(({ msg }) => msg === 'job')).toHaveLength(1);
});

test('urgent work first, then in the order it came; work for later waits', async () => {
  await add(greet, 'first');
  await add(greet, 'later', { runAt: new Date(world.clock.now().getTime() + HOUR) });
  await add(greet, 'second');
  await add(urgent, 'urgent');
  await world.worker.runDue();
  expect(done).toEqual(['urgent', 'first', 'second']);
  world.clock.advance(HOUR);
  await world.worker.runDue();
  expect(done.at(-1)).toBe('later');
});

test('a failure is tried again, each time later, with the reason kept on one line', async () => {
  faults = [new Error('first\nsecond line: secret'), new Error('again')];
  await add(greet, 'Ada');
  await world.worker.runDue();
  const first = await onlyJob();
  expect(first).toMatchObject({ state: 'RETRYING', attempts: 1, last_error: 'first' });
  expect(await world.worker.runDue()).toBe(0);
  world.clock.advance(SECOND);
  await world.worker.runDue();
  expect(await onlyJob()).toMatchObject({ state: 'RETRYING', attempts: 2 });
  world.clock.advance(4 * SECOND);
  await world.worker.runDue();
  expect(await onlyJob()).toMatchObject({ state: 'COMPLETED', attempts: 3, last_error: null });
});

test('a task that knows when to come back is believed, within reason', async () => {
  faults = [new RetryLater(90 * SECOND, 'busy')];
  await add(greet, 'Ada');
  await world.worker.runDue();
  world.clock.advance(89 * SECOND);
  expect(await world.worker.runDue()).toBe(0);
  world.clock.advance(SECOND);
  expect(await world.worker.runDue()).toBe(1);
  expect(done).toEqual(['Ada']);
});

describe('dead letters', () => {
  const killByFailing = async (): Promise<void> => {
    faults = Array.from({ length: 4 }, () => new Error('no'));
    await add(greet, 'Ada');
    for (let i = 0; i < 4; i++) {
      await world.worker.runDue();
      world.clock.advance(HOUR);
    }
  };

  test('after its last attempt a job is dead, loudly: log, metric, audit log and an event', async () => {
    await killByFailing();
    expect(await onlyJob()).toMatchObject({ state: 'FAILED', attempts: 4, last_error: 'no' });
    expect(world.logs.lines().filter(({ level, outcome }) => level === 'error' && outcome === 'DEAD')).toHaveLength(1);
    expect(world.auditLog).toMatchObject([{ action: 'JOB_FAILED', severity: 'CRITICAL', outcome: 'FAILURE' }]);
    expect(await world.metrics.registry.metrics()).toContain('jobs_total{kind="test.greet",outcome="dead"} 1');
    await world.worker.runDue();
    expect(alarms).toEqual(['test.greet']);
  });

  test('an admin finds it, sends it on its way again, and it is done', async () => {
    await killByFailing();
    const {
      nodes: [dead],
    } = await listJobs(world.readContext(admin), { state: 'FAILED', first: 10 });
    expect(dead).toMatchObject({ kind: 'test.greet', payload: { name: 'Ada' }, attempts: 4 });
    await world.run(retryJob, { id: dead?.id as string }, admin);
    await world.worker.runDue();
    expect(done).toEqual(['Ada']);
    expect(world.auditLog.at(-1)).toMatchObject({ action: 'JOB_RETRIED', payload: { from: 'FAILED', to: 'PENDING' } });
    await expect(world.run(retryJob, { id: dead?.id as string }, admin)).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
  });

  test('a task that gives up, a payload that is not right: dead at the first attempt', async () => {
    faults = [new GiveUp('never')];
    await add(greet, 'Ada');
    await world.worker.runDue();
    expect(await onlyJob()).toMatchObject({ state: 'FAILED', attempts: 1 });
    await add(urgent, 'Bob', { dedupeKey: 'bob' });
    await world.run(
      async ({ em }: Tx<'em'>) => void (await em.execute("update job set payload = '{}' where dedupe_key = 'bob'")),
      undefined,
    );
    await world.worker.runDue();
    expect((await jobs()).find(({ dedupe_key }) => dedupe_key === 'bob')).toMatchObject({
      state: 'FAILED',
      attempts: 1,
    });
    expect(done).toEqual([]);
  });

  test('the alarm about a dead job that dies itself is not reported for ever', async () => {
    await add(slow, 'hangs');
    for (let i = 0; i < 12; i++) {
      await world.worker.runDue();
      world.clock.advance(DAY);
    }
    expect(alarms).toEqual(['test.slow']);
    expect(
      (await jobs()).filter(({ kind }) => kind !== 'privacy.apply-retention').map(({ kind, state }) => [kind, state]),
    ).toEqual([
      ['test.slow', 'FAILED'],
      ['test.alarm', 'FAILED'],
    ]);
  });
});

test('work that hangs is given up on after its time and tried again', async () => {
  await add(slow, 'hangs');
  await world.worker.runDue();
  expect(await onlyJob()).toMatchObject({ state: 'RETRYING', last_error: 'Not done after 0.05 s' });
});

test('a poison job does not hold up the others', async () => {
  faults = Array.from({ length: 4 }, () => new Error('poison'));
  await add(greet, 'poison');
  for (let i = 0; i < 20; i++) await add(urgent, `good ${i}`);
  await world.worker.runDue();
  expect(done).toHaveLength(20);
});

test('a lease that ran out goes to another; the late writer is refused', async () => {
  await add(greet, 'Ada');
  const terms = { kinds: [greet.kind], limit: 5, leaseMs: MINUTE };
  const [zombie] = await world.run(claimJobs, terms);
  expect(await world.run(claimJobs, terms)).toEqual([]);
  world.clock.advance(MINUTE + 1);
  const [successor] = await world.run(claimJobs, terms);
  expect(successor).toMatchObject({ id: zombie?.id, attempt: 2 });
  expect(await world.run(completeJob, zombie as never)).toBe('REFUSED');
  expect(await onlyJob()).toMatchObject({ state: 'RUNNING', owner: successor?.owner });
  expect(await world.run(completeJob, successor as never)).toBe('COMPLETED');
});

test('a job whose process died at every attempt is dead, not tried for ever', async () => {
  await add(greet, 'kills its process');
  for (let i = 0; i < 4; i++) {
    await world.run(claimJobs, { kinds: [greet.kind], limit: 1, leaseMs: MINUTE });
    world.clock.advance(MINUTE + 1);
  }
  await world.worker.runDue();
  expect(done).toEqual([]);
  expect(await onlyJob()).toMatchObject({ state: 'FAILED', last_error: 'The process died or hung at each attempt' });
});

test('two engines on one database share the work: nothing twice', async () => {
  const twice = await createWorld({
    database: world.database,
    clock: world.clock,
    tasks: [implementTask(greet, async (_, { name }) => void done.push(name))],
  });
  for (let i = 0; i < 40; i++) await add(greet, `job ${i}`);
  await Promise.all([world.worker.runDue(), twice.worker.runDue()]);
  expect([...done].sort()).toEqual(Array.from({ length: 40 }, (_, i) => `job ${i}`).sort());
  await twice.close();
});

test('an engine leaves kinds alone that it does not know', async () => {
  const other = await createWorld({
    database: world.database,
    clock: world.clock,
    tasks: [implementTask(urgent, async (_, _payload) => undefined)],
  });
  await add(greet, 'Ada');
  expect(await other.worker.runDue()).toBe(0);
  await other.close();
  expect(await onlyJob()).toMatchObject({ state: 'PENDING', attempts: 0 });
});

test('waiting work can be cancelled; admins only; running work cannot', async () => {
  await add(greet, 'Ada');
  const id = (await onlyJob())?.id as string;
  await expect(world.run(cancelJob, { id }, person('CUSTOMER'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(world.run(cancelJob, { id }, nobody)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  await expect(listJobs(world.readContext(person('PROOFREADER')), { first: 1 })).rejects.toMatchObject({
    code: 'FORBIDDEN',
  });
  await expect(world.run(cancelJob, { id: 'ffffffff-ffff-7fff-bfff-ffffffffffff' }, admin)).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  const [claimed] = await world.run(claimJobs, { kinds: [greet.kind], limit: 1, leaseMs: MINUTE });
  await expect(world.run(cancelJob, { id }, admin)).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  await world.run(completeJob, claimed as never);
  await add(greet, 'Bob');
  await world.run(cancelJob, { id: (await jobs()).at(1)?.id as string }, admin);
  expect(await world.worker.runDue()).toBe(0);
});

test('pages of jobs, the newest first', async () => {
  for (const name of ['a', 'b', 'c']) await add(greet, name);
  const one = await listJobs(world.readContext(admin), { kind: greet.kind, first: 2 });
  expect(one.nodes.map((job) => job.payload['name'])).toEqual(['c', 'b']);
  expect(one.pageInfo.hasNextPage).toBe(true);
  const two = await listJobs(world.readContext(admin), { kind: greet.kind, first: 2, after: one.pageInfo.endCursor });
  expect(two.nodes.map((job) => job.payload['name'])).toEqual(['a']);
  expect(two.pageInfo.hasNextPage).toBe(false);
  await expect(listJobs(world.readContext(admin), { first: 2, after: 'nonsense' })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
});

test('what is finished is forgotten after its life, and nothing else is', async () => {
  await add(greet, 'old');
  await world.run(async ({ emit, publish }: Tx<'emit' | 'publish'>) => {
    emit(jobDied, { jobId: 'x', kind: 'old', attempts: 1 });
    publish({ name: 'test' }, 'a', { n: 1 });
  }, undefined);
  await world.worker.runDue();
  faults = [new GiveUp('kept for an admin')];
  await add(greet, 'dead');
  await world.worker.runDue();
  world.clock.advance(31 * DAY);
  await world.run(async ({ publish, enqueue }: Tx<'publish' | 'enqueue'>) => {
    publish({ name: 'test' }, 'a', { n: 2 });
    enqueue(pruneTask, {});
  }, undefined);
  await world.worker.runDue();
  // An event whose jobs go today goes tomorrow: what a run takes does not depend on what it took before.
  for (let night = 0; night < 2; night++) await retain(world.contextFor(), jobsRetention);
  expect(
    (await jobs()).filter(({ kind }) => kind !== 'privacy.apply-retention').map(({ kind, state }) => [kind, state]),
  ).toEqual([
    ['test.greet', 'FAILED'],
    ['platform.prune', 'COMPLETED'],
  ]);
  expect(await world.db.selectFrom('outbox_event').select('name').execute()).toEqual([]);
  expect((await world.db.selectFrom('live_event').select('seq').execute()).map(({ seq }) => Number(seq))).toEqual([2]);
});

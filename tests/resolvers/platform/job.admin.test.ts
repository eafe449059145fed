import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import { createWorker, GiveUp, type Worker } from '../../../src/services/platform/jobs/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { defineTask, implementTask } from '../../../src/services/platform/task.ts';
import { nobody, person } from '../../support/make/actor.ts';
import { HOUR, testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';

const greet = defineTask('test.greet', z.object({ name: z.string() }));
const admin = person('ADMIN');

const clock = testClock();
let env: AppEnvironment;
/** Knows the task of this test; the one of the app does not run. */
let worker: Worker;
let isBroken = true;
const greeted: string[] = [];

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  worker = createWorker({
    ...env.app,
    tasks: [
      implementTask(greet, async (_ctx, { name }) => {
        if (isBroken) throw new GiveUp('the post office is closed');
        greeted.push(name);
      }),
    ],
  });
});
afterAll(async () => {
  await worker.drain();
  await env.close();
});

const enqueue = (
  { enqueue: add, now }: Tx<'enqueue' | 'now'>,
  { name, inMs = 0 }: { name: string; inMs?: number },
): Promise<void> => Promise.resolve(add(greet, { name }, { runAt: new Date(now.getTime() + inMs) }));

const list = `query($state: JobState, $first: Int, $after: Cursor) { jobs(state: $state, kind: "test.greet", first: $first, after: $after) {
  nodes { id kind state attempts maxAttempts lastError payload requestId runAt createdAt finishedAt } pageInfo { hasNextPage endCursor } } }`;
interface Listed {
  jobs: { nodes: { id: string; state: string; payload: { name: string } }[]; pageInfo: { endCursor: string } };
}
const listed = async (variables: object): Promise<Listed['jobs']> =>
  ((await env.ask(admin, list, { ...variables })).data as unknown as Listed).jobs;

const retry = 'mutation($id: ID!) { retryJob(input: { jobId: $id }) { id state attempts finishedAt } }';
const cancel = 'mutation($id: ID!) { cancelJob(input: { jobId: $id }) { id state finishedAt } }';

test('an admin finds a dead letter, sends it on its way again, and it is done', async () => {
  await env.run(enqueue, { name: 'Ada' });
  await worker.runDue();
  const {
    nodes: [dead],
  } = await listed({ state: 'FAILED' });
  expect(dead).toMatchObject({
    kind: 'test.greet',
    state: 'FAILED',
    attempts: 1,
    lastError: 'the post office is closed',
    payload: { name: 'Ada' },
  });

  isBroken = false;
  const again = await env.ask(admin, retry, { id: dead?.id });
  expect(again.data).toEqual({ retryJob: { id: dead?.id, state: 'PENDING', attempts: 0, finishedAt: null } });
  await worker.runDue();
  expect(greeted).toEqual(['Ada']);
  expect((await env.ask(admin, retry, { id: dead?.id })).codes).toEqual(['ACTION_NOT_ALLOWED']);
});

test('an admin takes back a job that waits, and it never runs', async () => {
  await env.run(enqueue, { name: 'Bea', inMs: HOUR });
  const {
    nodes: [waiting],
  } = await listed({ state: 'PENDING', first: 1 });
  const { data } = await env.ask(admin, cancel, { id: waiting?.id });
  expect(data).toMatchObject({ cancelJob: { id: waiting?.id, state: 'CANCELLED' } });
  clock.advance(2 * HOUR);
  await worker.runDue();
  expect(greeted).not.toContain('Bea');
});

test('pages follow one another; the newest comes first', async () => {
  for (const name of ['Chloé', 'Dora', 'Eve']) await env.run(enqueue, { name, inMs: HOUR });
  const one = await listed({ state: 'PENDING', first: 2 });
  const two = await listed({ state: 'PENDING', first: 2, after: one.pageInfo.endCursor });
  expect([...one.nodes, ...two.nodes].map(({ payload }) => payload.name)).toEqual(['Eve', 'Dora', 'Chloé']);
});

test('the state of the system names its parts and what its jobs are behind with', async () => {
  const asked =
    'query { systemStatus { state parts { name state isEssential milliseconds } waitingJobs oldestWaitingSeconds deadJobs } }';
  const read = async () => (await env.ask(admin, asked)).data?.systemStatus as unknown as SystemStatus;
  const before = await read();
  expect(before.parts).toEqual(
    expect.arrayContaining(
      ['database', 'storage', 'keys'].map((name) => expect.objectContaining({ name, state: 'OK' })),
    ),
  );
  expect(
    before.parts
      .filter(({ isEssential }) => isEssential)
      .map(({ name }) => name)
      .sort(),
  ).toEqual(['database', 'keyFolder', 'keys', 'storage']);

  isBroken = true;
  await env.run(enqueue, { name: 'Fay' });
  await worker.runDue();
  await env.run(enqueue, { name: 'Gus' });
  clock.advance(HOUR);
  expect(await read()).toMatchObject({
    deadJobs: before.deadJobs + 1,
    oldestWaitingSeconds: before.oldestWaitingSeconds + 3_600,
  });
  expect((await env.ask(person('CUSTOMER'), asked)).codes).toEqual(['FORBIDDEN']);
});

interface SystemStatus {
  readonly parts: readonly { readonly name: string; readonly isEssential: boolean }[];
  readonly deadJobs: number;
  readonly oldestWaitingSeconds: number;
}

test('nobody but admins; unknown jobs are not found', async () => {
  for (const role of ['CUSTOMER', 'PROOFREADER', 'ARTISAN'] as const) {
    expect((await env.ask(person(role), list)).codes).toEqual(['FORBIDDEN']);
    expect((await env.ask(person(role), retry, { id: 'x' })).codes).toEqual(['FORBIDDEN']);
    expect((await env.ask(person(role), cancel, { id: 'x' })).codes).toEqual(['FORBIDDEN']);
  }
  expect((await env.ask(nobody, list)).codes).toEqual(['UNAUTHENTICATED']);
  for (const id of ['x', 'ffffffff-ffff-7fff-bfff-ffffffffffff']) {
    expect((await env.ask(admin, retry, { id })).codes).toEqual(['NOT_FOUND']);
    expect((await env.ask(admin, cancel, { id })).codes).toEqual(['NOT_FOUND']);
  }
});

// @lane sqlite at first: how a process ends; what a database keeps of a death, crash-points.test.ts has on both.
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { LockMode } from '@mikro-orm/core';
import { AuditHead } from '../../src/entities/audit/audit-head.entity.ts';
import { collectGarbageTask } from '../../src/services/files/tasks/collect-garbage.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask, signIn } from '../support/ask.ts';
import {
  openServerProcesses,
  type ServerProcesses,
  type RunningServer,
} from '../support/processes/server-processes.ts';
import { holdUpload } from '../support/slow-upload.ts';
import { until } from '../support/until.ts';

/** A stop takes ten seconds at most on a machine that starts a server in four; a busier one, as much longer as it starts it later. */
const stopMs = 10_000;
const startMs = 4_000;

let env: ServerProcesses;
let running: RunningServer;
/** How many times slower this machine is just now. */
let slowness: number;
let token: string;
let priceItemId: string;
let orderId: string;
async function start(environment: Record<string, string> = {}): Promise<void> {
  const began = performance.now();
  running = await env.start(environment, 'src/server.ts');
  slowness = Math.max(1, (performance.now() - began) / startMs);
  token = await signIn({ url: running.url, people: env.people }, 'CUSTOMER');
  priceItemId = await pack();
  orderId = await order();
}
beforeEach(async () => {
  env = await openServerProcesses();
}, 600_000);
afterEach(() => env.close(), 60_000);

/** One request that changes something; answers the new order's id, or the code of the refusal. */
async function order(): Promise<string> {
  const { data, code } = await ask(
    running,
    'mutation ($input: CreateOrderInput!) { createOrder(input: $input) { id } }',
    { token, variables: { input: { priceItemId, title: 'Roman' } } },
  );
  return (data as { createOrder: { id: string } } | null)?.createOrder.id ?? String(code);
}

async function pack(): Promise<string> {
  const { data } = await ask(running, '{ priceItems { id unit } }', { token });
  return (data as { priceItems: { id: string; unit: string }[] }).priceItems.find(({ unit }) => unit === 'PACK')
    ?.id as string;
}

/** Half of an upload. */
const upload = (bytes: number) =>
  holdUpload(
    running,
    'mutation ($input: UploadManuscriptInput!) { uploadManuscript(input: $input) { id files { sizeBytes } } }',
    {
      input: { orderId },
      token,
      file: { name: 'roman.txt', type: 'text/plain', bytes: Buffer.alloc(bytes, 97) },
    },
  );
const states = async (): Promise<Record<string, number>> => {
  const rows = await env.contextFor.db
    .selectFrom('job')
    .select(({ fn }) => ['state', fn.countAll<number>().as('n')])
    .where('kind', '=', collectGarbageTask.kind)
    .groupBy('state')
    .execute();
  return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
};

/** Nobody writes to the audit log until it is let go: requests stay under way. */
async function lockAuditLog(): Promise<() => Promise<void>> {
  const [held, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holding = env.contextFor.run(async ({ em }: Tx<'em'>) => {
    await em.findOne(AuditHead, { id: { $gte: 0 } }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    held.resolve();
    await release.promise;
  }, {});
  await held.promise;
  return async () => {
    release.resolve();
    await holding;
  };
}

/** Asks the process to stop as a machine that shuts down does; answers how it ended, and whether in its time. */
async function stop(): Promise<{ end: number | string; isInTime: boolean }> {
  const start = performance.now();
  running.child.kill('SIGTERM');
  const end = await running.ended;
  return { end, isInTime: performance.now() - start < stopMs * slowness };
}

test('stopped under load: what is under way is answered, sockets are closed with a reason, jobs end or are given back', async () => {
  // This test needs some time of its own between the signal and the end of its upload: more than seven seconds, on a busy machine.
  await start({ STOP_SECONDS: '600' });
  await env.contextFor.run(async ({ enqueue }: Tx<'enqueue'>) => {
    for (let i = 0; i < 400; i++) enqueue(collectGarbageTask, {});
  }, {});
  const sockets = await Promise.all(Array.from({ length: 3 }, () => new SocketClient(running.url).signIn(token)));
  for (const socket of sockets)
    socket.subscribe('subscription ($id: ID!) { orderUpdated(orderId: $id) { cursor } }', {
      variables: { id: orderId },
    });
  const held = await upload(3_000_000);
  await until('jobs run', async () => ((await states())['COMPLETED'] ?? 0) > 0, 120_000);
  const letGo = await lockAuditLog();
  const requests = Array.from({ length: 6 }, order);
  // The last of them is in when a later one, which changes nothing, was answered.
  await ask(running, '{ priceItems { id } }', { token });
  const stopped = stop();
  for (const socket of sockets) expect(await socket.closed).toEqual({ code: 1001, reason: 'Going away' });
  expect(
    await fetch(`${running.url}/health`).then(
      ({ status }) => status,
      () => 'refused',
    ),
  ).not.toBe(200);
  await letGo();
  expect(JSON.parse(await held.finish())).toMatchObject({
    data: { uploadManuscript: { id: orderId, files: [{ sizeBytes: 3_000_000 }] } },
  });
  const answers = await Promise.all(requests);
  for (const answer of answers) expect(answer).toMatch(/^[0-9a-f-]{36}$/);
  expect((await stopped).end).toBe(0);
  const { RUNNING = 0, COMPLETED = 0, PENDING = 0 } = await states();
  expect([RUNNING, COMPLETED + PENDING]).toEqual([0, 400]);
  expect(
    (await env.contextFor.db.selectFrom('customer_order').select('id').execute()).map(({ id }) => id).sort(),
  ).toEqual([orderId, ...answers].sort());
}, 600_000);

test('a sender who never ends does not keep the server: the upload is cut, and the process is gone within ten seconds', async () => {
  await start();
  const { answer } = await upload(3_000_000);
  expect(await stop()).toEqual({ end: 0, isInTime: true });
  // Cut or answered so; or, when not a byte of it had been read at that instant, turned away like whoever comes too late.
  expect(await answer).toMatch(/^cut|"code":"(UPLOAD_INCOMPLETE|UNAVAILABLE)"/);
  expect(await env.contextFor.db.selectFrom('stored_file').select('id').execute()).toEqual([]);
}, 600_000);

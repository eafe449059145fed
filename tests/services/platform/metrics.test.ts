import { expect, test } from '@jest/globals';
import { z } from 'zod';

import { measureJobs } from '../../../src/services/platform/jobs/queries/measure-jobs.ts';
import { createMetrics } from '../../../src/services/platform/metrics.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { defineTask, implementTask } from '../../../src/services/platform/task.ts';
import { MINUTE } from '../../support/clock.ts';
import { createWorld } from '../../support/world.ts';

const count = defineTask('test.count', z.object({}));
const add = async ({ enqueue, now }: Tx<'enqueue' | 'now'>): Promise<void> => {
  enqueue(count, {});
  enqueue(count, {}, { runAt: new Date(now.getTime() + 10 * MINUTE) });
};

test('jobs are counted by kind and outcome, and the wait of the oldest is measured', async () => {
  const world = await createWorld({ tasks: [implementTask(count, async (_, _payload) => undefined)] });
  expect(await measureJobs(world.readContext())).toEqual({ waiting: 0, lagSeconds: 0 });
  await world.run(add, undefined);
  world.clock.advance(2 * MINUTE);
  expect(await measureJobs(world.readContext())).toEqual({ waiting: 1, lagSeconds: 120 });
  await world.worker.runDue();
  expect(await measureJobs(world.readContext())).toEqual({ waiting: 0, lagSeconds: 0 });
  expect(await world.metrics.registry.metrics()).toContain('jobs_total{kind="test.count",outcome="completed"} 1');
  await world.close();
});

test('what is due is asked of the database: another process may be the one that works', async () => {
  const metrics = createMetrics({ dueJobs: async () => ({ waiting: 3, lagSeconds: 120 }) });
  const text = await metrics.registry.metrics();
  expect(text).toContain('jobs_waiting 3');
  expect(text).toContain('outbox_lag_seconds 120');
});

test('two apps in one process do not share counts', async () => {
  const [one, two] = [createMetrics(), createMetrics()];
  one.requests.inc({ route: '/graphql', status: '200' });
  expect(await one.registry.metrics()).toContain('http_requests_total{route="/graphql",status="200"} 1');
  expect(await two.registry.metrics()).not.toContain('route="/graphql"');
});

test('what an operator watches is there, in the words of Prometheus', async () => {
  const metrics = createMetrics();
  metrics.watchProcess();
  const text = await metrics.registry.metrics();
  for (const name of [
    'http_request_seconds',
    'graphql_operations_total',
    'websocket_connections',
    'jobs_waiting',
    'outbox_lag_seconds',
    'nodejs_eventloop_lag_p99_seconds',
  ]) {
    expect(text).toContain(`# HELP ${name} `);
  }
});

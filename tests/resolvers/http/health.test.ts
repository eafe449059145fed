import { test, expect } from '@jest/globals';
import { WebSocket } from 'ws';
import { HealthFailure, HealthFinding } from '../../../src/services/platform/health.ts';
import { startSampleServer } from './sample-server.ts';

const state = async (url: string) => {
  const answer = await fetch(url);
  return [answer.status, await answer.json()];
};

test('health names what works, and keeps to itself why something does not', async () => {
  let isStorageWell = true;
  const toy = await startSampleServer({
    checks: {
      database: () => Promise.resolve(),
      storage: () => (isStorageWell ? Promise.resolve() : Promise.reject(new Error('disk /var/secret is gone'))),
    },
  });
  expect(await state(`${toy.url}/health`)).toEqual([200, { status: 'ok', checks: { database: 'ok', storage: 'ok' } }]);
  isStorageWell = false;
  expect(await state(`${toy.url}/health`)).toMatchObject([200, {}]);
  await new Promise((resolve) => setTimeout(resolve, 1_050));
  expect(await state(`${toy.url}/health`)).toEqual([
    503,
    { status: 'failing', checks: { database: 'ok', storage: 'failing' } },
  ]);
  expect(toy.lines.some((line) => line.includes('/var/secret'))).toBe(true);
  await toy.stop();
});

test('free space and the last restore drill are shown; little space is degraded, and no alarm for a load balancer', async () => {
  const drill = { at: '2026-12-06T04:00:09.000Z', result: 'PASSED', seconds: 9 };
  const toy = await startSampleServer({
    checks: {
      storage: async () => new HealthFinding(9_000_000, 'less than 512 MB are free'),
      keyFolder: async () => new HealthFinding(2 ** 34),
      restoreDrill: async () => new HealthFinding(undefined, undefined, { details: drill }),
    },
  });
  expect(await state(`${toy.url}/health`)).toEqual([
    200,
    {
      status: 'degraded',
      checks: { storage: 'degraded', keyFolder: 'ok', restoreDrill: 'ok' },
      reasons: { storage: 'less than 512 MB are free' },
      freeBytes: { storage: 9_000_000, keyFolder: 2 ** 34 },
      restoreDrill: drill,
    },
  ]);
  await toy.stop();
});

test('a disk that takes nothing is reported in words that name no folder', async () => {
  const toy = await startSampleServer({
    checks: {
      storage: () => Promise.reject(new HealthFailure('the disk is full', { cause: new Error('ENOSPC /var/secret') })),
    },
  });
  expect(await state(`${toy.url}/health`)).toEqual([
    503,
    { status: 'failing', checks: { storage: 'failing' }, reasons: { storage: 'the disk is full' } },
  ]);
  expect(toy.lines.join('')).toContain('/var/secret');
  await toy.stop();
});

test('a check that hangs is failing after two seconds; what the system works without does not make it fail', async () => {
  const toy = await startSampleServer({ checks: { mail: () => new Promise(() => undefined) } });
  expect(await state(`${toy.url}/health`)).toEqual([200, { status: 'degraded', checks: { mail: 'failing' } }]);
  await toy.stop();
});

test('ready until it stops; metrics count requests, operations and sockets', async () => {
  const toy = await startSampleServer();
  expect(await state(`${toy.url}/ready`)).toEqual([200, { status: 'ready' }]);
  await toy.post({ query: '{ me { id } }' });
  await toy.post({ query: '{ broken }' });
  const socket = new WebSocket(`${toy.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  await new Promise((resolve) => socket.once('open', resolve));
  const text = await (await fetch(`${toy.url}/metrics`)).text();
  expect(text).toContain('graphql_operations_total{operation="me",outcome="ok"} 1');
  expect(text).toContain('graphql_operations_total{operation="broken",outcome="error"} 1');
  expect(text).toContain('http_requests_total{route="/graphql",status="200"} 2');
  expect(text).toContain('websocket_connections 1');
  expect(text).toMatch(/nodejs_eventloop_lag_seconds \d/);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  await toy.stop();
  expect(await closed).toBe(1001);
});

test('every request leaves one line, with what it was and not what it carried', async () => {
  const toy = await startSampleServer();
  await toy.post({
    query: 'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
    variables: { input: { email: 'ada@example.org', password: 'planted-secret' } },
  });
  await toy.post({ query: '{ me { id } }' }, { authorization: 'Bearer ada' });
  const requests = toy.lines.map((line) => JSON.parse(line)).filter(({ msg }) => msg === 'request');
  expect(requests).toMatchObject([
    { route: '/graphql', status: 200, operation: 'login', userId: null },
    { route: '/graphql', status: 200, operation: 'me', userId: 'ada' },
  ]);
  expect(toy.lines.join('')).not.toMatch(/planted-secret|ada@example\.org|Bearer/);
  await toy.stop();
});

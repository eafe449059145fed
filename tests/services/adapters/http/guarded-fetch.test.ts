import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { LookupAddress } from 'node:dns';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { guardedFetch, type GuardedFetchLimits } from '../../../../src/services/adapters/http/guarded-fetch.ts';
import { hostileUrls } from './hostile-urls.ts';

const cookie = { 'set-cookie': 'track=me' };
const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024));
const seen: IncomingMessage[] = [];
let connections = 0;

const answers: Record<string, (response: ServerResponse) => void> = {
  '/hello': (response) => response.writeHead(200, cookie).end('bonjour'),
  '/gzip': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('bonjour')),
  '/bomb': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
  '/broken': (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
  '/large': (response) => response.writeHead(200, { 'content-length': '1000000000' }).write(Buffer.alloc(200_000)),
  '/endless': (response) => drip(response),
  '/silent': () => undefined,
  '/to-hello': (response) => redirect(response, '/hello'),
  '/to-other-host': (response) => redirect(response, `http://localhost:${port}/hello`),
  '/to-inside': (response) => redirect(response, 'https://169.254.169.254/'),
  '/to-file': (response) => redirect(response, 'file:///etc/passwd'),
  '/to-nowhere': (response) => response.writeHead(302).end(),
  '/circle': (response) => redirect(response, '/circle'),
};

const redirect = (response: ServerResponse, location: string) => response.writeHead(301, { location }).end();

function drip(response: ServerResponse): void {
  const timer = setInterval(() => response.write(Buffer.alloc(1_000)), 5);
  response.on('close', () => clearInterval(timer));
}

const server = createServer((request, response) => {
  seen.push(request);
  answers[request.url ?? '']?.(response);
});
server.on('connection', () => connections++);
let port = 0;
let here = '';

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '::', listening));
  port = (server.address() as AddressInfo).port;
  here = `http://127.0.0.1:${port}`;
});
beforeEach(() => {
  connections = 0;
  seen.length = 0;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const limits = { connectMs: 300, totalMs: 600, mostBytes: 100_000 };
const local = (more: Partial<GuardedFetchLimits> = {}) => guardedFetch({ ...limits, allowsThisMachine: true, ...more });

const names: Record<string, readonly (readonly string[])[]> = {
  'inside.test': [['10.1.2.3']],
  'mixed.test': [['93.184.216.34', '127.0.0.1']],
  'mapped.test': [['::ffff:127.0.0.1']],
  'public.test': [['93.184.216.34']],
  'rebinding.test': [['127.0.0.1']],
  localhost: [['127.0.0.1']],
  'localhost.': [['127.0.0.1']],
  'app.localhost': [['127.0.0.1']],
};

/** A resolver of our own: each time a name is asked, its next answer. */
function resolver(answersOf = names) {
  const asked = new Map<string, number>();
  return ((name: string, _options: object, callback: (error: Error | null, found: LookupAddress[]) => void) => {
    const turn = asked.get(name) ?? 0;
    asked.set(name, turn + 1);
    const list = answersOf[name] ?? [];
    const addresses = list[Math.min(turn, list.length - 1)] ?? [];
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as unknown as NonNullable<GuardedFetchLimits['resolve']>;
}

test('60 hostile addresses reach nothing, though their port were allowed', async () => {
  const ask = guardedFetch({ ...limits, ports: [443, port], resolve: resolver() });
  expect(new Set(hostileUrls).size).toBe(60);
  const outcomes = await Promise.all(
    hostileUrls.map(async (url) => ({
      url,
      kind: await ask(url.replace('PORT', String(port))).then(
        () => 'reached',
        (error: unknown) => Reflect.get(Object(error), 'kind'),
      ),
    })),
  );
  expect(outcomes.filter(({ kind }) => kind !== 'FORBIDDEN')).toEqual([]);
  expect(connections).toBe(0);
});

test('a name that was public and now is not: each connection is checked', async () => {
  const resolve = resolver({ 'rebinding.test': [['192.0.78.24'], ['127.0.0.1']] });
  const ask = guardedFetch({ ...limits, connectMs: 30, ports: [port], resolve });
  await expect(ask(`https://rebinding.test:${port}/hello`)).rejects.toMatchObject({ name: 'GuardedFetchFailure' });
  await expect(ask(`https://rebinding.test:${port}/hello`)).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
  expect(connections).toBe(0);
});

test('this machine only where that is allowed, by its own names', async () => {
  expect(await local()(`${here}/hello`)).toMatchObject({ status: 200, text: 'bonjour' });
  expect((await local()(`http://localhost:${port}/hello`)).text).toBe('bonjour');
  await expect(guardedFetch(limits)(`${here}/hello`)).rejects.toMatchObject({ code: 'SCHEME' });
  const elsewhere = local({ resolve: resolver(), ports: [port] })(`https://inside.test:${port}/hello`);
  await expect(elsewhere).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
});

test('cookies are not kept', async () => {
  const ask = local();
  await ask(`${here}/hello`);
  await ask(`${here}/hello`);
  expect(seen.map(({ headers }) => headers.cookie)).toEqual([undefined, undefined]);
});

test('bytes are counted as they come, decompressed', async () => {
  expect((await local()(`${here}/gzip`)).text).toBe('bonjour');
  for (const path of ['/bomb', '/large', '/endless'])
    await expect(local({ totalMs: 5_000 })(here + path)).rejects.toMatchObject({
      kind: 'UNREADABLE',
      code: 'TOO_LARGE',
    });
  await expect(local()(`${here}/broken`)).rejects.toMatchObject({ kind: 'UNREADABLE', code: 'BROKEN' });
});

test('who is silent, or never ends, is left', async () => {
  for (const path of ['/silent', '/endless']) {
    const ask = local({ totalMs: 100, mostBytes: 1e9 })(here + path);
    await expect(ask).rejects.toMatchObject({ kind: 'UNREACHABLE', code: 'TOO_SLOW' });
  }
  await expect(local()(`http://127.0.0.1:${await closedPort()}/`)).rejects.toMatchObject({
    kind: 'UNREACHABLE',
    code: 'NO_CONNECTION',
  });
});

async function closedPort(): Promise<number> {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const { port: free } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  return free;
}

test('no redirect unless asked for; each is checked, and credentials stay with their host', async () => {
  await expect(local()(`${here}/to-hello`)).rejects.toMatchObject({ kind: 'FORBIDDEN', code: 'REDIRECT' });
  seen.length = 0;
  const ask = (path: string) =>
    local()(here + path, { method: 'PROPFIND', body: '<a/>', authorization: 'Basic c2VjcmV0', mostRedirects: 3 });
  expect(await ask('/to-hello')).toMatchObject({ text: 'bonjour', url: `${here}/hello` });
  expect(seen.map(({ method, headers }) => [method, headers.authorization])).toEqual([
    ['PROPFIND', 'Basic c2VjcmV0'],
    ['PROPFIND', 'Basic c2VjcmV0'],
  ]);
  seen.length = 0;
  expect((await ask('/to-other-host')).text).toBe('bonjour');
  expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Basic c2VjcmV0', undefined]);
  seen.length = 0;
  await expect(ask('/circle')).rejects.toMatchObject({ code: 'REDIRECT' });
  expect(seen).toHaveLength(4);
  await expect(ask('/to-inside')).rejects.toMatchObject({ code: 'PRIVATE_ADDRESS' });
  await expect(ask('/to-file')).rejects.toMatchObject({ code: 'SCHEME' });
  await expect(ask('/to-nowhere')).rejects.toMatchObject({ code: 'REDIRECT' });
});

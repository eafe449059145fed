import { afterEach, expect, test } from '@jest/globals';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import type { Socket } from 'node:net';
import { SocketClient } from '../graphql/socket-client.ts';
import { dial, errorIn, readAnswer } from '../../support/raw-http.ts';
import { until } from '../../support/until.ts';
import { startSampleServer, type SampleServer, type ToyOptions } from './sample-server.ts';

const perAddress = 20;
const greedy = '127.0.0.2';
const running: SampleServer[] = [];
const held: Socket[] = [];
afterEach(async () => {
  for (const socket of held.splice(0)) socket.destroy();
  for (const toy of running.splice(0)) await toy.stop();
});

async function start(config: NonNullable<ToyOptions['config']> = {}): Promise<SampleServer> {
  const toy = await startSampleServer({ config: { CONNECTIONS_PER_ADDRESS: perAddress, ...config } });
  running.push(toy);
  return toy;
}

/** Takes a connection and keeps it, whatever the server says. */
async function hold(toy: SampleServer, from: string, bytes = ''): Promise<{ readonly ended: Promise<string> }> {
  const { socket, ended } = dial(toy.url, { from });
  held.push(socket);
  await Promise.race([once(socket, 'connect'), ended]);
  if (bytes !== '') socket.write(bytes);
  return { ended };
}

const slow = 'GET /ready HTTP/1.1\r\nhost: localhost\r\nx-slow: ';

/** How long each of so many small requests took, over connections of their own address; the slowest hundredth begins there. */
async function p99(toy: SampleServer, count: number): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 4, localAddress: '127.0.0.3' });
  const times: number[] = [];
  for (let i = 0; i < count; i += 4) {
    await Promise.all(
      Array.from(
        { length: 4 },
        () =>
          new Promise<void>((resolve, reject) => {
            const began = performance.now();
            request(`${toy.url}/ready`, { agent }, (answer) =>
              answer.resume().once('end', () => {
                times.push(performance.now() - began);
                resolve();
              }),
            )
              .once('error', reject)
              .end();
          }),
      ),
    );
  }
  agent.destroy();
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.99)] as number;
}

/** How many times longer others wait while one address holds all it can, and goes on asking for more. */
async function burden(toy: SampleServer): Promise<number> {
  const before = await p99(toy, 1_000);
  for (let i = 0; i < 2 * perAddress; i += 1) await hold(toy, greedy, i % 2 === 0 ? '' : slow);
  const greed = setInterval(() => {
    for (let i = 0; i < 5; i += 1) void hold(toy, greedy, slow);
  }, 100);
  const during = await p99(toy, 1_000);
  clearInterval(greed);
  await until(
    'what is too much has ended',
    () => held.filter(({ destroyed, readableEnded }) => !destroyed && !readableEnded).length <= perAddress,
    60_000,
  );
  for (const socket of held.splice(0)) socket.destroy();
  return during / before;
}

test('one address takes every connection, and everybody else is reset', async () => {
  const toy = await start();
  await p99(toy, 1_000);
  const burdens: number[] = [];
  // What else a busy machine does falls on one half or the other: a burden that is ours is there in every round.
  do burdens.push(await burden(toy));
  while (burdens.length < 8 && Math.min(...burdens) >= 2);
  expect(Math.min(...burdens)).toBeLessThan(2);
}, 300_000);

test('one connection too many is refused in our form, and one that ended frees its slot', async () => {
  const toy = await start();
  for (let i = 0; i < perAddress; i += 1) await hold(toy, greedy);
  const { ended } = await hold(toy, greedy);
  const answer = readAnswer(await ended);
  expect([answer.status, answer.headers['retry-after'], errorIn(answer)]).toEqual([
    429,
    '1',
    expect.objectContaining({
      code: 'RATE_LIMITED',
      details: { limit: 'connections', allowed: perAddress, retryAfter: 1 },
    }),
  ]);
  held[0]?.destroy();
  await until('a connection is accepted again', async () => {
    const { socket, ended: over } = dial(toy.url, { from: greedy });
    socket.write('GET /ready HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
    return readAnswer(await over).status === 200;
  });
});

test('sockets count as the connections that they are', async () => {
  const toy = await start();
  const clients = Array.from({ length: perAddress }, () => new SocketClient(toy.url, { localAddress: greedy }));
  await Promise.all(clients.map(({ opened }) => opened));
  await expect(new SocketClient(toy.url, { localAddress: greedy }).opened).rejects.toThrow();
  for (const client of clients) client.socket.terminate();
});

test('a trusted proxy is refused, because it brings everybody', async () => {
  const toy = await start({ TRUSTED_PROXIES: ['127.0.0.9'] });
  for (let i = 0; i < 3 * perAddress; i += 1) await hold(toy, '127.0.0.9');
  const { socket, ended } = dial(toy.url, { from: '127.0.0.9' });
  socket.write('GET /ready HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n');
  expect(readAnswer(await ended).status).toBe(200);
});

test('behind a proxy one client has everything under way, and the others wait', async () => {
  const toy = await start({ TRUSTED_PROXIES: ['127.0.0.9'] });
  const query = JSON.stringify({ query: '{ slow(milliseconds: 3000) }' });
  const asking = (client: string) =>
    `POST /graphql HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-forwarded-for: ${client}\r\ncontent-type: application/json\r\ncontent-length: ${query.length}\r\n\r\n${query}`;
  const under = await Promise.all(
    Array.from({ length: perAddress }, () => hold(toy, '127.0.0.9', asking('203.0.113.7'))),
  );
  const quick = (client: string) => async (): Promise<ReturnType<typeof readAnswer>> => {
    const { socket, ended } = dial(toy.url, { from: '127.0.0.9' });
    socket.write(`GET /ready HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\nx-forwarded-for: ${client}\r\n\r\n`);
    return readAnswer(await ended);
  };
  await until('the client has all it may', async () => (await quick('203.0.113.7')()).status === 429);
  const refused = await quick('203.0.113.7')();
  expect([refused.headers['retry-after'], errorIn(refused).details]).toEqual([
    '1',
    { limit: 'requests', allowed: perAddress, retryAfter: 1 },
  ]);
  expect((await quick('203.0.113.8')()).status).toBe(200);
  expect((await Promise.all(under.map(({ ended }) => ended))).map((text) => readAnswer(text).status)).toEqual(
    Array<number>(perAddress).fill(200),
  );
  expect((await quick('203.0.113.7')()).status).toBe(200);
});

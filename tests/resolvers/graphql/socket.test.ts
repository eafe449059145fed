import { test, expect, describe, afterEach } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import {
  counters,
  entitledPeople,
  startSampleServer,
  type SampleServer,
  type ToyOptions,
} from '../http/sample-server.ts';
import { SocketClient } from './socket-client.ts';

let toy: SampleServer;
const clients: SocketClient[] = [];
const start = async (options: ToyOptions = {}) => {
  toy = await startSampleServer(options);
};
const connect = (headers: Record<string, string> = {}) => {
  const client = new SocketClient(toy.url, { headers });
  clients.push(client);
  return client;
};
const signedIn = (token: string) => connect().signIn(token);
afterEach(async () => {
  for (const client of clients.splice(0)) client.end();
  entitledPeople.add('ada').add('grace').add('root');
  await toy.stop();
});

const order = 'subscription ($id: ID!, $after: Int) { orderUpdated(id: $id, after: $after) { seq status } }';
const listening = async (count: number) => {
  while (toy.live.listening < count) await sleep(5);
};
const event = (seq: number, status: string) => ({ orderUpdated: { seq, status } });

describe('events', () => {
  test('arrive in order, once, at those who listen', async () => {
    await start();
    const ada = await signedIn('ada');
    ada.subscribe(order, { variables: { id: 'o1' } });
    await listening(1);
    for (const status of ['PAID', 'IN_PROGRESS', 'COMPLETED']) toy.live.publish('orderUpdated', 'o1', { status });
    toy.live.publish('orderUpdated', 'o2', { status: 'PAID' });
    await ada.untilResults(3);
    await sleep(20);
    expect(ada.results()).toEqual([event(1, 'PAID'), event(2, 'IN_PROGRESS'), event(3, 'COMPLETED')]);
  });

  test('that were missed come first, in order, then the new ones', async () => {
    await start();
    for (let i = 1; i <= 7; i += 1) toy.live.publish('orderUpdated', 'o1', { status: `S${i}` });
    const ada = await signedIn('ada');
    ada.subscribe(order, { variables: { id: 'o1', after: 2 } });
    await listening(1);
    toy.live.publish('orderUpdated', 'o1', { status: 'S8' });
    await ada.untilResults(6);
    toy.live.publish('orderUpdated', 'o1', { status: 'S9' });
    await ada.untilResults(7);
    expect(toy.live.listening).toBe(1);
    expect(ada.results()).toEqual([3, 4, 5, 6, 7, 8, 9].map((seq) => event(seq, `S${seq}`)));
  });

  test('come without a gap to whoever joins at any moment of a busy stream', async () => {
    await start();
    toy.live.publish('orderUpdated', 'o1', { status: 'S1' });
    const people = await Promise.all(Array.from({ length: 30 }, (_, i) => signedIn(`person-${i}`)));
    for (let i = 0; i < 30; i += 1) entitledPeople.add(`person-${i}`);
    for (let i = 0; i < 30; i += 1) {
      people[i]?.subscribe(order, { variables: { id: 'o1', after: 1 } });
      toy.live.publish('orderUpdated', 'o1', { status: 'S' });
      if (i % 3 === 0) await sleep(i % 7);
    }
    const expected = Array.from({ length: 30 }, (_, i) => i + 2);
    for (const person of people) {
      await person.untilResults(30);
      expect(person.results().map((data) => (data as { orderUpdated: { seq: number } }).orderUpdated.seq)).toEqual(
        expected,
      );
    }
    while (toy.live.listening > 1) await sleep(5);
  });

  test('after a cursor that is too old are an error, not a gap', async () => {
    await start();
    const ada = await signedIn('ada');
    ada.subscribe(order, { variables: { id: 'o1', after: -1 } });
    const { payload } = await ada.until(({ type }) => type === 'next');
    expect(payload?.errors?.[0]?.extensions.code).toBe('CURSOR_EXPIRED');
    await ada.until(({ type }) => type === 'complete');
  });

  test('are executed once for all who get the same answer, and asked about once', async () => {
    await start({ socketLimits: { socketsPerAddress: 100 } });
    const people = await Promise.all(Array.from({ length: 20 }, (_, i) => signedIn(`person-${i}`)));
    for (let i = 0; i < 20; i += 1) entitledPeople.add(`person-${i}`);
    for (const person of people) person.subscribe('subscription { orderUpdated(id: "o1") { seq executions } }');
    const admin = await signedIn('root');
    admin.subscribe('subscription { orderUpdated(id: "o1") { seq executions } }');
    while (Number((await toy.needs.metrics.subscriptions.get()).values[0]?.value) < 21) await sleep(5);
    const [executions, questions] = [counters.executions, counters.questions];
    toy.live.publish('orderUpdated', 'o1', { status: 'PAID' });
    await Promise.all([...people, admin].map((person) => person.untilResults(1)));
    expect(counters.executions - executions).toBe(2);
    expect(counters.questions - questions).toBe(1);
    expect(new Set(people.map((person) => JSON.stringify(person.results()))).size).toBe(1);
  });

  test('that depend on the person are executed for each', async () => {
    await start();
    const [ada, grace] = await Promise.all([signedIn('ada'), signedIn('grace')]);
    for (const person of [ada, grace]) person.subscribe('subscription { notificationAdded { viewer } }');
    await listening(2);
    toy.live.publish('notificationAdded', 'ada', {});
    toy.live.publish('notificationAdded', 'grace', {});
    expect([await ada.untilResults(1), await grace.untilResults(1)]).toEqual([
      [{ notificationAdded: { viewer: 'ada' } }],
      [{ notificationAdded: { viewer: 'grace' } }],
    ]);
  });

  test('stop reaching a person who is no longer entitled, from the next event on', async () => {
    await start();
    const [ada, grace] = await Promise.all([signedIn('ada'), signedIn('grace')]);
    for (const person of [ada, grace]) person.subscribe(order, { variables: { id: 'o1' } });
    await listening(1);
    toy.live.publish('orderUpdated', 'o1', { status: 'PAID' });
    await Promise.all([ada.untilResults(1), grace.untilResults(1)]);
    entitledPeople.delete('ada');
    toy.live.publish('orderUpdated', 'o1', { status: 'IN_PROGRESS' });
    await grace.untilResults(2);
    await sleep(20);
    expect(ada.results()).toHaveLength(1);
  });

  test('end when the client completes, and the source is left', async () => {
    await start();
    const ada = await signedIn('ada');
    ada.subscribe(order, { variables: { id: 'o1' } });
    await listening(1);
    ada.say({ type: 'complete', id: '1' });
    while (toy.live.listening > 0) await sleep(5);
    expect(toy.sockets.counts()).toEqual({ sockets: 1, streams: 0 });
  });
});

describe('who may connect', () => {
  test('nobody without a token, whatever the cookie says', async () => {
    await start();
    const client = connect({ cookie: 'token=ada' });
    await client.opened;
    client.say({ type: 'connection_init' });
    expect(await client.closed).toMatchObject({ code: 4403 });
  });

  test('nobody with a bad token', async () => {
    await start();
    const client = connect();
    await client.opened;
    client.say({ type: 'connection_init', payload: { token: 'bad' } });
    expect(await client.closed).toMatchObject({ code: 4403 });
  });

  test('pages of the list and our own; others get 403 at the upgrade', async () => {
    await start({ origins: ['https://front.example'] });
    await connect({ origin: 'https://front.example' }).signIn('ada');
    await connect({ origin: toy.url }).signIn('ada');
    await expect(connect({ origin: 'https://evil.example' }).opened).rejects.toThrow('status 403');
    await expect(connect({ origin: 'null' }).opened).rejects.toThrow('status 403');
  });

  test('who says nothing is closed', async () => {
    await start({ socketLimits: { initWait: 60 } });
    const client = connect();
    expect(await client.closed).toMatchObject({ code: 4408 });
  });

  test('a subscription that its field refuses is an error, and the socket stays', async () => {
    await start();
    const ada = await signedIn('ada');
    ada.subscribe('subscription { forbidden { seq } }');
    const { payload } = await ada.until(({ type }) => type === 'error');
    expect(payload).toMatchObject([{ path: ['forbidden'], extensions: { code: 'FORBIDDEN' } }]);
    ada.subscribe(order, { id: '2', variables: { id: 'o1' } });
    await listening(1);
  });
});

describe('a socket ends', () => {
  test('when its token does', async () => {
    let now = new Date('2026-01-01T00:00:00Z');
    await start({
      expiresAt: new Date('2026-01-01T00:30:00Z'),
      clock: { now: () => now },
      socketLimits: { sweep: 50 },
    });
    const ada = await signedIn('ada');
    ada.subscribe(order, { variables: { id: 'o1' } });
    await listening(1);
    await sleep(120);
    expect(ada.socket.readyState).toBe(WebSocket.OPEN);
    now = new Date('2026-01-01T00:30:00Z');
    expect(await ada.closed).toEqual({ code: 4403, reason: 'Token expired' });
    toy.live.publish('orderUpdated', 'o1', { status: 'PAID' });
    await sleep(20);
    expect(ada.results()).toEqual([]);
  });

  test('at once when the server closes the sockets of its session', async () => {
    await start();
    const [ada, grace] = await Promise.all([signedIn('ada'), signedIn('grace')]);
    expect(toy.sockets.closeSockets(({ sessionId }) => sessionId === 'session-of-ada')).toBe(1);
    expect(await ada.closed).toEqual({ code: 4403, reason: 'Forbidden' });
    expect(grace.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('when it does not answer pings', async () => {
    await start({ socketLimits: { ping: 40, sweep: 20 } });
    const client = new SocketClient(toy.url, { autoPong: false });
    clients.push(client);
    const before = performance.now();
    await client.signIn('ada');
    expect(await client.closed).toMatchObject({ code: 1006 });
    expect(performance.now() - before).toBeGreaterThan(60);
    const faithful = await signedIn('ada');
    await sleep(200);
    expect(faithful.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('when it has had no subscription for a while', async () => {
    await start({ socketLimits: { idle: 80, sweep: 20 } });
    const [ada, grace] = await Promise.all([signedIn('ada'), signedIn('grace')]);
    grace.subscribe(order, { variables: { id: 'o1' } });
    expect(await ada.closed).toEqual({ code: 1000, reason: 'Idle' });
    expect(grace.socket.readyState).toBe(WebSocket.OPEN);
  });

  test('with 1001 when the server stops', async () => {
    await start();
    const ada = await signedIn('ada');
    await toy.sockets.stop();
    expect(await ada.closed).toEqual({ code: 1001, reason: 'Going away' });
    await expect(connect().opened).rejects.toThrow();
  });
});

describe('limits of a socket', () => {
  test('the eleventh subscription is an error', async () => {
    await start();
    const ada = await signedIn('ada');
    for (let i = 1; i <= 11; i += 1) ada.subscribe(order, { id: String(i), variables: { id: `o${i}` } });
    const { id, payload } = await ada.until(({ type }) => type === 'error');
    expect([id, payload]).toMatchObject([
      '11',
      [{ extensions: { code: 'RATE_LIMITED', details: { limit: 'subscriptions' } } }],
    ]);
    expect(toy.sockets.counts().streams).toBe(10);
  });

  test('the sixth socket of a person is closed', async () => {
    await start();
    await Promise.all(Array.from({ length: 5 }, () => signedIn('ada')));
    const sixth = connect();
    await sixth.opened;
    sixth.say({ type: 'connection_init', payload: { token: 'ada' } });
    expect(await sixth.closed).toMatchObject({ code: 4429 });
    await signedIn('grace');
  });

  test('the 51st socket of an address is refused at the upgrade', async () => {
    await start();
    const first = Array.from({ length: 50 }, () => connect());
    await Promise.all(first.map(({ opened }) => opened));
    await expect(connect().opened).rejects.toThrow('status 429');
    first[0]?.end();
    while (toy.sockets.counts().sockets === 50) await sleep(5);
    await connect().opened;
  });

  test('a message over 64 KiB closes it', async () => {
    await start();
    const ada = await signedIn('ada');
    ada.say(JSON.stringify({ type: 'subscribe', id: '1', payload: { query: ' '.repeat(65 * 1024) } }));
    expect(await ada.closed).toMatchObject({ code: 1009 });
  });

  test('talking too fast closes it', async () => {
    await start();
    const ada = await signedIn('ada');
    for (let i = 0; i < 45; i += 1) ada.say({ type: 'ping' });
    expect(await ada.closed).toEqual({ code: 4429, reason: 'Too many messages' });
  });

  test.each([
    ['what is not JSON', 'hello'],
    ['an unknown message', '{"type":"shout"}'],
    ['nesting of 20,000', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['an array', '[]'],
    ['a binary frame', Buffer.from([1, 2, 3])],
  ])('%s closes it', async (_name, message) => {
    await start();
    const ada = await signedIn('ada');
    ada.socket.send(message);
    expect([4400, 1011]).toContain((await ada.closed).code);
  });

  test('a reader who stops reading is let go, and what waits for it is bounded', async () => {
    await start({ socketLimits: { sweep: 50 } });
    const stuck = await signedIn('ada');
    const grace = await signedIn('grace');
    for (const person of [stuck, grace]) person.subscribe(order, { variables: { id: 'o1' } });
    while (Number((await toy.needs.metrics.subscriptions.get()).values[0]?.value) < 2) await sleep(5);
    (stuck.socket as unknown as { _socket: { pause(): void } })._socket.pause();
    const status = 'x'.repeat(200_000);
    for (let i = 0; i < 60 && toy.sockets.counts().sockets > 1; i += 1) {
      toy.live.publish('orderUpdated', 'o1', { status });
      await sleep(10);
    }
    while (toy.sockets.counts().sockets > 1) await sleep(10);
    expect(grace.socket.readyState).toBe(WebSocket.OPEN);
    expect(grace.results().length).toBeGreaterThan(5);
  });

  test('connecting and leaving a thousand times leaves nothing behind', async () => {
    await start();
    for (let round = 0; round < 25; round += 1) {
      const some = await Promise.all(Array.from({ length: 40 }, (_, i) => signedIn(`person-${i}`)));
      for (const client of some) client.subscribe('subscription { notificationAdded { seq } }');
      await listening(1);
      for (const client of some) client.end();
      while (toy.sockets.counts().sockets > 0) await sleep(2);
    }
    expect(toy.sockets.counts()).toEqual({ sockets: 0, streams: 0 });
    expect(toy.live.listening).toBe(0);
    expect((await toy.needs.metrics.sockets.get()).values[0]?.value).toBe(0);
    expect((await toy.needs.metrics.subscriptions.get()).values[0]?.value).toBe(0);
  });
});

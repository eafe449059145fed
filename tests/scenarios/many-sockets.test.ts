// @lane sqlite: proves how connections and memory are bounded.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { User } from '../../src/entities/identity/user.entity.ts';
import { newId } from '../../src/services/kernel/ids.ts';
import { orderUpdated } from '../../src/services/orders/index.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask } from '../support/ask.ts';
import {
  openServerProcesses,
  type ServerProcesses,
  type RunningServer,
} from '../support/processes/server-processes.ts';
import { until } from '../support/until.ts';
import { makePerson } from '../support/make/person.ts';
import { makeOrder } from '../support/make/order.ts';

/** The server in a process of its own, so that what it holds is counted apart from what its clients hold. */
let env: ServerProcesses;
let server: RunningServer;
const clients: SocketClient[] = [];
beforeAll(async () => {
  env = await openServerProcesses();
  server = await env.start();
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(() => env.close());

interface Held {
  readonly descriptors: number;
  readonly listeners: number;
  readonly sockets: number;
  readonly streams: number;
  readonly rss: number;
  readonly own: number;
}

/** What the server says it holds, after it has collected its garbage. */
async function held(): Promise<Held> {
  const reports = (): string[] => server.output().match(/holds \{.*\}/g) ?? [];
  const before = reports().length;
  server.child.kill('SIGUSR2');
  await until('the server counts', () => reports().length > before);
  return JSON.parse((reports().at(-1) ?? '').slice('holds '.length)) as Held;
}
/** As the system sees it: the server need not be asked. */
const rss = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${server.child.pid}/status`, 'utf8'))?.[1]) * 1024;
const measured = async (name: string): Promise<number> =>
  Number(new RegExp(`^${name} (\\d+)`, 'm').exec(await (await fetch(`${server.url}/metrics`)).text())?.[1]);
const MiB = 1024 * 1024;

/** So many admins, who all see every order. */
async function admins(count: number): Promise<string[]> {
  const ctx = env.contextFor;
  const password = 'Une phrase de passe 42';
  const passwordHash = await ctx.passwords.hash(password);
  const emails = Array.from({ length: count }, () => `${newId()}@example.org`);
  await ctx.run(async ({ em }: Tx<'em'>) => {
    for (const email of emails)
      makePerson(em, {
        email,
        passwordHash,
        role: 'ADMIN',
        firstName: 'Inès',
        lastName: 'Marchand',
      });
  }, undefined);
  const tokens: string[] = [];
  for (const email of emails) {
    const { data } = await ask(
      server,
      'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
      { variables: { input: { email, password } } },
    );
    tokens.push((data as { login: { accessToken: string } }).login.accessToken);
  }
  return tokens;
}

async function order(description: string): Promise<string> {
  return env.contextFor.run(
    async ({ em }: Tx<'em'>) =>
      makeOrder(em, {
        customer: em.getReference(
          User,
          (await em.findOneOrFail(User, { role: 'CUSTOMER' }, { orderBy: { id: 'asc' } })).id,
        ),
        description,
        status: 'PAID',
      }).id,
    undefined,
  );
}

/** From an address of its own, fifty at most each. */
function connect(localAddress: string): SocketClient {
  const client = new SocketClient(server.url, { localAddress });
  clients.push(client);
  return client;
}

/** Fifty at one instant: some listen, some are signed in and silent, some never say a word, some are refused; half end politely. */
async function comeAndGo(tokens: readonly string[], orderId: string): Promise<void> {
  const some = Array.from({ length: 50 }, (_, i) => ({ client: connect('127.0.0.2'), i }));
  await Promise.all(
    some.map(async ({ client, i }) => {
      await client.opened;
      if (i < 40) await client.signIn(tokens[i % 8]);
      else if (i < 45) client.say({ type: 'connection_init', payload: { token: 'nobody' } });
      if (i < 24)
        client.subscribe('subscription ($id: ID!) { orderUpdated(orderId: $id) { cursor } }', {
          variables: { id: orderId },
        });
    }),
  );
  for (const { client, i } of some)
    if (i % 2 === 0) client.end();
    else client.socket.close();
  await Promise.all(some.map(({ client }) => client.closed));
  clients.length = 0;
}

/** What the server holds once it has let go what it must. */
async function countsOnce(isSo: (now: Held) => boolean): Promise<Held> {
  let now = await held();
  await until('everything is let go', async () => isSo((now = await held())));
  return now;
}

const total = process.env['SOCKETS'] === 'full' ? 10_000 : 600;

test(`${total} sockets that come and go leave no descriptor and no listener behind`, async () => {
  const tokens = await admins(8);
  const orderId = await order('Un roman');
  // The first of them make the server open connections of its own, to its database, which stay.
  for (let round = 0; round < 2; round += 1) await comeAndGo(tokens, orderId);
  const base = await countsOnce((held) => held.sockets === 0);
  for (let gone = 0; gone < total; gone += 50) await comeAndGo(tokens, orderId);
  const after = await countsOnce(
    ({ sockets, streams, descriptors }) => sockets === 0 && streams === 0 && descriptors <= base.descriptors + 2,
  );
  // Fewer is well: connections that the test itself had kept have ended meanwhile.
  expect(after.descriptors - base.descriptors).toBeLessThanOrEqual(2);
  expect(after.listeners - base.listeners).toBeLessThanOrEqual(2);
  expect(server.output()).not.toMatch(/MaxListenersExceeded|unhandled/i);
});

const stuckReaders = process.env['SOCKETS'] === 'full' ? 200 : 100;
/** An order’s text five times in one event. */
const large =
  'subscription ($id: ID!) { orderUpdated(orderId: $id) { cursor order { id a: description b: description c: description d: description e: description } } }';

test(`${stuckReaders} readers who stop reading are let go, each with a bound on what waits for it, and the second time costs no more than the first`, async () => {
  const tokens = await admins(stuckReaders / 5);
  const text = 'x'.repeat(60_000);
  const eventBytes = 5 * text.length;
  const orderId = await order(text);
  const [reading] = await admins(1);
  const reader = await connect('127.0.0.9').signIn(reading);
  reader.subscribe('subscription ($id: ID!) { orderUpdated(orderId: $id) { cursor } }', { variables: { id: orderId } });
  const publish = (): Promise<void> =>
    env.contextFor.run(async ({ publish: say }: Tx<'publish'>) => {
      for (let i = 0; i < 10; i += 1) say(orderUpdated, orderId, { orderId });
    }, undefined);
  const before = await held();
  const peaks: number[] = [];
  for (let wave = 0; wave < 2; wave += 1) {
    const stuck = await Promise.all(
      tokens.flatMap((token, i) =>
        Array.from({ length: 5 }, () => connect(`127.0.1.${1 + Math.floor(i / 10)}`).signIn(token)),
      ),
    );
    for (const client of stuck) client.subscribe(large, { variables: { id: orderId } });
    await until('all listen', async () => (await measured('graphql_subscriptions')) === stuck.length + 1);
    for (const client of stuck) (client.socket as unknown as { _socket: { pause(): void } })._socket.pause();
    let peak = 0;
    const looking = setInterval(() => {
      peak = Math.max(peak, rss());
    }, 20);
    await until(
      'every reader is let go',
      async () => {
        await publish();
        await sleep(200);
        return (await measured('websocket_connections')) === 1;
      },
      60_000,
    );
    clearInterval(looking);
    peaks.push(peak);
    for (const client of stuck) client.end();
  }
  const after = await held();
  const [first = 0, second = 0] = peaks;
  const bound = stuckReaders * (MiB + 2 * eventBytes);
  console.log(
    `${stuckReaders} stuck readers: at most ${Math.round((first - before.rss) / MiB)} MiB more, then ${Math.round((second - before.rss) / MiB)} MiB; ${Math.round(bound / MiB)} MiB would be their buffers`,
  );
  // What the collector has not looked at yet counts too, and is more on a busy machine; without a bound it would be gigabytes.
  const uncollected = 384 * MiB;
  expect(Math.max(first, second) - before.rss).toBeLessThan(bound + uncollected);
  expect(second).toBeLessThan(first + uncollected);
  expect(after.own - before.own).toBeLessThan(96 * MiB);
  expect(reader.results().length).toBeGreaterThan(3);
});

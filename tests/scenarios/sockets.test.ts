// @lane sqlite: proves the WebSocket protocol.
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { testClock, MINUTE, type TestClock } from '../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';
import { inTime } from '../support/in-time.ts';

let env: TestEnvironment;
let clock: TestClock;
const clients: SocketClient[] = [];
beforeAll(async () => {
  clock = testClock();
  env = await openTestEnvironment({ clock });
});
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});
afterAll(() => env.close());

interface Reply {
  readonly data: Record<string, never>;
  readonly errors?: { extensions: { code: string } }[];
}

const ask = async (query: string, variables: object = {}, token?: string): Promise<Reply> => {
  const response = await fetch(`${env.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Reply;
};

async function signIn(role: 'ADMIN' | 'CUSTOMER'): Promise<string> {
  const { email, password } = env.people.get(role) ?? { email: '', password: '' };
  const { data } = await ask(
    'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
    { input: { email, password } },
  );
  return (data as unknown as { login: { accessToken: string } }).login.accessToken;
}

async function listen(token: string, after?: unknown): Promise<SocketClient> {
  const client = new SocketClient(env.url);
  clients.push(client);
  await client.signIn(token);
  client.subscribe(
    'subscription ($after: Cursor) { notificationAdded(after: $after) { cursor notification { title } } }',
    { variables: { after } },
  );
  return client;
}

const notifyAll = (admin: string, title: string) =>
  ask(
    'mutation ($input: CreateAdminNotificationInput!) { createAdminNotification(input: $input) { recipientCount } }',
    { input: { audience: 'CUSTOMER', title, message: 'Bonjour à tous.' } },
    admin,
  );
const heard = (client: SocketClient) =>
  client
    .results()
    .map(
      (data) => (data as { notificationAdded: { cursor: string; notification: { title: string } } }).notificationAdded,
    );
const listening = async (count: number) => {
  for (let i = 0; i < 500 && env.served.sockets.counts().streams < count; i += 1)
    await new Promise((resolve) => setTimeout(resolve, 10));
};

test('a customer receives what admins send, and after a break what was sent meanwhile, in order and once', async () => {
  const [admin, customer] = [await signIn('ADMIN'), await signIn('CUSTOMER')];
  const first = await listen(customer);
  await listening(1);
  expect((await notifyAll(admin, 'Un')).errors).toBeUndefined();
  await first.untilResults(1);
  const { cursor } = heard(first)[0] ?? { cursor: '' };
  first.end();
  await notifyAll(admin, 'Deux');
  await notifyAll(admin, 'Trois');
  const second = await listen(customer, cursor);
  await second.untilResults(2);
  await notifyAll(admin, 'Quatre');
  await second.untilResults(3);
  expect(heard(first).map(({ notification }) => notification.title)).toEqual(['Un']);
  expect(heard(second).map(({ notification }) => notification.title)).toEqual(['Deux', 'Trois', 'Quatre']);
});

test('signing out closes the sockets of that session within two seconds, and nothing is heard afterwards', async () => {
  const [admin, customer, other] = [await signIn('ADMIN'), await signIn('CUSTOMER'), await signIn('CUSTOMER')];
  const [gone, staying] = [await listen(customer), await listen(other)];
  await listening(1);
  await inTime(2_500, async () => {
    await ask('mutation { logout { endedSessions } }', {}, customer);
    expect((await gone.closed).code).toBe(4403);
  });
  await notifyAll(admin, 'Après');
  await staying.untilResults(1);
  expect(heard(gone)).toEqual([]);
});

test('a stranger receives nothing over HTTP or a socket', async () => {
  const client = new SocketClient(env.url);
  clients.push(client);
  await client.opened;
  client.say({ type: 'connection_init', payload: { token: 'not.a.token' } });
  expect(await client.closed).toMatchObject({ code: 4403 });
  expect((await ask('{ me { id } }', {}, 'not.a.token')).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  expect((await ask('{ __schema { queryType { name } } unknown }')).errors?.[0]?.extensions.code).toBe(
    'DOCUMENT_INVALID',
  );
});

test('a socket does not outlive its token', async () => {
  const client = await listen(await signIn('CUSTOMER'));
  await listening(1);
  clock.advance(31 * MINUTE);
  expect(await client.closed).toMatchObject({ code: 4403 });
});

test('when the server closes, it closes its sockets and says why', async () => {
  const client = await listen(await signIn('CUSTOMER'));
  await env.served.stop();
  expect(await client.closed).toEqual({ code: 1001, reason: 'Going away' });
});

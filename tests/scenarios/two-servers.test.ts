import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask, signIn } from '../support/ask.ts';
import { openTwoServers, type TwoServers } from '../support/processes/two-servers.ts';
import { hasRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';
import { readingDb } from '../support/world.ts';
import { inTime } from '../support/in-time.ts';

/** That two processes may migrate one database at once, `migrations.test.ts` shows. */
let two: TwoServers;
const clients: SocketClient[] = [];

const at = (place: 'A' | 'B'): ReturnType<TwoServers['at']> => two.at(place);

async function listen(place: 'A' | 'B', token: string, after?: string): Promise<SocketClient> {
  const client = await new SocketClient(at(place).url).signIn(token);
  clients.push(client);
  client.subscribe(
    'subscription ($after: Cursor) { notificationAdded(after: $after) { cursor notification { title } } }',
    { variables: { after } },
  );
  return client;
}

interface Heard {
  readonly cursor: string;
  readonly notification: { readonly title: string };
}
const heard = (client: SocketClient): Heard[] =>
  client.results().map((data) => (data as { notificationAdded: Heard }).notificationAdded);
const titles = (client: SocketClient): string[] => heard(client).map(({ notification }) => notification.title);

async function notifyAll(place: 'A' | 'B', token: string, title: string): Promise<void> {
  const { errors } = await ask(
    at(place),
    'mutation ($input: CreateAdminNotificationInput!) { createAdminNotification(input: $input) { recipientCount } }',
    {
      token,
      variables: { input: { audience: 'CUSTOMER', title, message: 'Bonjour à tous.' } },
    },
  );
  expect(errors).toEqual([]);
}

/** Says something until the new listener has heard it: a subscription begins when it begins. */
async function warmUp(client: SocketClient, admin: string): Promise<number> {
  for (let i = 0; titles(client).length === 0; i++) {
    await notifyAll('A', admin, `Essai ${i}`);
    await until('it is heard', () => titles(client).length > 0, 1_000).catch(() => undefined);
  }
  return titles(client).length;
}

if (!hasRedis())
  test('two servers need a redis-server', () => console.log('skipped: two servers (no redis-server installed)'));
else {
  describe('two servers on one database', () => {
    /** Signed in before all logins are used up. */
    let early: { admin: string; customer: string };
    beforeAll(async () => {
      two = await openTwoServers();
      early = { admin: await signIn(at('A'), 'ADMIN'), customer: await signIn(at('A'), 'CUSTOMER') };
    }, 180_000);
    afterAll(() => two.close());
    afterEach(() => {
      for (const client of clients.splice(0)) client.end();
    });

    test('that start together on an empty database migrate it once, and make each first person once', async () => {
      const done = await two.orm.migrator.getExecuted();
      expect(new Set(done.map(({ name }) => name)).size).toBe(done.length);
      expect(await two.orm.migrator.getPending()).toEqual([]);
      const rows = await readingDb(two.orm).selectFrom('user').select('email').execute();
      expect(rows.map(({ email }) => email).sort()).toEqual([...two.people.values()].map(({ email }) => email).sort());
      expect([...two.people.keys()].sort()).toEqual(['ADMIN', 'ARTISAN', 'CUSTOMER', 'PROOFREADER']);
    });

    test('a token of one is good at the other; what is done through B is heard at A at once', async () => {
      const [admin, customer] = [await signIn(at('A'), 'ADMIN'), await signIn(at('B'), 'CUSTOMER')];
      const client = await listen('A', customer);
      const before = await warmUp(client, admin);
      for (const [i, title] of ['Un', 'Deux', 'Trois'].entries()) {
        // The sweep, which comes every five seconds, is not what brought three of three.
        await inTime(1_600, async () => {
          await notifyAll('B', admin, title);
          await client.untilResults(before + i + 1);
        });
      }
      expect(titles(client).slice(before)).toEqual(['Un', 'Deux', 'Trois']);
    });

    test('who comes back at the other server with the last cursor receives what was missed, in order, once', async () => {
      const [admin, customer] = [await signIn(at('A'), 'ADMIN'), await signIn(at('A'), 'CUSTOMER')];
      const first = await listen('A', customer);
      await warmUp(first, admin);
      const last = heard(first).at(-1) as Heard;
      first.end();
      for (let i = 1; i <= 8; i++) await notifyAll(i % 2 === 0 ? 'A' : 'B', admin, `Manqué ${i}`);
      const second = await listen('B', customer, last.cursor);
      for (let i = 9; i <= 12; i++) await notifyAll(i % 2 === 0 ? 'A' : 'B', admin, `Manqué ${i}`);
      await second.untilResults(12);
      await notifyAll('A', admin, 'Fin');
      await second.untilResults(13);
      expect(titles(second)).toEqual([...Array.from({ length: 12 }, (_, i) => `Manqué ${i + 1}`), 'Fin']);
    });

    test('a session that is ended at B loses its socket at A within two seconds', async () => {
      const [gone, stays] = [await signIn(at('A'), 'CUSTOMER'), await signIn(at('A'), 'CUSTOMER')];
      const [client, other] = [await listen('A', gone), await listen('A', stays)];
      await inTime(2_500, async () => {
        expect((await ask(at('B'), 'mutation { logout { endedSessions } }', { token: gone })).errors).toEqual([]);
        expect(await client.closed).toEqual({ code: 4403, reason: 'Forbidden' });
      });
      expect(other.socket.readyState).toBe(other.socket.OPEN);
      await until(
        'its token is refused at A',
        async () => (await ask(at('A'), '{ me { id } }', { token: gone })).code === 'UNAUTHENTICATED',
        6_000,
      );
    });

    test('limits are shared: what was used up at one is used up at the other', async () => {
      const wrong = async (place: 'A' | 'B', i: number) =>
        (
          await ask(
            at(place),
            'mutation ($input: LoginInput!) { login(input: $input) { ... on Session { accessToken } } }',
            {
              variables: {
                input: { email: `inconnue-${place}-${i}@example.org`, password: 'Pas le bon mot de passe' },
              },
            },
          )
        ).code;
      const codes: (string | undefined)[] = [];
      for (let i = 0; i < 14; i++) codes.push(await wrong('A', i), await wrong('B', i));
      const tried = codes.indexOf('RATE_LIMITED');
      expect(tried).toBeGreaterThan(5);
      expect(tried).toBeLessThanOrEqual(20);
      expect(codes).toEqual([
        ...Array.from({ length: tried }, () => 'CREDENTIALS_INVALID'),
        ...Array.from({ length: 28 - tried }, () => 'RATE_LIMITED'),
      ]);
    });

    test('while Redis is away, events come with the sweep; when it is back, at once', async () => {
      const { admin, customer } = early;
      const client = await listen('A', customer);
      const before = await warmUp(client, admin);
      await two.redis.crash();
      await notifyAll('B', admin, 'Sans Redis');
      await notifyAll('B', admin, 'Toujours sans');
      await until('both are heard', () => titles(client).length === before + 2, 8_000);
      expect(titles(client).slice(before)).toEqual(['Sans Redis', 'Toujours sans']);
      await two.redis.restart();
      let quickest = Infinity;
      for (let i = 1; quickest > 1_000 && i < 30; i++) {
        const start = performance.now();
        await notifyAll('B', admin, `Retour ${i}`);
        await client.untilResults(before + 2 + i);
        quickest = Math.min(quickest, performance.now() - start);
      }
      expect(quickest).toBeLessThan(1_000);
      expect(new Set(titles(client)).size).toBe(titles(client).length);
    });
  });
}

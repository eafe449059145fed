import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { SocketClient } from '../resolvers/graphql/socket-client.ts';
import { ask, signIn } from '../support/ask.ts';
import { openTwoServers, type TwoServers } from '../support/processes/two-servers.ts';
import { hasRedis } from '../support/redis.ts';
import { until } from '../support/until.ts';
import { readingDb } from '../support/world.ts';

/** A customer with two devices, one at each of two servers, and an admin at the second one. */
let two: TwoServers;
let tokens: { admin: string; customer: string; proofreader: string };
let conversationId: string;
const clients: SocketClient[] = [];

type Place = 'A' | 'B';

async function does(place: Place, token: string, field: string, input: object, body = ''): Promise<unknown> {
  const type = `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { ${field}(input: $input) ${body} }`;
  const { data, errors } = await ask(two.at(place), query, { token, variables: { input } });
  expect(errors).toEqual([]);
  return (data as Record<string, unknown>)[field];
}

async function listen(place: Place, token: string): Promise<SocketClient> {
  const client = await new SocketClient(two.at(place).url).signIn(token);
  clients.push(client);
  client.subscribe('subscription ($id: ID!) { typing(conversationId: $id) { until person { displayName } } }', {
    id: 'typing',
    variables: { id: conversationId },
  });
  client.subscribe('subscription { conversationUpdated { unreadMessageCount conversation { unreadCount } } }', {
    id: 'counts',
  });
  return client;
}

interface Typing {
  readonly until: string;
  readonly person: { readonly displayName: string };
}
const typed = (client: SocketClient): Typing[] =>
  client.results('typing').map((data) => (data as { typing: Typing }).typing);
const unread = (client: SocketClient): number | undefined =>
  (client.results('counts').at(-1) as { conversationUpdated: { unreadMessageCount: number } } | undefined)
    ?.conversationUpdated.unreadMessageCount;

/** Says that they write until it is heard: a subscription begins when it begins, and a second must have passed. */
async function typeUntilHeard({ place, token }: { place: Place; token: string }, client: SocketClient): Promise<void> {
  const before = typed(client).length;
  for (let i = 0; i < 20 && typed(client).length === before; i++) {
    await does(place, token, 'markTyping', { conversationId });
    await until('it is heard', () => typed(client).length > before, 1_100).catch(() => undefined);
  }
  expect(typed(client).length).toBeGreaterThan(before);
}

if (!hasRedis())
  test('two servers need a redis-server', () => console.log('skipped: two servers (no redis-server installed)'));
else
  describe('typing and reading under two servers and Redis', () => {
    beforeAll(async () => {
      two = await openTwoServers();
      tokens = {
        admin: await signIn(two.at('B'), 'ADMIN'),
        customer: await signIn(two.at('A'), 'CUSTOMER'),
        proofreader: await signIn(two.at('A'), 'PROOFREADER'),
      };
      const opened = { subject: 'Un délai', content: 'Quand aurai-je mon texte ?' };
      const started = await does('A', tokens.customer, 'startConversation', opened, '{ id }');
      conversationId = (started as { id: string }).id;
    }, 180_000);
    afterAll(() => two.close());
    afterEach(() => {
      for (const client of clients.splice(0)) client.end();
    });

    test('the customer sees at A that the admin writes at B, for five seconds, and nobody hears themselves', async () => {
      const { admin, customer } = tokens;
      const [atA, atB, own] = [await listen('A', customer), await listen('B', customer), await listen('B', admin)];
      await typeUntilHeard({ place: 'B', token: admin }, atA);
      await typeUntilHeard({ place: 'B', token: admin }, atB);
      const { person, until: end } = typed(atA).at(-1) as Typing;
      expect(person.displayName).not.toBe('');
      expect(Date.parse(end) - Date.now()).toBeLessThanOrEqual(5_000);
      await typeUntilHeard({ place: 'A', token: customer }, own);
      expect(new Set(typed(own).map(({ person: { displayName } }) => displayName))).not.toContain(person.displayName);
    });

    test('more than once a second is not passed on, by whichever server', async () => {
      const { admin } = tokens;
      const passed: unknown[] = [];
      const start = performance.now();
      for (let i = 0; i < 8; i++)
        passed.push(await does(i % 2 === 0 ? 'A' : 'B', admin, 'markTyping', { conversationId }));
      const seconds = Math.floor((performance.now() - start) / 1_000);
      expect(passed.filter(Boolean).length).toBeLessThanOrEqual(seconds + 1);
    });

    test('who may not read the conversation is refused, and nothing of it is stored', async () => {
      const stranger = await listen('A', tokens.proofreader);
      await until('it is refused', () => JSON.stringify(stranger.messages).includes('NOT_FOUND'));
      const streams = await readingDb(two.orm).selectFrom('live_stream').select('stream').execute();
      expect(streams.filter(({ stream }) => stream.startsWith('typing'))).toEqual([]);
      const jobs = await readingDb(two.orm).selectFrom('job').select('kind').execute();
      expect(jobs.filter(({ kind }) => kind.includes('typing'))).toEqual([]);
    });

    test('what the admin writes at B counts on both devices; what is read on one is read on the other', async () => {
      const { admin, customer } = tokens;
      const [atA, atB] = [await listen('A', customer), await listen('B', customer)];
      const before = await ask(two.at('A'), '{ unreadMessageCount }', { token: customer });
      const known = (before.data as { unreadMessageCount: number }).unreadMessageCount;
      const say = (content: string) => does('B', admin, 'sendMessage', { conversationId, content }, '{ id }');
      const sent: { id: string }[] = [];
      for (let i = 1; i <= 20 && !(unread(atA) === known + sent.length && sent.length >= 3); i++) {
        sent.push((await say(`Mot ${i}`)) as { id: string });
        await until(
          'both count it',
          () => [atA, atB].every((client) => unread(client) === known + sent.length),
          2_000,
        ).catch(() => undefined);
      }
      expect([unread(atA), unread(atB)]).toEqual([known + sent.length, known + sent.length]);
      const upTo = sent.at(-2)?.id;
      await does('A', customer, 'markConversationRead', { conversationId, upTo }, '{ id }');
      await until('one is left on both', () => unread(atA) === 1 && unread(atB) === 1);
      await does('B', customer, 'markConversationRead', { conversationId }, '{ id }');
      await until('nothing is left on either', () => unread(atA) === 0 && unread(atB) === 0);
    });
  });

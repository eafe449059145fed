import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { relevanceOf, parseSearch, wordsText } from '../../../src/services/kernel/search-query.ts';
import {
  deleteMessage,
  removeParticipant,
  searchConversations,
  searchMessages,
  sendMessage,
  startConversation,
} from '../../../src/services/messaging/index.ts';
import type { PageOf, PageRequest } from '../../../src/services/platform/page.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

/** A thousand of both under STORM=full. */
const asked = process.env['STORM'] === 'full' ? 1_000 : 120;

let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
beforeAll(async () => {
  env = await openMessagingEnvironment();
});
afterAll(() => env.world.close());

let state = 11;
const below = (count: number): number => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * count);
};
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;

const words = ['été', 'Élève', 'relire', 'cœur', 'page', 'la', 'né', 'chapitre-trois', 'l’oubli', 'fin'];
const some = (most: number): string => Array.from({ length: 1 + below(most) }, () => pick(words)).join(' ');

interface Said {
  readonly id: string;
  readonly content: string;
  readonly audience: string;
}
interface Talk {
  readonly id: string;
  readonly subject: string;
  readonly outside: Actor;
  readonly staff: Actor | null;
  /** The oldest first. */
  readonly said: Said[];
}
const talks: Talk[] = [];

/** When each happened is the order in which it did: nothing is said twice in a millisecond. */
const inTurn = (): unknown => env.world.clock.advance(1_000);

async function write(): Promise<void> {
  const { customer, ines, paul, admin, stranger } = env.people;
  for (let i = 0; i < 8; i += 1) {
    inTurn();
    const staff = pick([ines, paul]);
    const outside = pick([customer, stranger]);
    const subject = some(3);
    if (i % 2 === 0) {
      const text = some(3);
      const { id } = await env.world.run(startConversation, { subject, content: text, key: null }, outside);
      talks.push({ id, subject, outside, staff: null, said: [] });
      talks.at(-1)?.said.push({ ...(await lastOf(id)), content: text, audience: 'ALL' });
    } else {
      const id = await env.conversationOf(await env.order(staff));
      const row = await env.world.db
        .selectFrom('conversation')
        .select('subject')
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      talks.push({ id, subject: row.subject, outside: customer, staff, said: await everythingIn(id) });
    }
  }
  for (let i = 0; i < 70; i += 1) {
    inTurn();
    const talk = pick(talks);
    const sender = pick([talk.outside, admin, talk.staff ?? admin]);
    const audience =
      sender === talk.outside ? 'ALL' : pick(['ALL', 'ALL', sender === admin ? 'ADMIN' : 'STAFF', 'STAFF'] as const);
    const content = some(4);
    const { id } = await sendMessage(env.contextFor(sender), {
      ...{ conversationId: talk.id, content, attachments: [], audience },
    });
    if (below(8) === 0) await env.world.run(deleteMessage, { messageId: id }, sender);
    else talk.said.push({ id, content, audience });
  }
}

const everythingIn = (conversationId: string): Promise<Said[]> =>
  env.world.db
    .selectFrom('message')
    .select(['id', 'content', 'audience'])
    .where('conversation_id', '=', conversationId)
    .orderBy('seq')
    .execute();
const lastOf = async (conversationId: string): Promise<Said> => (await everythingIn(conversationId)).at(-1) as Said;

const isIn = (actor: Actor, { outside, staff }: Talk): boolean =>
  actor === env.people.admin || actor === outside || actor === staff;
const reads = (actor: Actor, talk: Talk, { audience }: Said): boolean => {
  if (!isIn(actor, talk)) return false;
  if (actor === env.people.admin) return true;
  return audience === 'ALL' || (audience === 'STAFF' && actor === talk.staff);
};

interface Query {
  readonly text: string;
  readonly wanted: readonly string[];
  readonly unwanted: readonly string[];
}
const randomQuery = (): Query => {
  const wanted = Array.from({ length: 1 + below(2) }, () => pick(words));
  const unwanted = below(4) === 0 ? [pick(words)] : [];
  return { text: [...wanted, ...unwanted.map((word) => `-${word}`)].join(' '), wanted, unwanted };
};
const has = (text: string, word: string): boolean => wordsText(text).includes(wordsText(word));

/** All pages of a search, small ones; the page before the second is the first. */
async function allOf<R>(pageOf: (page: PageRequest) => Promise<PageOf<R>>): Promise<R[]> {
  const all: R[] = [];
  for (let after: string | null = null; ;) {
    const page = await pageOf({ first: 3, after });
    if (after !== null && page.nodes.length > 0) {
      const before = await pageOf({ first: 3, last: 3, before: page.pageInfo.startCursor });
      expect(before.nodes).toHaveLength(3);
    }
    all.push(...page.nodes);
    const { hasNextPage, endCursor } = page.pageInfo;
    if ((typeof hasNextPage === 'function' ? await hasNextPage() : hasNextPage) === false) return all;
    after = endCursor;
  }
}

test('a search is equal to a scan of everything, for random people and queries: results, order, cursors and counts', async () => {
  await write();
  const { customer, ines, paul, admin, stranger } = env.people;
  const everybody = [customer, ines, paul, admin, stranger];
  const written = talks.flatMap((talk) => talk.said.map((message) => ({ talk, message })));
  const inOrder = (
    await env.world.db.selectFrom('message').select('id').orderBy('created_at', 'desc').orderBy('id', 'desc').execute()
  ).map(({ id }) => id);
  const latest = (
    await env.world.db
      .selectFrom('conversation')
      .select('id')
      .orderBy('last_message_at', 'desc')
      .orderBy('id', 'desc')
      .execute()
  ).map(({ id }) => id);
  for (let i = 0; i < asked; i += 1) {
    const actor = pick(everybody);
    const { text, wanted, unwanted } = randomQuery();
    const terms = parseSearch(text);
    const isFound = (content: string): boolean =>
      wanted.every((word) => has(content, word)) && !unwanted.some((word) => has(content, word));
    const messages = written
      .filter(({ talk, message }) => reads(actor, talk, message) && isFound(message.content))
      .map(({ message }) => message)
      .toSorted((a, b) => inOrder.indexOf(a.id) - inOrder.indexOf(b.id));
    const score = ({ content }: { readonly content: string }) => relevanceOf(wordsText(content), terms);
    const search = (orderBy: 'CREATED_AT_DESC' | 'RELEVANCE_DESC') => (page: PageRequest) =>
      searchMessages(env.world.readContext(actor), { query: text, orderBy, ...page });
    const ids = (list: readonly { readonly id: string }[]) => [text, list.map(({ id }) => id)];
    expect(ids(await allOf(search('CREATED_AT_DESC')))).toEqual(ids(messages));
    expect(ids(await allOf(search('RELEVANCE_DESC')))).toEqual(ids(messages.toSorted((a, b) => score(b) - score(a))));
    for (const orderBy of ['CREATED_AT_DESC', 'RELEVANCE_DESC'] as const)
      expect(await (await search(orderBy)({ first: 1 })).totalCount()).toBe(messages.length);

    const textsOf = (talk: Talk): string[] => [
      talk.subject,
      ...talk.said.filter((message) => reads(actor, talk, message)).map(({ content }) => content),
    ];
    const conversations = talks
      .filter((talk) => isIn(actor, talk))
      .filter((talk) => wanted.every((word) => textsOf(talk).some((content) => has(content, word))))
      .filter((talk) => !unwanted.some((word) => textsOf(talk).some((content) => has(content, word))))
      .toSorted((a, b) => latest.indexOf(a.id) - latest.indexOf(b.id));
    const subjectScore = ({ subject }: Talk) => relevanceOf(wordsText(subject), terms);
    const searchTalks = (orderBy: 'LAST_MESSAGE_AT_DESC' | 'RELEVANCE_DESC') => (page: PageRequest) =>
      searchConversations(env.world.readContext(actor), { query: text, orderBy, ...page });
    const found = await allOf(searchTalks('LAST_MESSAGE_AT_DESC'));
    expect(ids(found.map(({ conversation }) => conversation))).toEqual(ids(conversations));
    const best = await allOf(searchTalks('RELEVANCE_DESC'));
    expect(ids(best.map(({ conversation }) => conversation))).toEqual(
      ids(conversations.toSorted((a, b) => subjectScore(b) - subjectScore(a))),
    );
    expect(await (await searchTalks('LAST_MESSAGE_AT_DESC')({ first: 1 })).totalCount()).toBe(conversations.length);
    for (const hit of found.slice(0, 2)) {
      const talk = talks.find(({ id }) => id === hit.conversation.id) as Talk;
      const newest = talk.said.findLast(
        (message) => reads(actor, talk, message) && wanted.some((word) => has(message.content, word)),
      );
      expect((await hit.message())?.id).toBe(newest?.id);
    }
  }
}, 300_000);

test('who was removed finds neither the conversation nor what was said in it', async () => {
  const { admin, customer } = env.people;
  const opened = { subject: 'Un xylophone', content: 'Le xylophone sonne', key: null };
  const { id } = await env.world.run(startConversation, opened, customer);
  const found = async () => [
    (await searchMessages(env.world.readContext(customer), { query: 'xylophone', first: 9 })).nodes.length,
    (await searchConversations(env.world.readContext(customer), { query: 'xylophone', first: 9 })).nodes.length,
  ];
  expect(await found()).toEqual([1, 1]);
  await env.world.run(removeParticipant, { conversationId: id, userId: customer.userId as string }, admin);
  expect(await found()).toEqual([0, 0]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor } from '../../../src/services/access/actor.ts';
import { fragmentOf, parseSearch, relevanceOf, wordsOf, wordsText } from '../../../src/services/kernel/search-query.ts';
import {
  deleteMessage,
  messagingTasks,
  searchConversations,
  searchMessages,
  sendMessage,
} from '../../../src/services/messaging/index.ts';
import { Conversation } from '../../../src/entities/messaging/conversation.entity.ts';
import { makeMessage } from '../../support/make/message.ts';
import type { MessageFilter } from '../../../src/services/messaging/index.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import { openMessagingEnvironment } from './messaging-environment.ts';

let env: Awaited<ReturnType<typeof openMessagingEnvironment>>;
beforeAll(async () => {
  env = await openMessagingEnvironment();
});
afterAll(() => env.world.close());

const read = (actor: Actor) => env.world.readContext(actor);
const say = (actor: Actor, conversationId: string, content: string, audience: 'ALL' | 'STAFF' | 'ADMIN' = 'ALL') =>
  sendMessage(env.contextFor(actor), { conversationId, content, attachments: [], audience });
const find = async (actor: Actor, query: string, filter: MessageFilter = {}) =>
  (await searchMessages(read(actor), { query, filter, first: 100 })).nodes.map(({ content }) => content);

describe('words', () => {
  test('are compared without case, accents, ligatures, apostrophes and hyphens', () => {
    expect(wordsOf('L’Élève')).toEqual(['l', 'eleve']);
    expect(wordsOf('Œuvre, ex æquo, Straße')).toEqual(['oeuvre', 'ex', 'aequo', 'strasse']);
    expect(wordsOf('porte-monnaie e\u0301te\u0301 c++ \uD800 ﬁn')).toEqual(['porte', 'monnaie', 'ete', 'c', 'fin']);
    expect(wordsOf('* " +( _%!')).toEqual([]);
  });

  test('count more the more often they come, less in a longer text; what is left out counts for nothing', () => {
    const of = (text: string, query: string) => relevanceOf(wordsText(text), parseSearch(query));
    expect(of('été été', 'ete')).toBeGreaterThan(of('l’été', 'ete'));
    expect(of('l’été', 'ete')).toBeGreaterThan(of(`été ${'long '.repeat(200)}`, 'ete'));
    expect(of('été', 'ete -hiver')).toBe(of('été', 'ete'));
    expect(of('la page de garde', '"page de" gar*')).toBeGreaterThan(of('la page de garde', '"page de"'));
    expect(of('la page', 'eleve')).toBe(0);
  });

  test('are bounded: ten terms, two hundred characters', () => {
    expect(() => parseSearch('a '.repeat(11))).toThrow(expect.objectContaining({ code: 'SEARCH_QUERY_INVALID' }));
    expect(() => parseSearch('a'.repeat(201))).toThrow(expect.objectContaining({ code: 'SEARCH_QUERY_INVALID' }));
    expect(parseSearch('a '.repeat(10))).toHaveLength(10);
  });

  test('are shown in the text, in pieces', () => {
    const parts = fragmentOf('Avant. L’élève relit ses élèves.', parseSearch('eleve'));
    expect(parts.filter(({ isMatch }) => isMatch)).toEqual([{ text: 'élève', isMatch: true }]);
    expect(parts.map(({ text }) => text).join('')).toBe('Avant. L’élève relit ses élèves.');
    expect(fragmentOf('Le bel été', parseSearch('ete'))).toEqual([
      { text: 'Le bel ', isMatch: false },
      { text: 'été', isMatch: true },
    ]);
  });
});

describe('a search', () => {
  test('finds words, phrases, beginnings, and leaves out what it is asked to', async () => {
    const { customer, ines } = env.people;
    const id = await env.conversationOf(await env.order(ines));
    const texts = [
      'L’élève relit son Œuvre',
      'Il est né à Paris',
      'la page de garde',
      'la garde de page',
      'c++ ou rien',
    ];
    for (const text of texts) await say(ines, id, text);
    expect(await find(customer, 'eleve')).toEqual([texts[0]]);
    expect(await find(customer, 'oeuvre ELEVE')).toEqual([texts[0]]);
    expect(await find(customer, 'né')).toEqual([texts[1]]);
    expect(await find(customer, 'la de')).toEqual([texts[3], texts[2]]);
    expect(await find(customer, '"page de garde"')).toEqual([texts[2]]);
    expect(await find(customer, 'garde -"garde de"')).toEqual([texts[2]]);
    expect(await find(customer, 'par*')).toEqual([texts[1]]);
    expect(await find(customer, 'pa*')).toEqual([]);
    for (const nothing of ['*', '"', '+(', '-paris', '%', '_']) expect(await find(customer, nothing)).toEqual([]);
    expect(await find(customer, 'c++')).toEqual([texts[4]]);
    expect(await find(customer, 'page', { authorId: customer.userId })).toEqual([]);
    expect(await find(customer, 'page', { hasFile: true })).toEqual([]);
  });

  test('is read and counted in parts where there is much, and finds what is in any of them', async () => {
    const { customer, ines } = env.people;
    const conversationId = await env.conversationOf(await env.order(ines));
    const write = async ({ em }: Tx<'em'>): Promise<void> => {
      const conversation = await em.findOneOrFail(Conversation, conversationId);
      for (let i = 0; i < 2_500; i += 1) {
        const content = i % 800 === 0 ? `Une anacoluthe ${i}` : 'Rien';
        makeMessage(em, { conversation, sender: customer.userId as string, content, seq: 1_000 + i });
      }
    };
    await env.world.run(write, undefined);
    const { nodes, totalCount } = await searchMessages(read(customer), { query: 'anacoluthe', first: 3 });
    expect(nodes.map(({ seq }) => seq)).toEqual([3_400, 2_600, 1_800]);
    expect(await totalCount()).toBe(4);
    const all = await searchMessages(read(customer), {
      query: 'rien -anacoluthe',
      first: 1,
      filter: { conversationId },
    });
    expect(await all.totalCount()).toBe(2_496);
  });

  test('finds nothing for who left, nor what was taken back', async () => {
    const { admin, customer, ines, paul } = env.people;
    const order = await env.order(ines);
    const id = await env.conversationOf(order);
    const message = await say(customer, id, 'zéphyr');
    expect(await find(ines, 'zephyr')).toEqual(['zéphyr']);
    await env.work.assign(order, paul, admin);
    expect(await find(ines, 'zephyr')).toEqual([]);
    await env.world.run(deleteMessage, { messageId: message.id }, customer);
    expect(await find(paul, 'zephyr')).toEqual([]);
    const { words } = await env.world.db
      .selectFrom('message')
      .select('words')
      .where('id', '=', message.id)
      .executeTakeFirstOrThrow();
    expect(words.trim()).toBe('');
  });

  test('reads messages of before, once their words are written', async () => {
    const { customer, ines } = env.people;
    const { id } = await say(customer, await env.conversationOf(await env.order(ines)), 'Ancien hémistiche');
    const unwritten = ({ em }: Tx<'em'>) =>
      writing(em).db.updateTable('message').set({ words: '' }).where('id', '=', id).execute();
    await env.world.run(unwritten, undefined);
    expect(await find(customer, 'hemistiche')).toEqual([]);
    await messagingTasks
      .find(({ definition }) => definition.kind === 'messaging.write-words')
      ?.run(env.contextFor(), {});
    expect(await find(customer, 'hemistiche')).toEqual(['Ancien hémistiche']);
  });

  test('reads subjects of before, once their words are written, and none of them afterwards', async () => {
    const { customer, ines } = env.people;
    const id = await env.conversationOf(await env.order(ines));
    const rename = ({ em }: Tx<'em'>) =>
      writing(em)
        .db.updateTable('conversation')
        .set({ subject: 'Vieux grimoire', words: null })
        .where('id', '=', id)
        .execute();
    await env.world.run(rename, undefined);
    const found = async () =>
      (await searchConversations(read(customer), { query: 'grimoire', first: 10 })).nodes.map(
        ({ conversation }) => conversation.id,
      );
    expect(await found()).toEqual([]);
    await messagingTasks
      .find(({ definition }) => definition.kind === 'messaging.write-words')
      ?.run(env.contextFor(), {});
    expect(await found()).toEqual([id]);
  });
});

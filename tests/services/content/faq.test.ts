import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { seedContent } from '../../../src/services/content/index.ts';
import { anonymous, type Actor } from '../../../src/services/access/actor.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import { pruneContent } from '../../../src/services/content/tasks/prune-content.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { person } from '../orders/orders-fixture.ts';

const clock = testClock();
let env: AppEnvironment;
let admin: Actor;
beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  await seedContent(env.contextFor());
  admin = (await person(env, 'ADMIN')).actor;
});
afterAll(() => env.close());

const from = (address: string): Actor => anonymous({ locale: 'fr', address, agent: null });
const visitor = from('192.0.2.1');
const change = async (name: string, type: string, input: object, body = '{ id version category }', as = admin) => {
  const { data, codes } = await env.ask(as, `mutation($input: ${type}!) { ${name}(input: $input) ${body} }`, { input });
  return codes[0] ?? ((data as Record<string, unknown>)[name] as never);
};
interface Entry {
  readonly id: string;
  readonly version: number;
  readonly category: string;
}
const entries = async (): Promise<(Entry & { question: string; usefulCount: number; notUsefulCount: number })[]> =>
  (
    (await env.ask(admin, '{ adminFaqEntries { id version category question isVisible usefulCount notUsefulCount } }'))
      .data as { adminFaqEntries: never }
  ).adminFaqEntries;
const created = (input: object = {}) =>
  change('createFaqEntry', 'CreateFaqEntryInput', {
    question: 'Où êtes-vous ?',
    answer: 'À l’élève de l’œuvre.',
    category: 'Tarifs',
    ...input,
  });

test('a question is written, found whatever its accents, hidden and deleted', async () => {
  const entry = (await created()) as unknown as Entry;
  expect(await created({ category: 'Rien', question: 'Autre' })).toBe('INPUT_INVALID');
  expect(await created()).toBe('INPUT_INVALID');
  const search = async (): Promise<unknown> =>
    (await env.ask(visitor, '{ searchHelp(search: "OEUVRE eleve") { kind title } }')).data;
  expect(await search()).toEqual({ searchHelp: [{ kind: 'QUESTION', title: 'Où êtes-vous ?' }] });
  await change('setFaqVisibility', 'SetFaqVisibilityInput', { id: entry.id, isVisible: false });
  expect(await search()).toEqual({ searchHelp: [] });
  // What is hidden is searched by nothing that is still kept.
  const kept = env.db.selectFrom('faq_entry').select('words').where('id', '=', entry.id);
  expect(await kept.executeTakeFirstOrThrow()).toEqual({ words: null });
  expect(await change('updateFaqEntry', 'UpdateFaqEntryInput', { id: entry.id, version: 1, answer: 'Ici.' })).toBe(
    'CONFLICT',
  );
  expect(await change('updateFaqEntry', 'UpdateFaqEntryInput', { id: entry.id, version: 2, answer: '<b>' })).toBe(
    'INPUT_INVALID',
  );
  expect(await change('deleteFaqEntry', 'FaqEntryIdInput', { id: entry.id }, '')).toBe(true);
  expect(await change('deleteFaqEntry', 'FaqEntryIdInput', { id: entry.id }, '')).toBe('NOT_FOUND');
});

test('the help is searched as messages are: phrases, beginnings, what is left out, the best first, in pieces', async () => {
  const questions = [
    ['Une élégie', 'Longue : les mots de la fin, et bien d’autres mots avant elle.'],
    ['Élégie de fin', 'Une élégie.'],
  ] as const;
  const ids: string[] = [];
  for (const [question, answer] of questions) ids.push(((await created({ question, answer })) as unknown as Entry).id);
  const find = async (search: string): Promise<unknown> => {
    const { data, codes } = await env.ask(
      visitor,
      'query($search: String!) { searchHelp(search: $search) { title fragment { text isMatch } } }',
      { search },
    );
    return codes[0] ?? (data as { searchHelp: { title: string }[] }).searchHelp.map(({ title }) => title);
  };
  expect(await find('elegie')).toEqual(['Élégie de fin', 'Une élégie']);
  expect(await find('élé*')).toEqual(['Élégie de fin', 'Une élégie']);
  expect(await find('"la fin"')).toEqual(['Une élégie']);
  expect(await find('elegie -mots')).toEqual(['Élégie de fin']);
  for (const nothing of ['*', '"', '+(', '-elegie']) expect(await find(nothing)).toEqual([]);
  expect(await find('a '.repeat(11))).toBe('SEARCH_QUERY_INVALID');
  const english = (await created({
    question: 'An elegy, élégie?',
    answer: 'A poem.',
    locale: 'EN',
  })) as unknown as Entry;
  ids.push(english.id);
  const titles = async (locale: string): Promise<unknown> => {
    const { data: found } = await env.ask(
      visitor,
      `{ searchHelp(search: "elegie", locale: ${locale}) { title } faqEntries(locale: ${locale}) { question locale } pages(locale: ${locale}) { locale } }`,
    );
    const { searchHelp, faqEntries, pages } = found as unknown as {
      searchHelp: { title: string }[];
      faqEntries: { locale: string }[];
      pages: { locale: string }[];
    };
    return [searchHelp.map(({ title }) => title), [...new Set([...faqEntries, ...pages].map((one) => one.locale))]];
  };
  expect(await titles('FR')).toEqual([['Élégie de fin', 'Une élégie'], ['FR']]);
  expect(await titles('EN')).toEqual([['An elegy, élégie?'], ['EN']]);
  expect(await find('elegie')).toHaveLength(3);
  const { data } = await env.ask(visitor, '{ searchHelp(search: "elegie fin") { fragment { text isMatch } } }');
  expect((data as { searchHelp: { fragment: unknown }[] }).searchHelp[0]?.fragment).toEqual([
    { text: 'Élégie', isMatch: true },
    { text: ' de ', isMatch: false },
    { text: 'fin', isMatch: true },
  ]);
  for (const id of ids) await change('deleteFaqEntry', 'FaqEntryIdInput', { id }, '');
});

test('questions and pages of before are searched after the next start', async () => {
  const { id } = (await created({ question: 'Un palimpseste ?' })) as unknown as Entry;
  const forget = ({ em }: Tx<'em'>) => writing(em).db.updateTable('faq_entry').set({ words: null }).execute();
  await env.contextFor().run(forget, undefined);
  const search = async (): Promise<number> =>
    ((await env.ask(visitor, '{ searchHelp(search: "palimpseste") { id } }')).data as { searchHelp: [] }).searchHelp
      .length;
  expect(await search()).toBe(0);
  await seedContent(env.contextFor());
  expect(await search()).toBe(1);
  await change('deleteFaqEntry', 'FaqEntryIdInput', { id }, '');
});

test('an order names every question once', async () => {
  const ids = (await entries()).map(({ id }) => id);
  const order = (wanted: string[]) => change('reorderFaq', 'OrderOfIdsInput', { ids: wanted }, '{ id }');
  expect(await order(ids.slice(1))).toBe('CONFLICT');
  expect(await order([...ids.slice(1), ids[1] as string])).toBe('CONFLICT');
  expect(await order(ids.toReversed())).toHaveLength(ids.length);
});

test('a family is renamed in one place', async () => {
  const { data } = await env.ask(visitor, '{ faqCategories { id name } }');
  const { id } = (data as { faqCategories: { id: string; name: string }[] }).faqCategories.find(
    ({ name }) => name === 'Tarifs',
  ) as { id: string };
  expect(await change('renameFaqCategory', 'RenameFaqCategoryInput', { id, name: 'Prix' }, '{ name }')).toEqual({
    name: 'Prix',
  });
  expect((await entries()).some(({ category }) => category === 'Tarifs')).toBe(false);
  expect(
    (await env.ask(visitor, '{ faqEntries(category: "Prix") { category } }')).data?.['faqEntries'],
  ).not.toHaveLength(0);
  expect(await change('deleteFaqCategory', 'FaqCategoryIdInput', { id }, '')).toBe('ACTION_NOT_ALLOWED');
});

test('an answer is rated once a day by each address, and no address is stored', async () => {
  const [entry] = await entries();
  const rate = (as: Actor, isUseful = true) =>
    change('rateFaqEntry', 'RateFaqEntryInput', { id: entry?.id, isUseful }, '', as);
  expect(await Promise.all([rate(visitor), rate(visitor)])).toEqual(expect.arrayContaining([true, false]));
  expect(await rate(from('192.0.2.9'), false)).toBe(true);
  clock.advance(24 * 3_600_000);
  expect(await rate(visitor)).toBe(true);
  expect((await entries()).find(({ id }) => id === entry?.id)).toMatchObject({ usefulCount: 2, notUsefulCount: 1 });
  expect(JSON.stringify(await env.db.selectFrom('faq_rating').selectAll().execute())).not.toContain('192.0.2');
  clock.advance(3 * 24 * 3_600_000);
  await pruneContent(env.contextFor(), {});
  expect(await env.db.selectFrom('faq_rating').select('id').execute()).toEqual([]);
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { PageVersion } from '../../../src/entities/content/page-version.entity.ts';
import { Page, type PageStatus } from '../../../src/entities/content/page.entity.ts';
import { pageStates } from '../../../src/services/content/pages/page.states.ts';
import { carryOutSchedules } from '../../../src/services/content/pages/carry-out-schedules.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { testClock } from '../../support/clock.ts';
import { openTestEnvironment, type AppEnvironment } from '../../support/environment.ts';
import { nobody } from '../../support/make/actor.ts';
import { person } from '../orders/orders-fixture.ts';

const clock = testClock();
let env: AppEnvironment;
let admin: Actor;
let customer: Actor;

beforeAll(async () => {
  env = await openTestEnvironment({ isServed: false, clock });
  admin = (await person(env, 'ADMIN')).actor;
  customer = (await person(env)).actor;
});
afterAll(() => env.close());

interface Shown {
  id: string;
  version: number;
  status: PageStatus;
  slug: string;
  hasDraft: boolean;
  availableActions: string[];
  schedule: { status: string; at: string; failure: string | null } | null;
}

const shown = 'id version status slug hasDraft availableActions schedule { status at failure }';
const ask = async (field: string, input: object, { as = admin, type = '', fields = shown } = {}) => {
  const kind = type || `${field[0]?.toUpperCase()}${field.slice(1)}Input`;
  const body = fields === '' ? '' : `{ ${fields} }`;
  const { data, codes, errors } = await env.ask(as, `mutation($input: ${kind}!) { ${field}(input: $input) ${body} }`, {
    input,
  });
  return { value: (data as Record<string, unknown> | null)?.[field], codes, errors };
};
const change = `page { ${shown} } removed needsScheduling`;
let made = 0;
const create = async (input: object = {}): Promise<Shown> => {
  const slug = `page-${(made += 1)}`;
  const { value, codes } = await ask(
    'createPage',
    { slug, title: slug, content: '<p>Bonjour</p>', ...input },
    { fields: change },
  );
  expect(codes).toEqual([]);
  return (value as { page: Shown }).page;
};
const verb = async (name: string, { id }: { id: string }, input: object = {}): Promise<Shown | string | undefined> => {
  const type = ['publishPage', 'schedulePage'].includes(name) ? '' : 'PageIdInput';
  const { value, codes } = await ask(name, { id, ...input }, { type });
  return codes[0] ?? (value as Shown);
};
const edit = (page: Shown, input: object) =>
  ask('editPage', { id: page.id, version: page.version, ...input }, { fields: change });
const read = async (slug: string, as: Actor = nobody) => {
  const { data, codes } = await env.ask(
    as,
    'query($slug: String!) { page(slug: $slug) { slug title content publishedAt } }',
    { slug },
  );
  return codes[0] ?? (data as { page: Record<string, string> }).page;
};
const inMinutes = (count: number) => new Date(clock.now().getTime() + count * 60_000).toISOString();
const due = () => carryOutSchedules(env.contextFor(), {});

/** A page in a state, and what is left of the verbs that people have. */
const inState: Record<PageStatus, () => Promise<Shown>> = {
  DRAFT: create,
  PUBLISHED: async () => (await verb('publishPage', await create())) as Shown,
  SCHEDULED: async () =>
    (await verb('schedulePage', await create(), { action: 'PUBLISH', at: inMinutes(60) })) as Shown,
  ARCHIVED: async () => (await verb('archivePage', await create())) as Shown,
};

describe('the table of states', () => {
  const verbs = {
    publish: (page: Shown) => verb('publishPage', page),
    schedule: (page: Shown) => verb('schedulePage', page, { action: 'PUBLISH', at: inMinutes(90) }),
    cancelSchedule: (page: Shown) => verb('cancelPageSchedule', page),
    unpublish: (page: Shown) => verb('unpublishPage', page),
    archive: (page: Shown) => verb('archivePage', page),
    restore: (page: Shown) => verb('restorePage', page),
  } as const;
  test.each(Object.keys(inState) as PageStatus[])('each verb of people, from %s', async (state) => {
    for (const [name, doIt] of Object.entries(verbs)) {
      const page = await inState[state]();
      expect(page.status).toBe(state);
      const next = pageStates[state][name as keyof typeof verbs];
      const outcome = await doIt(page);
      // What is published already, and was not changed since, has nothing to publish.
      const isUnchanged = state === 'PUBLISHED' && ['publish', 'schedule'].includes(name);
      if (isUnchanged) expect(outcome).toBe('PAGE_NOT_PUBLISHABLE');
      else if (next === undefined) expect(outcome).toBe('ACTION_NOT_ALLOWED');
      else expect([name, (outcome as Shown).status]).toEqual([name, next]);
    }
  });

  test('a draft that was never published is deleted, another is not', async () => {
    const page = await create();
    const type = 'PageIdInput';
    const published = await inState.PUBLISHED();
    await verb('unpublishPage', published);
    expect((await ask('deletePage', { id: published.id }, { type, fields: '' })).codes).toEqual(['ACTION_NOT_ALLOWED']);
    expect((await ask('deletePage', { id: page.id }, { type, fields: '' })).value).toBe(true);
    expect((await ask('deletePage', { id: page.id }, { type, fields: '' })).codes).toEqual(['NOT_FOUND']);
  });

  test('a page of help is found by its words while it is shown, and no word of the search is kept of one that is not', async () => {
    const page = await create({ title: 'Relire', type: 'HELP', content: '<p>Un <b>zéphyr</b></p>' });
    const found = async (): Promise<unknown> => {
      const words = await env.db.selectFrom('page').select('words').where('id', '=', page.id).executeTakeFirstOrThrow();
      const { data } = await env.ask(nobody, '{ searchHelp(search: "ZEPHYR") { slug } }');
      return [(data as { searchHelp: unknown[] }).searchHelp.length, words.words];
    };
    expect(await found()).toEqual([0, null]);
    await verb('publishPage', page);
    expect(await found()).toEqual([1, ' relire un zephyr ']);
    await verb('unpublishPage', page);
    expect(await found()).toEqual([0, null]);
  });

  test('only admins write; auditors read; customers do neither', async () => {
    const list = '{ adminPages { nodes { id draft { number } live { number } tags } totalCount } }';
    const { actor: auditor } = await person(env, 'ADMIN');
    expect((await env.ask(customer, list)).codes).toEqual(['FORBIDDEN']);
    expect((await env.ask(nobody, list)).codes).toEqual(['UNAUTHENTICATED']);
    expect((await env.ask(auditor, list)).codes).toEqual([]);
    expect((await ask('createPage', { slug: 'x', title: 'x' }, { as: customer, fields: 'removed' })).codes).toEqual([
      'FORBIDDEN',
    ]);
  });
});

describe('versions', () => {
  test('a published page keeps its words until the draft is published; the old address leads to the new one', async () => {
    const page = await inState.PUBLISHED();
    const edited = await edit(page, {
      slug: `${page.slug}-bis`,
      title: 'Neuf',
      content: '<p onclick="x">Neuf<script>1</script></p>',
    });
    expect(edited.value).toMatchObject({
      removed: ['p[onclick]', 'script'],
      needsScheduling: false,
      page: { hasDraft: true },
    });
    expect(await read(page.slug)).toMatchObject({ content: '<p>Bonjour</p>' });
    expect(await read(`${page.slug}-bis`)).toBe('NOT_FOUND');
    await verb('publishPage', page);
    expect(await read(page.slug)).toMatchObject({ slug: `${page.slug}-bis`, title: 'Neuf', content: '<p>Neuf</p>' });
    // Another page may have the name that is free now.
    const other = await create({ slug: page.slug, title: 'Autre' });
    await verb('publishPage', other);
    expect(await read(page.slug)).toMatchObject({ title: 'Autre' });
  });

  test('who edits what somebody else has changed gets both texts', async () => {
    const page = await create();
    await edit(page, { content: '<p>Premier</p>' });
    const { codes, errors } = await edit(page, { content: '<p>Second</p>' });
    expect(codes).toEqual(['CONFLICT']);
    expect(JSON.stringify(errors)).toMatch(/Premier.*Second/);
  });

  test('keep their name and their title where null is sent for them: it was INTERNAL', async () => {
    const page = await create();
    const { value, codes } = await edit(page, { slug: null, title: null, content: '<p>Autre</p>' });
    expect(codes).toEqual([]);
    expect((value as { page: Shown }).page).toMatchObject({ slug: page.slug });
  });

  test('the newest two hundred are kept, and those that were published', async () => {
    const page = await inState.PUBLISHED();
    await env.run(async ({ em }) => {
      for (let number = 2; number <= 201; number += 1)
        em.create(PageVersion, {
          ...{ page: em.getReference(Page, page.id), number, slug: page.slug, title: 'Essai' },
          ...{ content: '<p>Essai</p>', text: 'essai', excerpt: null, meta: null, note: null, authorId: null },
        });
    }, undefined);
    expect((await edit(page, { content: '<p>Un de plus</p>' })).codes).toEqual([]);
    const kept = await env.db.selectFrom('page_version').select('number').where('page_id', '=', page.id).execute();
    const numbers = kept.map(({ number }) => number).toSorted((one, other) => one - other);
    expect([numbers.length, ...numbers.slice(0, 3), numbers.at(-1)]).toEqual([201, 1, 3, 4, 202]);
  });

  test('are compared, and restored as a draft', async () => {
    const page = await inState.PUBLISHED();
    const { value } = await edit(page, { content: '<p>Bonjour</p><p>Et bienvenue</p>', note: 'Accueil' });
    const { data } = await env.ask(
      admin,
      'query($id: ID!) { comparePageVersions(id: $id, from: 1, to: 2) { differences { kind text } } pageVersions(id: $id) { nodes { number note } } }',
      { id: page.id },
    );
    expect(data).toEqual({
      comparePageVersions: {
        differences: [
          { kind: 'SAME', text: 'Bonjour' },
          { kind: 'ADDED', text: 'Et bienvenue' },
        ],
      },
      pageVersions: {
        nodes: [
          { number: 2, note: 'Accueil' },
          { number: 1, note: null },
        ],
      },
    });
    const { version } = (value as { page: Shown }).page;
    await verb('publishPage', page);
    const stale = await ask('restorePageVersion', { id: page.id, version, number: 1 }, { fields: change });
    expect(stale.codes).toEqual(['CONFLICT']);
    const restored = await ask(
      'restorePageVersion',
      { id: page.id, version: version + 1, number: 1 },
      { fields: change },
    );
    expect(restored.value).toMatchObject({ page: { hasDraft: true } });
    expect(await read(page.slug)).toMatchObject({ content: '<p>Bonjour</p><p>Et bienvenue</p>' });
    await verb('publishPage', page);
    expect(await read(page.slug)).toMatchObject({ content: '<p>Bonjour</p>' });
  });

  test('Markdown goes the same way; a page for those who are signed in does not exist for others', async () => {
    const page = await create({
      content: '# Titre\n\n*oui* <iframe src="https://x.fr"></iframe>',
      format: 'MARKDOWN',
      requireAuth: true,
      tags: ['a, b', 'A'],
    });
    await verb('publishPage', page);
    expect(await read(page.slug)).toBe('NOT_FOUND');
    expect(await read(page.slug, customer)).toMatchObject({ content: '<h2>Titre</h2>\n<p><em>oui</em> </p>\n' });
    const { data } = await env.ask(nobody, '{ pages(tag: "b") { slug } }');
    expect(data).toEqual({ pages: [] });
    expect((await env.ask(customer, '{ pages(tag: "B") { slug } }')).data).toEqual({ pages: [] });
    expect((await env.ask(customer, '{ pages(tag: "b") { slug tags } }')).data).toEqual({
      pages: [{ slug: page.slug, tags: ['a', 'b'] }],
    });
  });
});

describe('schedules', () => {
  test('what was frozen is published, as of the instant that was planned, once, whatever was edited since', async () => {
    const page = await create({ content: '<p>Prévu</p>' });
    const at = new Date(clock.now().getTime() + 3_600_000 + 29_000);
    const planned = (await verb('schedulePage', page, { action: 'PUBLISH', at: at.toISOString() })) as Shown;
    const minute = new Date(Math.floor(at.getTime() / 60_000) * 60_000).toISOString();
    expect(planned.schedule).toMatchObject({ status: 'PLANNED', at: minute });
    const edited = await edit(planned, { content: '<p>Plus tard</p>' });
    expect(edited.value).toMatchObject({ needsScheduling: true, page: { status: 'SCHEDULED' } });
    await due();
    expect(await read(page.slug)).toBe('NOT_FOUND');
    clock.advance(5 * 3_600_000);
    await Promise.all([due(), due()]);
    expect(await read(page.slug)).toMatchObject({ content: '<p>Prévu</p>', publishedAt: minute });
    const rows = await env
      .contextFor()
      .db.selectFrom('job')
      .select('id')
      .where('kind', '=', 'content.notify-page-published')
      .where(sql`payload`, 'like', `%${page.id}%`)
      .execute();
    expect(rows).toHaveLength(1);
  });

  test('a page is taken down as planned, and stays shown until then; calling it off changes nothing', async () => {
    const page = await inState.PUBLISHED();
    const plan = { action: 'UNPUBLISH', at: inMinutes(10) };
    expect(await verb('schedulePage', page, plan)).toMatchObject({ status: 'SCHEDULED' });
    expect(await read(page.slug)).toMatchObject({ title: page.slug });
    expect(await verb('cancelPageSchedule', page)).toMatchObject({
      status: 'PUBLISHED',
      schedule: { status: 'CANCELLED' },
    });
    await verb('schedulePage', page, plan);
    clock.advance(11 * 60_000);
    await due();
    expect(await read(page.slug)).toBe('NOT_FOUND');
    expect(await verb('schedulePage', page, { action: 'UNPUBLISH', at: inMinutes(5) })).toBe('ACTION_NOT_ALLOWED');
  });

  test('a name that another page has taken meanwhile: the page is as it was, and the admins get a mail', async () => {
    const page = await inState.PUBLISHED();
    const wanted = `${page.slug}-voulu`;
    const { value } = await edit(page, { slug: wanted });
    await verb('schedulePage', (value as { page: Shown }).page, { action: 'PUBLISH', at: inMinutes(5) });
    await create({ slug: wanted });
    clock.advance(6 * 60_000);
    await due();
    const { data } = await env.ask(admin, `query($input: PageIdInput!) { adminPage(input: $input) { ${shown} } }`, {
      input: { id: page.id },
    });
    expect(data).toMatchObject({
      adminPage: { status: 'SCHEDULED', slug: page.slug, schedule: { status: 'FAILED', failure: 'SLUG_TAKEN' } },
    });
    expect(await read(page.slug)).toMatchObject({ content: '<p>Bonjour</p>' });
    await env.app.worker.runDue();
    const mails = await env
      .contextFor()
      .db.selectFrom('email_delivery')
      .select('template')
      .where('template', 'like', 'page-%')
      .execute();
    expect(new Set(mails.map(({ template }) => template))).toEqual(new Set(['page-not-published', 'page-published']));
  });

  test.each([
    [{ date: '2027-03-28', time: '02:30', zone: 'Europe/Paris' }, 'LOCAL_TIME_INVALID', /01:30.*03:30/],
    [{ date: '2027-10-31', time: '02:30', zone: 'Europe/Paris' }, 'LOCAL_TIME_AMBIGUOUS', /00:30.*01:30/],
    [{ date: '2027-06-01', time: '25:00' }, 'INPUT_INVALID', /time/],
    [{ date: '2027-06-01', time: '12:00', zone: 'Mars/Olympus' }, 'INPUT_INVALID', /zone/],
    [{ date: '2000-06-01', time: '12:00' }, 'INPUT_INVALID', /local.*future/],
  ])('at %j: %s', async (local, code, said) => {
    const page = await create();
    const { codes, errors } = await ask('schedulePage', { id: page.id, action: 'PUBLISH', local });
    expect(codes).toEqual([code]);
    expect(JSON.stringify(errors)).toMatch(said);
  });

  test('a time that comes twice is planned when it is said which one', async () => {
    const page = await create();
    const local = { date: '2027-10-31', time: '02:30:59', zone: 'Europe/Paris', which: 'LATER' };
    const planned = (await verb('schedulePage', page, { action: 'PUBLISH', local })) as Shown;
    expect(planned.schedule?.at).toBe('2027-10-31T01:30:00.000Z');
  });
});

describe('what is refused, with nothing written', () => {
  test.each([
    ['../x', 'slug'],
    ['a--b', 'slug'],
    ['Élan', 'slug'],
    ['admin', 'reserved'],
    [' ', 'isLength'],
  ])('the name %j', async (slug, rule) => {
    const { codes, errors } = await ask('createPage', { slug, title: 'Titre' }, { fields: 'removed' });
    expect(codes).toEqual(['INPUT_INVALID']);
    expect(JSON.stringify(errors)).toContain(rule);
  });

  test('a name that is taken, a title of nothing, a picture of a stranger, an empty page to publish', async () => {
    const page = await create({ content: '<p> </p>' });
    expect((await ask('createPage', { slug: page.slug, title: 'x' }, { fields: 'removed' })).codes).toEqual([
      'SLUG_TAKEN',
    ]);
    for (const title of ['   ', 'x'.repeat(256), '\u200b\u200b', 'a\u0000'])
      expect((await ask('createPage', { slug: 'titre', title }, { fields: 'removed' })).codes).toEqual([
        'INPUT_INVALID',
      ]);
    const meta = { ogImage: 'javascript:alert(1)' };
    expect((await ask('createPage', { slug: 'titre', title: 'x', meta }, { fields: 'removed' })).codes).toEqual([
      'INPUT_INVALID',
    ]);
    expect(await verb('publishPage', page)).toBe('PAGE_NOT_PUBLISHABLE');
    expect(await read('titre')).toBe('NOT_FOUND');
  });

  test('an order that leaves something out, or names it twice', async () => {
    const { data } = await env.ask(admin, '{ adminPages(first: 100) { nodes { id status } } }');
    const ids = (data as { adminPages: { nodes: Shown[] } }).adminPages.nodes
      .filter(({ status }) => status !== 'ARCHIVED')
      .map(({ id }) => id);
    const order = async (wanted: string[]) =>
      (await ask('reorderPages', { ids: wanted }, { type: 'OrderOfIdsInput', fields: '' })).codes;
    expect(await order(ids.slice(1))).toEqual(['CONFLICT']);
    expect(await order([...ids.slice(1), ids[1] as string])).toEqual(['CONFLICT']);
    expect(await order(ids.toReversed())).toEqual([]);
  });
});

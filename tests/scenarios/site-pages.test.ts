// @lane sqlite at first: what browsers and caches are sent; the statements are those of tests/services/content.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PriceItem } from '../../src/entities/catalog/price-item.entity.ts';
import { User } from '../../src/entities/identity/user.entity.ts';
import { seedPriceList } from '../../src/services/catalog/index.ts';
import { carryOutSchedules } from '../../src/services/content/pages/carry-out-schedules.ts';
import { seedContent } from '../../src/services/content/index.ts';
import type { PermissionSet } from '../../src/services/kernel/roles.ts';
import type { Tx } from '../../src/services/platform/context.ts';
import { ask, askWithFiles, signIn } from '../support/ask.ts';
import { testClock } from '../support/clock.ts';
import { openTestEnvironment, type TestEnvironment } from '../support/environment.ts';

/** Two servers on one database, each with what it keeps for itself. */
const clock = testClock();
let here: TestEnvironment;
let there: TestEnvironment;
let token: string;

beforeAll(async () => {
  here = await openTestEnvironment({ clock, isWorking: false });
  there = await openTestEnvironment({ clock, isWorking: false, database: here.database });
  await seedContent(here.contextFor());
  token = await signIn(here, 'ADMIN');
});
afterAll(async () => {
  await there.close();
  await here.close();
});

const fields = '{ id version status slug schedule { status at } }';
interface Page {
  readonly id: string;
  readonly version: number;
  readonly slug: string;
}
const change = async (name: string, input: object): Promise<Page> => {
  const isWritten = ['createPage', 'editPage'].includes(name);
  const type = ['createPage', 'editPage', 'publishPage', 'schedulePage'].includes(name)
    ? `${name[0]?.toUpperCase()}${name.slice(1)}Input`
    : 'PageIdInput';
  const text = `mutation($input: ${type}!) { ${name}(input: $input) ${isWritten ? `{ page ${fields} }` : fields} }`;
  const { data, errors } = await ask(here, text, { token, variables: { input } });
  expect(errors).toEqual([]);
  const value = (data as Record<string, Page & { page: Page }>)[name];
  return (isWritten ? value?.page : value) as Page;
};
const published = async (slug: string, content: string): Promise<Page> => {
  const { id } = await change('createPage', { slug, title: slug, content, type: 'BLOG' });
  return change('publishPage', { id });
};

const addressOf = ({ url }: TestEnvironment, slug: string): string =>
  `${url}/graphql?${new URLSearchParams({
    query: 'query($slug: String!) { page(slug: $slug) { slug content publishedAt } }',
    variables: JSON.stringify({ slug }),
  }).toString()}`;
const get = async (place: TestEnvironment, slug: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(addressOf(place, slug), { headers });
  const text = await answer.text();
  return {
    status: answer.status,
    etag: answer.headers.get('etag') ?? '',
    control: answer.headers.get('cache-control'),
    text,
  };
};
/** Tokens do not last that long. */
async function later(milliseconds: number): Promise<void> {
  clock.advance(milliseconds);
  token = await signIn(here, 'ADMIN');
}
const minutes = (count: number): number => count * 60_000;
const inMinutes = (count: number): string => new Date(clock.now().getTime() + minutes(count)).toISOString();

test('36: a page that was due while the server was off is published at once, as of the planned instant', async () => {
  const page = await change('createPage', { slug: 'rentree', title: 'Rentrée', content: '<p>C’est la rentrée</p>' });
  const at = inMinutes(30);
  await change('schedulePage', { id: page.id, action: 'PUBLISH', at });
  await here.app.scheduler.look();
  await later(minutes(1));
  await here.app.scheduler.look();
  expect((await get(here, 'rentree')).text).toContain('NOT_FOUND');
  // Nobody looks for three hours; then a server starts, looks, and its jobs run.
  await later(minutes(180));
  const started = await openTestEnvironment({ clock, isWorking: false, database: here.database });
  await started.app.scheduler.look();
  await started.app.worker.runDue();
  await started.close();
  const planned = new Date(Math.floor(new Date(at).getTime() / 60_000) * 60_000).toISOString();
  for (const place of [here, there]) expect((await get(place, 'rentree')).text).toContain(planned);
  const { data } = await ask(here, '{ notifications(first: 20) { nodes { title message } } }', { token });
  expect(JSON.stringify(data)).toMatch(/Rentrée.*serveur était arrêté/);
});

test('37: what is edited after it was scheduled waits until it is scheduled again', async () => {
  const page = await change('createPage', { slug: 'tarifs-2027', title: 'Tarifs', content: '<p>Deux euros</p>' });
  const planned = await change('schedulePage', { id: page.id, action: 'PUBLISH', at: inMinutes(10) });
  const edited = await change('editPage', { id: page.id, version: planned.version, content: '<p>Trois euros</p>' });
  await later(minutes(11));
  await Promise.all([carryOutSchedules(here.contextFor(), {}), carryOutSchedules(there.contextFor(), {})]);
  expect((await get(there, page.slug)).text).toContain('Deux euros');
  await change('schedulePage', { id: edited.id, action: 'PUBLISH', at: inMinutes(10) });
  await later(minutes(11));
  await carryOutSchedules(there.contextFor(), {});
  expect((await get(here, page.slug)).text).toContain('Trois euros');
  const { rows } = {
    rows: await here.db
      .selectFrom('page_version')
      .select('number')
      .where('page_id', '=', page.id)
      .where('published_at', 'is not', null)
      .execute(),
  };
  expect(rows).toHaveLength(2);
});

describe('38: a page that is taken down is gone at once, from what both servers keep', () => {
  test('it is kept meanwhile, and not sent again to who has it', async () => {
    const page = await published('annonce', '<p>Annonce</p>');
    for (const place of [here, there]) {
      const [first, second] = [await get(place, 'annonce'), await get(place, 'annonce')];
      expect(second).toEqual(first);
      expect(first.control).toBe('public, max-age=60, stale-while-revalidate=600');
      expect(first.etag).toMatch(/^"[\w-]{43}"$/);
      expect(await get(place, 'annonce', { 'if-none-match': first.etag })).toMatchObject({ status: 304, text: '' });
    }
    await change('unpublishPage', { id: page.id });
    for (const place of [there, here]) {
      const gone = await get(place, 'annonce');
      expect(gone.text).toContain('NOT_FOUND');
      expect(gone.control).toBe('private, no-store');
    }
  });

  test('no request that begins after a change is answered with what was before, while many read', async () => {
    const page = await published('compteur', '<p>n0</p>');
    let written = 0;
    let isOver = false;
    const reader = async (place: TestEnvironment): Promise<number> => {
      let reads = 0;
      while (!isOver) {
        const least = written;
        const { text } = await get(place, 'compteur');
        expect(Number(/n(\d+)/.exec(text)?.[1])).toBeGreaterThanOrEqual(least);
        reads += 1;
      }
      return reads;
    };
    const readers = [here, there, here, there].map(reader);
    for (let n = 1; n <= 8; n += 1) {
      const { version } = (
        await ask(here, 'query($input: PageIdInput!) { adminPage(input: $input) { version } }', {
          token,
          variables: { input: { id: page.id } },
        })
      ).data?.['adminPage'] as Page;
      await change('editPage', { id: page.id, version, content: `<p>n${n}</p>` });
      await change('publishPage', { id: page.id });
      written = n;
    }
    isOver = true;
    for (const reads of await Promise.all(readers)) expect(reads).toBeGreaterThan(0);
  });
});

test('the site map and the feed name what anybody may see; an old address is not in them', async () => {
  const post = await published('premier-billet', '<p>Un & deux</p>');
  const first = clock.now();
  await later(minutes(5));
  await change('editPage', { id: post.id, version: post.version, content: '<p>Deux & un</p>' });
  await change('publishPage', { id: post.id });
  const hidden = await change('createPage', {
    slug: 'cachee',
    title: 'x',
    content: '<p>x</p>',
    type: 'BLOG',
    requireAuth: true,
  });
  await change('publishPage', { id: hidden.id });
  const map = await fetch(`${there.url}/sitemap.xml`);
  const text = await map.text();
  expect([map.status, map.headers.get('content-type')]).toEqual([200, 'application/xml; charset=utf-8']);
  expect(text).toContain('/premier-billet</loc>');
  expect(text).not.toContain('cachee');
  const feed = await fetch(`${here.url}/public/blog.atom`);
  const etag = feed.headers.get('etag') ?? '';
  const entries = await feed.text();
  expect(entries).toMatch(/<entry>.*premier-billet/);
  expect(entries).toContain(`<author><name>${here.config.SELLER_NAME}</name></author>`);
  const at = `<published>${first.toISOString()}</published><updated>${clock.now().toISOString()}</updated>`;
  expect(entries).toContain(at);
  const again = await fetch(`${here.url}/public/blog.atom`, { headers: { 'if-none-match': etag } });
  expect([again.status, again.headers.get('cache-control')]).toEqual([
    304,
    'public, max-age=60, stale-while-revalidate=600',
  ]);
});

test('a preview link shows the draft without a session, for a day, until it is revoked', async () => {
  const page = await change('createPage', { slug: 'apercu', title: 'Aperçu & Cie', content: '<p>Brouillon</p>' });
  const link = async (): Promise<string> => {
    const text = 'mutation($input: PageIdInput!) { previewLink(input: $input) { url } }';
    const { data } = await ask(here, text, { token, variables: { input: { id: page.id } } });
    return (data as { previewLink: { url: string } }).previewLink.url;
  };
  const [one, other] = [await link(), await link()];
  const shown = await fetch(one);
  expect([shown.status, shown.headers.get('x-robots-tag'), shown.headers.get('cache-control')]).toEqual([
    200,
    'noindex',
    'private, no-store',
  ]);
  expect(await shown.text()).toMatch(/<h1>Aperçu &amp; Cie<\/h1>\s*<p>Brouillon<\/p>/);
  await later(minutes(24 * 60 + 1));
  expect((await fetch(other)).status).not.toBe(200);
  const fresh = await link();
  await change('revokePreviewLinks', { id: page.id });
  expect((await fetch(fresh)).status).not.toBe(200);
});

describe('what the team may send', () => {
  const create = 'mutation($input: CreatePageInput!) { createPage(input: $input) { page { id } } }';
  const creating = (text: string, as = token) =>
    askWithFiles(here, create, {
      token: as,
      variables: { input: { slug: 'long', title: 'Long', file: null } },
      files: { 'variables.input.file': { name: 'page.html', type: 'text/html', bytes: Buffer.from(text) } },
    });

  test('a page of one mebibyte as a file, counted in bytes, and not one more', async () => {
    const page = (letters: number) => `<p>${'é'.repeat(letters)}</p>`;
    const refused = await creating(page(524_285));
    expect(refused.errors[0]?.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      details: { fields: [{ path: 'input.file', rules: ['maxBytes'] }] },
    });
    expect(await here.db.selectFrom('page').select('id').where('slug', '=', 'long').execute()).toEqual([]);
    expect((await creating(page(524_284))).errors).toEqual([]);
  });

  test('an auditor reads drafts, and writes nothing', async () => {
    await here
      .contextFor()
      .run(
        ({ em }: Tx<'em'>, sets: PermissionSet[]) =>
          em.nativeUpdate(User, { role: 'PROOFREADER' }, { permissionSets: sets }),
        ['AUDITOR'],
      );
    const auditor = await signIn(here, 'PROOFREADER');
    const read = await ask(here, '{ adminPages { nodes { slug status } } }', { token: auditor });
    expect(read.errors).toEqual([]);
    expect(JSON.stringify(read.data)).toContain('"status":"DRAFT"');
    expect((await creating('<p>Non</p>', auditor)).code).toBe('FORBIDDEN');
    const customer = await signIn(here, 'CUSTOMER');
    expect((await ask(here, '{ adminPages { nodes { slug } } }', { token: customer })).code).toBe('FORBIDDEN');
  });
});

test('a changed price, and one whose day has come, are shown at once by every process, and not made anew in between', async () => {
  const query = new URLSearchParams({ query: '{ priceItems { id name } }' }).toString();
  const list = async (place: TestEnvironment) => {
    const answer = await fetch(`${place.url}/graphql?${query}`);
    return { text: await answer.text(), etag: answer.headers.get('etag') };
  };
  const text = 'mutation($input: UpdatePriceItemInput!) { updatePriceItem(input: $input) { id } }';
  const changed = async (input: object) => {
    const { errors } = await ask(here, text, { token, variables: { input } });
    expect(errors).toEqual([]);
  };
  await seedPriceList(here.contextFor());
  const before = await list(there);
  const [{ id }] = (JSON.parse(before.text) as { data: { priceItems: [{ id: string }] } }).data.priceItems;
  // What goes around the use cases is not seen: the answer was kept.
  await here
    .contextFor()
    .run(({ em }: Tx<'em'>, name: string) => em.nativeUpdate(PriceItem, { id }, { name }), 'Ailleurs');
  expect(await list(there)).toEqual(before);
  await changed({ id, name: 'Relecture fine' });
  for (const place of [here, there]) expect((await list(place)).text).toContain('Relecture fine');
  await changed({ id, validFrom: inMinutes(10) });
  for (const place of [here, there]) expect((await list(place)).text).not.toContain('Relecture fine');
  await later(minutes(11));
  for (const place of [here, there]) expect((await list(place)).text).toContain('Relecture fine');
});

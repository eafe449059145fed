import type { PageMeta, PageType } from '../../../entities/content/page.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/locale.ts';
import { foundIn, isExactly } from '../../platform/text-search.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { AppContext, ReadContext } from '../../platform/context.ts';
import type { Selection } from '../../platform/selection.ts';
import { foundByWords } from '../../platform/word-search.ts';
import type { HelpSought } from './list-faq-entries.ts';
import { withPublisher } from './publisher.ts';

export interface PageRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly excerpt: string | null;
  readonly type: PageType;
  readonly category: string | null;
  readonly locale: Locale;
  readonly requireAuth: boolean;
  readonly publishedAt: Date | null;
  /** Only when it is selected: pages are long. */
  readonly content?: string;
  readonly meta?: PageMeta | null;
  readonly tags?: readonly string[];
}

type Asking = Pick<AppContext, 'db' | 'actor' | 'now' | 'config'>;

/**
 * The pages that this reader may see: those that are shown, and of those for whoever is signed in none where nobody is. One that is
 * scheduled is shown in the version that it had.
 */
const shown = ({ db, actor }: Asking) =>
  db
    .selectFrom('page')
    .leftJoin('page_version', 'page_version.id', 'page.live_version_id')
    .where((eb) =>
      eb.or([
        eb('page.status', '=', 'PUBLISHED'),
        eb.and([eb('page.status', '=', 'SCHEDULED'), eb('page.live_version_id', 'is not', null)]),
      ]),
    )
    .$if(actor.kind === 'ANONYMOUS', (query) => query.where('page.require_auth', '=', false));

const columns = [
  'page.id',
  'page.slug',
  'page.title',
  'page.excerpt',
  'page.type',
  'page.category',
  'page.locale',
  'page.require_auth as requireAuth',
  'page.published_at as publishedAt',
] as const;

const selected = (asking: Asking, selection: Selection) =>
  shown(asking)
    .select(columns)
    // A page of an earlier release has no version until the next start.
    .$if(selection.has('content'), (query) =>
      query.select((eb) => eb.fn.coalesce('page_version.content', 'page.content').as('content')),
    )
    .$if(selection.has('meta'), (query) => query.select('page_version.meta'));

type Read = Omit<PageRow, 'meta' | 'tags' | 'requireAuth' | 'publishedAt'> & {
  readonly meta?: unknown;
  readonly requireAuth: unknown;
  readonly publishedAt: unknown;
};

const rowOf = ({ meta, requireAuth, publishedAt, ...row }: Read): PageRow => ({
  ...row,
  requireAuth: Boolean(requireAuth),
  publishedAt: publishedAt === null ? null : instantFrom(publishedAt),
  ...(meta === undefined ? {} : { meta: meta === null ? null : jsonFrom<PageMeta>(meta) }),
});

export interface ListPages {
  /** Of one language, or of all. */
  readonly locale?: Locale | null | undefined;
  readonly type?: PageType | null;
  readonly category?: string | null;
  readonly tag?: string | null;
  readonly search?: string | null;
}

/** Of which types a search of the help finds pages. */
const helpTypes: readonly PageType[] = ['HELP', 'FAQ', 'PAGE'];

export interface FoundPage extends Pick<PageRow, 'id' | 'title' | 'excerpt' | 'slug'> {
  readonly words: string;
}

/** The listed pages of help that words are found in, in their given order. */
export const pagesFound = async (asking: Asking, { terms, locale }: HelpSought): Promise<FoundPage[]> =>
  (await shown(asking)
    .select(['page.id', 'page.title', 'page.excerpt', 'page.slug', 'page.words'])
    .where('page.is_public', '=', true)
    .where('page.type', 'in', helpTypes)
    .where(foundByWords(asking.db, 'page.words', terms))
    .$if(Boolean(locale), (query) => query.where('page.locale', '=', locale as Locale))
    .orderBy('page.position')
    .orderBy('page.id')
    .execute()) as FoundPage[];

/** The listed pages of one type, or of all, in their given order. */
export async function listPages(
  asking: Asking,
  { type, locale, category, tag, search }: ListPages,
  selection: Selection,
): Promise<PageRow[]> {
  const { db } = asking;
  let query = selected(asking, selection).where('page.is_public', '=', true);
  if (type) query = query.where('page.type', '=', type);
  if (category) query = query.where(isExactly(db, 'page.category', category));
  if (locale) query = query.where('page.locale', '=', locale);
  if (tag)
    query = query.where(
      'page.id',
      'in',
      db
        .selectFrom('page_tag')
        .select('page_tag.page_id')
        .where('name', '=', tag)
        .where(isExactly(db, 'name', tag)),
    );
  const found = foundIn(db, query, {
    text: search,
    within: ['page.title', 'page.excerpt'],
    folded: ['page_version.text'],
  });
  const rows = await found.orderBy('page.position').orderBy('page.id').execute();
  return withTags(asking, await withPublisher(asking, rows.map(rowOf)), selection);
}

/** One page that this reader may see, by its name or by one that it had before; anything else does not exist. */
export async function getPage(asking: Asking, slug: string, selection: Selection): Promise<PageRow> {
  const page = await named(asking, slug, selection);
  const [row] = page ? await withTags(asking, await withPublisher(asking, [page]), selection) : [];
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

async function named(asking: Asking, slug: string, selection: Selection): Promise<PageRow | undefined> {
  const page = await selected(asking, selection).where('page.slug', '=', slug).executeTakeFirst();
  // MySQL finds « CGU » under « cgu ».
  if (page?.slug === slug) return rowOf(page);
  const moved = await asking.db
    .selectFrom('page_redirect')
    .select(['slug', 'page_id'])
    .where('slug', '=', slug)
    .executeTakeFirst();
  if (moved?.slug !== slug) return undefined;
  const target = await selected(asking, selection).where('page.id', '=', moved.page_id).executeTakeFirst();
  return target && rowOf(target);
}

async function withTags(
  { db }: Pick<Asking, 'db'>,
  pages: readonly PageRow[],
  selection: Selection,
): Promise<PageRow[]> {
  if (!selection.has('tags') || pages.length === 0) return [...pages];
  const tags = await tagsByPage(
    { db },
    pages.map(({ id }) => id),
  );
  return pages.map((page) => ({ ...page, tags: tags.get(page.id) ?? [] }));
}

/** The tags of pages, in their order. */
export async function tagsByPage(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('page_tag')
    .select(['page_id', 'name'])
    .where('page_id', 'in', ids)
    .orderBy('position')
    .execute();
  const tags = new Map<string, string[]>();
  for (const { page_id, name } of rows) tags.set(page_id, [...(tags.get(page_id) ?? []), name]);
  return tags;
}

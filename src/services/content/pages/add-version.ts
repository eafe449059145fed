import { PageVersion } from '../../../entities/content/page-version.entity.ts';
import type { Page, PageMeta } from '../../../entities/content/page.entity.ts';
import { idOf } from '../../access/actor.ts';
import { foldText } from '../../kernel/fold.ts';
import { newId } from '../../kernel/ids.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import { textOf } from '../html/text-of.ts';
import { isLive } from './load-page.ts';

/** The words of a version. */
export interface VersionWords {
  readonly slug: string;
  readonly title: string;
  /** Sanitised. */
  readonly content: string;
  readonly excerpt: string | null;
  readonly meta: PageMeta | null;
  readonly note: string | null;
}

/** So many are kept of a page: the oldest that were never published go first. */
export const mostVersions = 200;

/** What a version is searched by. */
export const searchedText = ({
  title,
  excerpt,
  content,
}: Pick<VersionWords, 'title' | 'excerpt' | 'content'>): string =>
  foldText([title, excerpt ?? '', textOf(content)].join(' '));

/** Adds a version to a locked page: its draft from now on. A page that is not shown is called what its draft is called. */
export async function addVersion(
  tx: Tx<'em' | 'actor'>,
  page: Page,
  words: VersionWords & { readonly number?: number },
): Promise<PageVersion> {
  const { db } = writing(tx.em);
  const last = await db
    .selectFrom('page_version')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('page_id', '=', page.id)
    .executeTakeFirst();
  const version = tx.em.create(PageVersion, {
    id: newId(),
    ...words,
    number: words.number ?? Number(last?.number ?? 0) + 1,
    text: searchedText(words),
    page,
    authorId: idOf(tx.actor),
  });
  page.draftVersionId = version.id;
  if (!isLive(page)) nameAfter(page, words);
  await tx.em.flush();
  await thin(tx, page);
  return version;
}

/** What the row of a page says of its words. */
export function nameAfter(
  page: Page,
  { slug, title, excerpt }: Pick<VersionWords, 'slug' | 'title' | 'excerpt'>,
): void {
  page.slug = slug;
  page.title = title;
  page.excerpt = excerpt;
  page.content = '';
}

async function thin({ em }: Tx<'em'>, page: Page): Promise<void> {
  const { db } = writing(em);
  const rows = await db
    .selectFrom('page_version')
    .select(['id', 'published_at as publishedAt'])
    .where('page_id', '=', page.id)
    .orderBy('number', 'desc')
    .execute();
  if (rows.length <= mostVersions) return;
  const planned = await db
    .selectFrom('page_schedule')
    .select('version_id as id')
    .where('page_id', '=', page.id)
    .where('status', '=', 'PLANNED')
    .execute();
  const kept = new Set([page.liveVersionId, page.draftVersionId, ...planned.map(({ id }) => id)]);
  const spare = rows
    .slice(mostVersions)
    .flatMap(({ id, publishedAt }) => (publishedAt === null && !kept.has(id) ? [id] : []));
  if (spare.length > 0) await db.deleteFrom('page_version').where('id', 'in', spare).execute();
}

import type { PageType } from '../../../entities/content/page.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { foundIn } from '../../platform/list.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import type { Selection } from '../../platform/selection.ts';

export interface PageRow {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly excerpt: string | null;
  readonly type: PageType;
  readonly publishedAt: Date | null;
  /** Only when it is selected: pages are long. */
  readonly content?: string;
}

const published = (db: Db, selection: Selection) =>
  db
    .selectFrom('page')
    .select(['id', 'slug', 'title', 'excerpt', 'type', 'published_at as publishedAt'])
    .$if(selection.has('content'), (query) => query.select('content'))
    .where('status', '=', 'PUBLISHED');

export interface ListPages {
  readonly type?: PageType | null;
  readonly search?: string | null;
}

/** The published pages of one type, or of all, in their given order. */
export function listPages(
  { db }: Pick<ReadContext, 'db'>,
  { type, search }: ListPages,
  selection: Selection,
): Promise<PageRow[]> {
  const query = type ? published(db, selection).where('type', '=', type) : published(db, selection);
  return foundIn(db, query, { text: search, within: ['page.title', 'page.excerpt', 'page.content'] })
    .orderBy('position')
    .orderBy('id')
    .execute();
}

/** One published page; anything else does not exist. */
export async function getPage({ db }: Pick<ReadContext, 'db'>, slug: string, selection: Selection): Promise<PageRow> {
  const page = await published(db, selection).where('slug', '=', slug).executeTakeFirst();
  // MySQL finds « CGU » under « cgu ».
  if (page?.slug !== slug) throw new DomainError('NOT_FOUND');
  return page;
}

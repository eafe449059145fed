import type { PageMeta } from '../../../entities/content/page.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { blocksOf, differencesOf, type TextDifference } from '../html/differences.ts';

export interface PageVersionRow {
  readonly id: string;
  readonly number: number;
  readonly slug: string;
  readonly title: string;
  readonly content: string;
  readonly excerpt: string | null;
  readonly meta: PageMeta | null;
  readonly authorId: string | null;
  readonly note: string | null;
  readonly createdAt: Date;
  readonly publishedAt: Date | null;
}

const versions = (db: Db) =>
  db
    .selectFrom('page_version')
    .select([
      'page_version.id',
      'page_version.number',
      'page_version.slug',
      'page_version.title',
      'page_version.content',
      'page_version.excerpt',
      'page_version.meta',
      'page_version.author_id as authorId',
      'page_version.note',
      'page_version.created_at as createdAt',
      'page_version.published_at as publishedAt',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof versions>['executeTakeFirstOrThrow']>>;

const rowOf = (row: Row): PageVersionRow => ({
  ...row,
  meta: row.meta === null ? null : jsonFrom<PageMeta>(row.meta),
  createdAt: instantFrom(row.createdAt),
  publishedAt: row.publishedAt === null ? null : instantFrom(row.publishedAt),
});

/** Versions by their ids, for the pages that show them. */
export async function versionsByIds(
  { db }: Pick<ReadContext, 'db'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PageVersionRow>> {
  const found = await versions(db).where('page_version.id', 'in', ids).execute();
  return new Map(found.map((row) => [row.id, rowOf(row)]));
}

const number = sortKey<PageVersionRow>('page_version.number', 'number', (row) => row.number);
const orders: Orders<PageVersionRow, SortOf<'PageVersionSort'>> = {
  NUMBER_DESC: [number.desc],
  NUMBER_ASC: [number.asc],
};

export interface ListPageVersions extends ListRequest<SortOf<'PageVersionSort'>> {
  readonly id: string;
}

/** The versions of a page, the newest first unless said. */
export async function listPageVersions(
  { db, actor }: ReadContext,
  { id, orderBy, ...page }: ListPageVersions,
): Promise<PageOf<PageVersionRow>> {
  requirePermission(actor, 'content:read');
  await requirePage(db, id);
  return listPage({
    db,
    query: versions(db).where('page_version.page_id', '=', id),
    orders,
    orderBy: orderBy ?? 'NUMBER_DESC',
    page,
    shape: (found) => found.map(rowOf),
  });
}

async function requirePage(db: Db, id: string): Promise<void> {
  const page = isId(id) ? await db.selectFrom('page').select('id').where('id', '=', id).executeTakeFirst() : undefined;
  if (page === undefined) throw new DomainError('NOT_FOUND');
}

export interface PageComparison {
  readonly from: PageVersionRow;
  readonly to: PageVersionRow;
  readonly differences: readonly TextDifference[];
}

/** Two versions of a page, and what is different in their texts, block by block. */
export async function comparePageVersions(
  { db, actor }: ReadContext,
  { id, from, to }: { readonly id: string; readonly from: number; readonly to: number },
): Promise<PageComparison> {
  requirePermission(actor, 'content:read');
  await requirePage(db, id);
  const found = await versions(db)
    .where('page_version.page_id', '=', id)
    .where('page_version.number', 'in', [from, to])
    .execute();
  const [before, after] = [from, to].map((wanted) => found.find((row) => row.number === wanted));
  if (before === undefined || after === undefined) throw new DomainError('NOT_FOUND');
  return {
    from: rowOf(before),
    to: rowOf(after),
    differences: differencesOf(blocksOf(before.content), blocksOf(after.content)),
  };
}

import { sql, type RawBuilder, type SqlBool } from 'kysely';
import { personOf } from '../../access/actor.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { cabinetAccess } from '../access/cabinet-access.ts';
import { readableFolders } from '../access/folder-access.ts';
import { seenCabinets } from './cabinet-rows.ts';
import { documentFrom, documentRows, type DocumentRow } from './document-rows.ts';

/** The cabinets that the caller reads documents of, with the condition on each. */
async function readableParts(
  ctx: ReadContext,
): Promise<{ readonly id: string; readonly where: RawBuilder<SqlBool> }[]> {
  const cabinets = await ctx.db
    .selectFrom('cabinet')
    .innerJoin('cabinet_member', 'cabinet_member.cabinet_id', 'cabinet.id')
    .select('cabinet.id')
    .distinct()
    .where('cabinet_member.user_id', '=', personOf(ctx.actor))
    .where(seenCabinets(ctx))
    .execute();
  const parts: { id: string; where: RawBuilder<SqlBool> }[] = [];
  for (const { id } of cabinets) {
    const access = await cabinetAccess(ctx.db, ctx, id);
    const where = readableFolders(ctx, access, 'document.folder_id');
    parts.push({ id, where: sql`(document.cabinet_id = ${id} and ${where})` });
  }
  return parts;
}

const none = sql<SqlBool>`1 = 0`;

/** The documents of all the caller's cabinets that changed last, the newest first; at most so many. */
export async function recentDocuments(ctx: ReadContext, { first }: { readonly first: number }): Promise<DocumentRow[]> {
  const rows: DocumentRow[] = [];
  // Each cabinet has the order in an index; together they have not.
  for (const { where } of await readableParts(ctx)) {
    const newest = await documentRows(ctx.db)
      .where(where)
      .where('document.status', '=', 'ACTIVE')
      .orderBy('document.updated_at', 'desc')
      .orderBy('document.id', 'desc')
      .limit(first)
      .execute();
    rows.push(...newest.map(documentFrom(ctx.now)));
  }
  const isLater = (one: DocumentRow, other: DocumentRow): number =>
    other.updatedAt.getTime() - one.updatedAt.getTime() || (one.id < other.id ? 1 : -1);
  return rows.sort(isLater).slice(0, first);
}

interface FavouriteRow extends DocumentRow {
  readonly favouriteId: string;
  readonly favouredAt: Date;
}

const favouredAt = sortKey<FavouriteRow>('favourite.created_at', 'instant', (row) => row.favouredAt);
const favouriteId = sortKey<FavouriteRow>('favourite.id', 'id', (row) => row.favouriteId);
const orders: Orders<FavouriteRow, SortOf<'FavouriteSort'>> = {
  CREATED_AT_DESC: [favouredAt.desc, favouriteId.desc],
  CREATED_AT_ASC: [favouredAt.asc, favouriteId.asc],
};

/** The documents that the caller keeps at hand and may still read, the last one first. */
export async function favouriteDocuments(
  ctx: ReadContext,
  { orderBy, ...page }: ListRequest<SortOf<'FavouriteSort'>>,
): Promise<PageOf<DocumentRow>> {
  const parts = (await readableParts(ctx)).map(({ where }) => where);
  const query = documentRows(ctx.db)
    .innerJoin('favourite', 'favourite.document_id', 'document.id')
    .select(['favourite.id as favouriteId', 'favourite.created_at as favouredAt'])
    .where('favourite.user_id', '=', personOf(ctx.actor))
    .where('document.status', '=', 'ACTIVE')
    .where(sql<SqlBool>`(${sql.join(parts.length === 0 ? [none] : parts, sql` or `)})`);
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'CREATED_AT_DESC', page },
    shape: (rows) =>
      rows.map((row) => ({
        ...documentFrom(ctx.now)(row),
        ...{ favouriteId: row.favouriteId, favouredAt: instantFrom(row.favouredAt) },
      })),
  });
}

/** Which of these documents the caller keeps at hand. */
export async function favouredAmong(ctx: ReadContext, ids: readonly string[]): Promise<ReadonlyMap<string, boolean>> {
  if (ctx.actor.userId === null) return new Map();
  const rows = await ctx.db
    .selectFrom('favourite')
    .select('document_id')
    .where('user_id', '=', ctx.actor.userId)
    .where('document_id', 'in', ids)
    .execute();
  return new Map(rows.map(({ document_id }) => [document_id, true]));
}

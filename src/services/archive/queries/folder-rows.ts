import { sql } from 'kysely';
import type { FolderStatus, RestrictionLevel } from '../../../entities/archive/folder.entity.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { cabinetAccess, mayInCabinet } from '../access/cabinet-access.ts';
import { folderAccess, readableFolders } from '../access/folder-access.ts';
import { requireSeen } from './cabinet-rows.ts';
import { pathTo } from '../folders/folder-tree.ts';

/** A folder as whoever may read it sees it. */
export interface FolderRow {
  readonly id: string;
  readonly cabinetId: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly state: FolderStatus;
  readonly createdAt: Date;
  readonly trashedAt: Date | null;
}

const folderRows = (db: Db) =>
  db
    .selectFrom('folder')
    .select(['folder.id', 'folder.cabinet_id as cabinetId', 'folder.parent_id as parentId', 'folder.name'])
    .select(['folder.status as state', 'folder.created_at', 'folder.trashed_at']);

type Row = Awaited<ReturnType<ReturnType<typeof folderRows>['execute']>>[number];

const shaped = ({ created_at, trashed_at, state, ...row }: Row): FolderRow => ({
  ...row,
  ...{ state: state as FolderStatus, createdAt: instantFrom(created_at) },
  trashedAt: trashed_at === null ? null : instantFrom(trashed_at),
});

type Sort = SortOf<'FolderSort'>;

const name = sortKey<FolderRow>('folder.name_folded', 'folded', (row) => row.name);
const id = sortKey<FolderRow>('folder.id', 'id', (row) => row.id);
const orders: Orders<FolderRow, Sort> = { NAME_ASC: [name.asc, id.asc], NAME_DESC: [name.desc, id.desc] };

export interface ListFolders extends ListRequest<Sort> {
  readonly cabinetId: string;
  /** The folder they are in; the top of the cabinet for null. */
  readonly parentId: string | null;
}

/** The folders in a place that the caller may read, by their names. For whoever may not read the place there are none. */
export async function listFolders(
  ctx: ReadContext,
  { cabinetId, parentId, orderBy, ...page }: ListFolders,
): Promise<PageOf<FolderRow>> {
  const access = await folderAccess(ctx.db, ctx, { cabinetId, folderId: parentId });
  const query = folderRows(ctx.db)
    .where('folder.cabinet_id', '=', cabinetId)
    .where('folder.parent_id', parentId === null ? 'is' : '=', parentId)
    .where('folder.status', '=', 'ACTIVE')
    .where(readableFolders(ctx, access, 'folder.id'));
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'NAME_ASC', page, of: parentId ?? cabinetId },
    shape: (rows) => rows.map(shaped),
  });
}

/** The folders of a cabinet that were put into the trash, each without those inside it; for whoever may restore. Error: NOT_FOUND. */
export async function listTrashedFolders(
  ctx: ReadContext,
  { cabinetId, orderBy, ...page }: ListRequest<Sort> & { readonly cabinetId: string },
): Promise<PageOf<FolderRow>> {
  await requireSeen(ctx, cabinetId);
  const access = await cabinetAccess(ctx.db, ctx, cabinetId);
  const query = folderRows(ctx.db)
    .where('folder.cabinet_id', '=', cabinetId)
    .whereRef('folder.trashed_with', '=', 'folder.id')
    .where(mayInCabinet(ctx.actor, access, 'document:restore') ? sql<boolean>`1 = 1` : sql<boolean>`1 = 0`)
    .where(readableFolders(ctx, access, 'folder.id'));
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'NAME_ASC', page, of: cabinetId },
    shape: (rows) => rows.map(shaped),
  });
}

/** One folder, in the trash or not. NOT_FOUND for whoever may not read it. */
export async function getFolder(ctx: ReadContext, folderId: string): Promise<FolderRow> {
  const row = isId(folderId)
    ? await folderRows(ctx.db).where('folder.id', '=', folderId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  if (
    !mayInCabinet(ctx.actor, await folderAccess(ctx.db, ctx, { cabinetId: row.cabinetId, folderId }), 'document:read')
  )
    throw hiding({ type: 'cabinet', id: row.cabinetId });
  return shaped(row);
}

/** A folder and those it is in, from the top down: whoever may read it may read them. */
export const pathOf = async ({ db }: ReadContext, folderId: string): Promise<{ id: string; name: string }[]> =>
  (await pathTo(db, folderId)).reverse();

export interface RestrictionRow {
  readonly userId: string;
  readonly name: string;
  readonly most: RestrictionLevel;
}

/** The restrictions that are set on a folder itself; for managers, nobody else is shown any. */
export async function restrictionsOf(
  ctx: ReadContext,
  { id: folderId, cabinetId }: FolderRow,
): Promise<RestrictionRow[]> {
  const access = await folderAccess(ctx.db, ctx, { cabinetId, folderId });
  if (!mayInCabinet(ctx.actor, access, 'folder:restrict')) return [];
  const rows = await ctx.db
    .selectFrom('folder_restriction')
    .innerJoin('user', 'user.id', 'folder_restriction.user_id')
    .select(['user.id', 'user.first_name', 'user.last_name', 'folder_restriction.most'])
    .where('folder_restriction.folder_id', '=', folderId)
    .orderBy('folder_restriction.id')
    .limit(200)
    .execute();
  return rows.map((row) => ({
    ...{ userId: row.id, name: `${row.first_name} ${row.last_name}`.trim(), most: row.most as RestrictionLevel },
  }));
}

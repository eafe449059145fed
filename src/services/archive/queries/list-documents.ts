import { sql } from 'kysely';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage, type ListShape } from '../../platform/list.ts';
import type { ListRequest, PageOf, SearchRequest } from '../../platform/page.ts';
import { cabinetAccess, type CabinetAccess } from '../access/cabinet-access.ts';
import { readableFolders, readableShape } from '../access/folder-access.ts';
import { documentFrom, documentRows, type DocumentRow } from './document-rows.ts';
import { requireSeen } from './cabinet-rows.ts';
import { getFolder } from './folder-rows.ts';

type Sort = SortOf<'DocumentSort'>;

const title = sortKey<DocumentRow>('document.title_folded', 'folded', (row) => row.title);
const date = sortKey<DocumentRow>('document.document_date', 'folded', (row) => row.documentDate ?? '');
const createdAt = sortKey<DocumentRow>('document.created_at', 'instant', (row) => row.createdAt);
const updatedAt = sortKey<DocumentRow>('document.updated_at', 'instant', (row) => row.updatedAt);
const size = sortKey<DocumentRow>('document.size_bytes', 'number', (row) => row.sizeBytes);
const type = sortKey<DocumentRow>('document.type_folded', 'folded', (row) => row.typeFolded);
const id = sortKey<DocumentRow>('document.id', 'id', (row) => row.id);

const orders: Orders<DocumentRow, Sort> = {
  TITLE_ASC: [title.asc, id.asc],
  TITLE_DESC: [title.desc, id.desc],
  DOCUMENT_DATE_DESC: [date.desc, id.desc],
  DOCUMENT_DATE_ASC: [date.asc, id.asc],
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
  UPDATED_AT_DESC: [updatedAt.desc, id.desc],
  UPDATED_AT_ASC: [updatedAt.asc, id.asc],
  SIZE_DESC: [size.desc, id.desc],
  SIZE_ASC: [size.asc, id.asc],
  TYPE_ASC: [type.asc, id.asc],
  TYPE_DESC: [type.desc, id.desc],
};

export interface DocumentFilter {
  readonly typeId?: string | null | undefined;
  readonly correspondentId?: string | null | undefined;
  readonly tagId?: string | null | undefined;
  /** Local dates of the documents. */
  readonly from?: string | null | undefined;
  readonly to?: string | null | undefined;
}

export interface ListDocuments extends SearchRequest<Sort> {
  readonly cabinetId: string;
  /** Only what is in this folder itself; the whole cabinet unless said. */
  readonly folderId?: string | null | undefined;
  readonly filter?: DocumentFilter | null | undefined;
}

/** The living documents of a cabinet, or of one folder of it, that the caller may read. Errors: NOT_FOUND. */
export async function listDocuments(
  ctx: ReadContext,
  { cabinetId, folderId, filter, orderBy, search, ...page }: ListDocuments,
): Promise<PageOf<DocumentRow>> {
  const access = await requireSeen(ctx, cabinetId);
  if (folderId) await getFolder(ctx, folderId);
  const query = () => {
    const all = livingIn(ctx, cabinetId).where(readableFolders(ctx, access, 'document.folder_id'));
    return filtered(folderId ? all.where('document.folder_id', '=', folderId) : all, filter ?? {});
  };
  const compiled = isFiltered(filter) ? undefined : shapeOf(ctx, access, { folderId, orderBy });
  return listPage({
    ...{ db: ctx.db, query, compiled, orders, orderBy: orderBy ?? 'TITLE_ASC', page, of: folderId ?? cabinetId },
    search: { text: search, within: ['document.reference'], folded: ['document.title_folded'] },
    shape: (rows) => rows.map(documentFrom(ctx.now)),
  });
}

const isFiltered = (filter: DocumentFilter | null | undefined): boolean => Object.values(filter ?? {}).some(Boolean);

function shapeOf(
  ctx: ReadContext,
  access: CabinetAccess,
  { folderId, orderBy }: Pick<ListDocuments, 'folderId' | 'orderBy'>,
): ListShape {
  const readable = readableShape(ctx, access);
  return {
    key: `documents ${orderBy} ${folderId ? 'of a folder' : ''} ${readable.key}`,
    values: [access.cabinetId, 'ACTIVE', ...readable.values, ...(folderId ? [folderId] : [])],
  };
}

/** The condition that a document is where the caller may read. */
async function readable(ctx: ReadContext, cabinetId: string) {
  return readableFolders(ctx, await cabinetAccess(ctx.db, ctx, cabinetId), 'document.folder_id');
}

const livingIn = ({ db }: ReadContext, cabinetId: string) =>
  documentRows(db).where('document.cabinet_id', '=', cabinetId).where('document.status', '=', 'ACTIVE');

function filtered(query: ReturnType<typeof livingIn>, { typeId, correspondentId, tagId, from, to }: DocumentFilter) {
  let narrowed = query;
  if (typeId) narrowed = narrowed.where('document.type_id', '=', typeId);
  if (correspondentId) narrowed = narrowed.where('document.correspondent_id', '=', correspondentId);
  if (from) narrowed = narrowed.where('document.document_date', '>=', from);
  if (to) narrowed = narrowed.where('document.document_date', '<=', to).where('document.document_date', '!=', '');
  if (tagId)
    narrowed = narrowed.where(
      sql<boolean>`exists (select 1 from document_tag where document_id = document.id and tag_id = ${tagId})`,
    );
  return narrowed;
}

/** How many documents of a cabinet the caller may read: what is hidden from them does not count. */
export async function countDocuments(ctx: ReadContext, cabinetId: string): Promise<number> {
  const { n } = await ctx.db
    .selectFrom('document')
    .select(({ fn }) => fn.countAll().as('n'))
    .where('document.cabinet_id', '=', cabinetId)
    .where('document.status', '=', 'ACTIVE')
    .where(await readable(ctx, cabinetId))
    .executeTakeFirstOrThrow();
  return Number(n);
}

const trashedAt = sortKey<DocumentRow>('document.trashed_at', 'instant', (row) => row.trashedAt);
const trashOrders: Orders<DocumentRow, SortOf<'TrashSort'>> = {
  TRASHED_AT_DESC: [trashedAt.desc, id.desc],
  TRASHED_AT_ASC: [trashedAt.asc, id.asc],
};

/** What of the trash of a cabinet the caller may restore: managers everything, contributors what they added. Error: NOT_FOUND. */
export async function listTrash(
  ctx: ReadContext,
  { cabinetId, orderBy, ...page }: ListRequest<SortOf<'TrashSort'>> & { readonly cabinetId: string },
): Promise<PageOf<DocumentRow>> {
  const access = await requireSeen(ctx, cabinetId);
  let query = documentRows(ctx.db)
    .where('document.cabinet_id', '=', cabinetId)
    .where('document.status', '=', 'TRASHED')
    .where(readableFolders(ctx, access, 'document.folder_id'));
  if (access.role !== 'MANAGER')
    query = query.where('document.added_by', '=', access.role === 'CONTRIBUTOR' ? (ctx.actor.userId ?? '') : '');
  return listPage({
    ...{ db: ctx.db, query, orders: trashOrders, orderBy: orderBy ?? 'TRASHED_AT_DESC', page, of: cabinetId },
    shape: (rows) => rows.map(documentFrom(ctx.now)),
  });
}

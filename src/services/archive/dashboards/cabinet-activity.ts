import { sql } from 'kysely';
import type { SortOf } from '../../kernel/list-orders.ts';
import { DomainError } from '../../kernel/errors.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { ReadContext } from '../../platform/context.ts';
import { cabinetAccess, mayInCabinet, type CabinetAccess } from '../access/cabinet-access.ts';
import { readableFolders } from '../access/folder-access.ts';
import { requireIn } from '../access/require.ts';

type Sort = SortOf<'CabinetActivitySort'>;

/** Something that was done in a cabinet. */
export interface CabinetActivityRow {
  /** The number of its entry in the audit log. */
  readonly seq: number;
  readonly at: Date;
  /** As the audit log calls it. */
  readonly action: string;
  /** The id of a person or a program; null for the application itself. */
  readonly actorId: string | null;
  readonly documentId: string | null;
  readonly folderId: string | null;
  /** The present title of the document or name of the folder; null for the cabinet, and once it is gone. */
  readonly title: string | null;
}

export interface ListActivity extends ListRequest<Sort> {
  readonly cabinetId: string;
}

const seq = sortKey<CabinetActivityRow>('entry.seq', 'number', (row) => row.seq);
const orders: Orders<CabinetActivityRow, Sort> = { AT_DESC: [seq.desc], AT_ASC: [seq.asc] };

/**
 * What was done in a cabinet, as far as the caller may read now: nothing of folders that are hidden from them, and of what was destroyed
 * only for managers, because nothing says any more where it was. Error: NOT_FOUND, also for an admin who is no member.
 */
export async function cabinetActivity(
  ctx: ReadContext,
  { cabinetId, orderBy, ...page }: ListActivity,
): Promise<PageOf<CabinetActivityRow>> {
  const access = await cabinetAccess(ctx.db, ctx, cabinetId);
  if (access.role === null) throw new DomainError('NOT_FOUND');
  requireIn(ctx, access, 'activity:read');
  const query = activityRows(ctx).where(visibleTo(ctx, access));
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'AT_DESC', page },
    shape: (rows) => rows.map(shape),
  });
}

/** The newest thing that was done with a document, or with the cabinet itself, as far as the caller may read. Error: NOT_FOUND. */
export async function latestActivity(
  ctx: ReadContext,
  { cabinetId, documentId }: { readonly cabinetId: string; readonly documentId: string | null },
): Promise<CabinetActivityRow> {
  const access = await cabinetAccess(ctx.db, ctx, cabinetId);
  requireIn(ctx, access, 'activity:read');
  const row = await activityRows(ctx)
    .where('entry.target_id', '=', documentId ?? cabinetId)
    .where(visibleTo(ctx, access))
    .orderBy('entry.seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return shape(row);
}

function visibleTo(ctx: ReadContext, access: CabinetAccess) {
  const { cabinetId } = access;
  const isManager = mayInCabinet(ctx.actor, access, 'cabinet:grant');
  const documents = readableFolders(ctx, access, 'document.folder_id');
  const folders = readableFolders(ctx, access, 'folder.id');
  const gone = isManager ? sql`1 = 1` : sql`document.status <> 'PURGED'`;
  return sql<boolean>`(entry.outcome = 'SUCCESS' and (
    (entry.target_type = 'cabinet' and entry.target_id = ${cabinetId})
    or (entry.target_type = 'document' and document.cabinet_id = ${cabinetId} and ${gone} and ${documents})
    or (entry.target_type = 'folder' and folder.cabinet_id = ${cabinetId} and ${folders})))`;
}

const activityRows = ({ db }: ReadContext) =>
  db
    .selectFrom('audit_entry as entry')
    .leftJoin('document', (on) =>
      on.onRef('document.id', '=', 'entry.target_id').on('entry.target_type', '=', 'document'),
    )
    .leftJoin('folder', (on) => on.onRef('folder.id', '=', 'entry.target_id').on('entry.target_type', '=', 'folder'))
    .select(['entry.seq', 'entry.at', 'entry.action', 'entry.actor_id as actorId'])
    .select(['document.id as documentId', 'folder.id as folderId', 'document.title', 'folder.name as folderName']);

type Row = Awaited<ReturnType<ReturnType<typeof activityRows>['execute']>>[number];

const shape = ({ title, folderName, ...row }: Row): CabinetActivityRow => ({
  ...row,
  seq: numberFrom(row.seq),
  at: instantFrom(row.at),
  title: (title ?? folderName) || null,
});

import type { VersionOrigin } from '../../../entities/archive/document-version.entity.ts';
import { can } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom, numberFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import type { CabinetAccess } from '../access/cabinet-access.ts';
import { folderAccess } from '../access/folder-access.ts';
import { documentsById, getDocument, mayRestore, type DocumentRow } from './document-rows.ts';

/** One version of a document that the caller may read. */
export interface VersionRow {
  readonly id: string;
  readonly documentId: string;
  readonly number: number;
  readonly fileId: string | null;
  readonly label: string | null;
  readonly comment: string | null;
  readonly origin: VersionOrigin;
  readonly restoredFrom: string | null;
  readonly authorId: string | null;
  readonly mimeType: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  readonly words: number | null;
  readonly pages: number | null;
  readonly createdAt: Date;
}

const versionRows = (db: Db) =>
  db
    .selectFrom('document_version')
    .select(['id', 'document_id as documentId', 'number', 'file_id as fileId', 'label', 'comment', 'origin'])
    .select(['restored_from as restoredFrom', 'author_id as authorId', 'mime_type as mimeType', 'sha256'])
    .select(['size_bytes', 'words', 'pages', 'created_at']);

type Row = Awaited<ReturnType<ReturnType<typeof versionRows>['execute']>>[number];

const shaped = ({ size_bytes, created_at, origin, ...row }: Row): VersionRow => ({
  ...row,
  ...{ origin: origin as VersionOrigin, sizeBytes: numberFrom(size_bytes), createdAt: instantFrom(created_at) },
});

type Sort = SortOf<'DocumentVersionSort'>;

const number = sortKey<VersionRow>('document_version.number', 'number', (row) => row.number);
const id = sortKey<VersionRow>('document_version.id', 'id', (row) => row.id);
const orders: Orders<VersionRow, Sort> = { NUMBER_DESC: [number.desc, id.desc], NUMBER_ASC: [number.asc, id.asc] };

/** The versions of a document, the newest first unless said; those whose content is destroyed among them. */
export const listVersions = (
  { db }: ReadContext,
  { documentId, orderBy, ...page }: ListRequest<Sort> & { readonly documentId: string },
): Promise<PageOf<VersionRow>> =>
  listPage({
    ...{ db, query: versionRows(db).where('document_id', '=', documentId), orders, page, of: documentId },
    ...{ orderBy: orderBy ?? 'NUMBER_DESC', shape: (rows: Row[]) => rows.map(shaped) },
  });

export async function versionsById(
  { db }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, VersionRow>> {
  const rows = await versionRows(db).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, shaped(row)]));
}

export interface VersionComparison {
  readonly from: VersionRow;
  readonly to: VersionRow;
  readonly isSameContent: boolean;
  /** Bytes of `to` less those of `from`. */
  readonly sizeDifference: number;
  /** What of them differs beside their content. */
  readonly changed: readonly string[];
}

const compared = ['mimeType', 'label', 'comment', 'authorId', 'pages', 'words'] as const;

/** Two versions of a document side by side. Error: NOT_FOUND. */
export async function compareVersions(
  ctx: ReadContext,
  { documentId, from: fromNumber, to: toNumber }: { documentId: string; from: number; to: number },
): Promise<VersionComparison> {
  await getDocument(ctx, documentId);
  const rows = (
    await versionRows(ctx.db)
      .where('document_id', '=', documentId)
      .where('number', 'in', [fromNumber, toNumber])
      .execute()
  ).map(shaped);
  const from = rows.find((row) => row.number === fromNumber);
  const to = rows.find((row) => row.number === toNumber);
  if (from === undefined || to === undefined) throw new DomainError('NOT_FOUND');
  return {
    ...{ from, to, isSameContent: from.sha256 === to.sha256, sizeDifference: to.sizeBytes - from.sizeBytes },
    changed: compared.filter((name) => from[name] !== to[name]),
  };
}

/** What can be done with a document. */
export const documentActions = [
  ...(['addVersion', 'update', 'move', 'copy', 'trash', 'restore', 'lock', 'unlock', 'restoreVersion'] as const),
  'deleteVersion',
] as const;
export type DocumentAction = (typeof documentActions)[number];

/** What the caller may do with each of these documents now. Each folder is asked about once. */
export async function actionsByDocument(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, readonly DocumentAction[]>> {
  const documents = await documentsById(ctx, ids);
  const asked = new Map<string, Promise<CabinetAccess>>();
  const accessTo = ({ cabinetId, folderId }: DocumentRow): Promise<CabinetAccess> => {
    const key = folderId ?? cabinetId;
    const known = asked.get(key) ?? folderAccess(ctx.db, ctx, { cabinetId, folderId });
    asked.set(key, known);
    return known;
  };
  const entries = [...documents.values()].map(
    async (row) => [row.id, actionsOn(ctx, row, await accessTo(row))] as const,
  );
  return new Map(await Promise.all(entries));
}

const ofUnlocked: readonly DocumentAction[] = ['addVersion', 'update', 'move', 'lock', 'restoreVersion'];

function actionsOn(ctx: ReadContext, row: DocumentRow, { container, role, status }: CabinetAccess): DocumentAction[] {
  if (status !== 'ACTIVE' || !can(ctx.actor, 'document:update', { container })) return [];
  const isOwn = mayRestore(ctx, role, row);
  if (row.state === 'TRASHED') return isOwn ? ['restore'] : [];
  const of = { isOwn, isManager: role === 'MANAGER', isMine: row.lock?.byUserId === ctx.actor.userId };
  return documentActions.filter((action) => allowedOn(row, of)[action] === true);
}

interface Relation {
  readonly isOwn: boolean;
  readonly isManager: boolean;
  /** Is the lock theirs? */
  readonly isMine: boolean;
}

/** What a contributor or a manager may do with a living document. */
function allowedOn(
  { lock }: DocumentRow,
  { isOwn, isManager, isMine }: Relation,
): Readonly<Partial<Record<DocumentAction, boolean>>> {
  const isFree = lock === null || isMine;
  return {
    ...Object.fromEntries(ofUnlocked.map((action) => [action, isFree])),
    ...{ copy: true, trash: isFree && isOwn, deleteVersion: isFree && isManager },
    unlock: lock !== null && (isMine || isManager),
  };
}

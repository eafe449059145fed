import type { CustomValues, DocumentStatus } from '../../../entities/archive/document.entity.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { instantFrom, jsonFrom, numberFrom } from '../../platform/orm/values.ts';
import { mayInCabinet } from '../access/cabinet-access.ts';
import { folderAccess } from '../access/folder-access.ts';

/** A document as whoever may read it sees it; its note is opened by itself. */
export interface DocumentRow {
  readonly id: string;
  readonly cabinetId: string;
  readonly folderId: string | null;
  readonly title: string;
  readonly state: DocumentStatus;
  readonly typeId: string | null;
  readonly typeFolded: string;
  readonly correspondentId: string | null;
  readonly documentDate: string | null;
  readonly reference: string | null;
  readonly customValues: CustomValues;
  readonly hasNote: boolean;
  /** The number of its current version. */
  readonly lastNumber: number;
  readonly currentVersionId: string | null;
  readonly sizeBytes: number;
  readonly mimeType: string;
  readonly addedBy: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly lock: DocumentLockRow | null;
  readonly trashedAt: Date | null;
  readonly retainUntil: Date | null;
}

export interface DocumentLockRow {
  readonly byUserId: string;
  readonly until: Date;
  readonly reason: string | null;
}

export const documentRows = (db: Db) =>
  db
    .selectFrom('document')
    .select(['document.id', 'document.cabinet_id', 'document.folder_id', 'document.title', 'document.status'])
    .select(['document.type_id', 'document.type_folded', 'document.correspondent_id', 'document.document_date'])
    .select(['document.reference', 'document.custom_values', 'document.note_key_id', 'document.last_number'])
    .select(['document.current_version_id', 'document.size_bytes', 'document.mime_type', 'document.added_by'])
    .select(['document.created_at', 'document.updated_at', 'document.locked_by', 'document.locked_until'])
    .select(['document.lock_reason', 'document.trashed_at', 'document.retain_until']);

type Row = Awaited<ReturnType<ReturnType<typeof documentRows>['execute']>>[number];

const at = (value: unknown): Date | null => (value === null ? null : instantFrom(value));

/** The lock of a document; one that has ended is none. */
function lockOf(row: Row, now: Date): DocumentLockRow | null {
  const until = at(row.locked_until);
  if (row.locked_by === null || until === null || until <= now) return null;
  return { byUserId: row.locked_by, until, reason: row.lock_reason };
}

export const documentFrom =
  (now: Date) =>
  (row: Row): DocumentRow => ({
    id: row.id,
    cabinetId: row.cabinet_id,
    folderId: row.folder_id,
    title: row.title,
    state: row.status as DocumentStatus,
    typeId: row.type_id,
    typeFolded: row.type_folded,
    correspondentId: row.correspondent_id,
    documentDate: row.document_date || null,
    reference: row.reference,
    customValues: jsonFrom<CustomValues>(row.custom_values),
    hasNote: row.note_key_id !== null,
    lastNumber: row.last_number,
    currentVersionId: row.current_version_id,
    mimeType: row.mime_type,
    sizeBytes: numberFrom(row.size_bytes),
    addedBy: row.added_by,
    lock: lockOf(row, now),
    createdAt: instantFrom(row.created_at),
    updatedAt: instantFrom(row.updated_at),
    trashedAt: at(row.trashed_at),
    retainUntil: at(row.retain_until),
  });

/** One document that the caller may read; in the trash, for whoever may restore it. NOT_FOUND otherwise. */
export async function getDocument(ctx: ReadContext, documentId: string): Promise<DocumentRow> {
  const row = isId(documentId)
    ? await documentRows(ctx.db).where('document.id', '=', documentId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  const document = documentFrom(ctx.now)(row);
  if (!(await isShown(ctx, document))) throw hiding({ type: 'document', id: documentId });
  return document;
}

async function isShown(ctx: ReadContext, document: DocumentRow): Promise<boolean> {
  const access = await folderAccess(ctx.db, ctx, document);
  if (document.state === 'PURGED' || !mayInCabinet(ctx.actor, access, 'document:read')) return false;
  return document.state === 'ACTIVE' || mayRestore(ctx, access.role, document);
}

/** Managers restore anything, contributors what they added. */
export const mayRestore = (
  { actor }: Pick<ReadContext, 'actor'>,
  role: string | null,
  { addedBy }: Pick<DocumentRow, 'addedBy'>,
): boolean => role === 'MANAGER' || (role === 'CONTRIBUTOR' && addedBy !== null && addedBy === actor.userId);

/** Documents by their ids, whoever asks: for what the caller was shown already. */
export async function documentsById(
  ctx: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DocumentRow>> {
  const rows = await documentRows(ctx.db).where('document.id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, documentFrom(ctx.now)(row)]));
}

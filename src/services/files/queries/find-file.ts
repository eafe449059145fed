import type { FileKind, ScanStatus } from '../../../entities/files/stored-file.entity.ts';
import type { Db } from '../../platform/context.ts';

/** A file as its readers see it. */
export interface FileRow {
  readonly id: string;
  readonly name: string;
  readonly kind: FileKind;
  readonly mimeType: string;
  /** Bytes. */
  readonly sizeBytes: number;
  readonly sha256: string;
  readonly createdAt: unknown;
  readonly versionId: string;
  readonly scanStatus: ScanStatus | null;
}

/** Columns of `stored_file` (alias `f`) that make a `FileRow`. */
export const fileColumns = [
  'f.id',
  'f.name',
  'f.kind',
  'f.mime_type as mimeType',
  'f.size_bytes as sizeBytes',
  'f.sha256',
  'f.created_at as createdAt',
  'f.version_id as versionId',
  'f.scan_status as scanStatus',
] as const;

export const findFile = (db: Db, id: string): Promise<FileRow | undefined> =>
  db
    .selectFrom('stored_file as f')
    .select(fileColumns)
    .where('f.id', '=', id)
    .where('f.deleted_at', 'is', null)
    .executeTakeFirst() as Promise<FileRow | undefined>;

/** What opening a stored file needs; undefined once its key was destroyed. */
export const findSealed = (db: Db, id: string) =>
  db
    .selectFrom('stored_file as f')
    .innerJoin('data_key as k', 'k.id', 'f.data_key_id')
    .select([
      'f.id as fileId',
      'f.version_id as versionId',
      'k.id as dekId',
      'k.wrapped',
      'f.size_bytes as size',
      'f.name',
      'f.mime_type as mimeType',
      'f.scan_status as scanStatus',
    ])
    .where('f.id', '=', id)
    .where('f.deleted_at', 'is', null)
    .executeTakeFirst();

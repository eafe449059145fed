import type { FileKind } from '../../../entities/files/stored-file.entity.ts';
import type { Manifest } from '../format/manifest.ts';
import type { Repository } from '../repository/repository.ts';
import { rowsOfBackup, type RowOfBackup } from './rows-of-backup.ts';

/** Which documents: those of the cabinets, those in the folders and below, and these. */
export interface RestoreScope {
  readonly cabinetIds: readonly string[];
  readonly folderIds: readonly string[];
  readonly documentIds: readonly string[];
}

export interface FolderOfBackup {
  readonly name: string;
  readonly parentId: string | null;
}

/** A document as it was, with what opens its content. */
export interface DocumentOfBackup {
  readonly id: string;
  readonly cabinetId: string;
  readonly title: string;
  /** The folders from the top down to it. */
  readonly path: readonly (FolderOfBackup & { readonly id: string })[];
  readonly versionId: string;
  readonly sha256: string;
  readonly size: number;
  readonly file: {
    readonly id: string;
    readonly versionId: string;
    readonly ciphertextSha256: string;
    readonly name: string;
    readonly mimeType: string;
    readonly kind: FileKind;
  };
  /** Null when it was taken out of the backup: forgotten for good. */
  readonly key: { readonly id: string; readonly wrapped: Buffer } | null;
}

type Rows = ReadonlyMap<string, RowOfBackup>;

/** The documents of a scope that had content in a backup. */
export async function documentsOfBackup(
  repository: Repository,
  manifest: Manifest,
  scope: RestoreScope,
): Promise<DocumentOfBackup[]> {
  const read = (name: string, isWanted: (row: RowOfBackup) => boolean): Promise<Rows> =>
    collected(rowsOfBackup(repository, manifest, name), isWanted);
  const among = (column: string, ids: readonly string[]) => {
    const wanted = new Set(ids);
    return (row: RowOfBackup): boolean => wanted.has(String(row[column]));
  };
  const folders = await read('folder', () => true);
  const documents = await read('document', isInScope(scope, folders));
  const versions = await read('document_version', among('id', texts(documents, 'current_version_id')));
  const files = await read('stored_file', among('id', texts(versions, 'file_id')));
  const keys = await read('data_key', among('id', texts(files, 'data_key_id')));
  return [...documents.values()].flatMap((row) => documentFrom(row, { folders, versions, files, keys }) ?? []);
}

async function collected(rows: AsyncIterable<RowOfBackup>, isWanted: (row: RowOfBackup) => boolean): Promise<Rows> {
  const found = new Map<string, RowOfBackup>();
  for await (const row of rows) if (isWanted(row)) found.set(String(row['id']), row);
  return found;
}

const texts = (rows: Rows, column: string): string[] => [...rows.values()].map((row) => String(row[column]));

function isInScope({ cabinetIds, folderIds, documentIds }: RestoreScope, folders: Rows) {
  const [cabinets, places, documents] = [new Set(cabinetIds), new Set(folderIds), new Set(documentIds)];
  return (row: RowOfBackup): boolean =>
    row['status'] !== 'PURGED' &&
    (documents.has(String(row['id'])) ||
      cabinets.has(String(row['cabinet_id'])) ||
      pathOf(folders, row['folder_id']).some(({ id }) => places.has(id)));
}

function pathOf(folders: Rows, folderId: unknown): (FolderOfBackup & { id: string })[] {
  const path: (FolderOfBackup & { id: string })[] = [];
  for (let at = folderId; typeof at === 'string' && path.length < 64;) {
    const row = folders.get(at);
    if (row === undefined) break;
    const parentId = row['parent_id'] === null ? null : String(row['parent_id']);
    path.unshift({ id: at, name: String(row['name']), parentId });
    at = parentId;
  }
  return path;
}

interface Known {
  readonly folders: Rows;
  readonly versions: Rows;
  readonly files: Rows;
  readonly keys: Rows;
}

function documentFrom(row: RowOfBackup, { folders, versions, files, keys }: Known): DocumentOfBackup | undefined {
  const version = versions.get(String(row['current_version_id']));
  const file = version && files.get(String(version['file_id']));
  if (version === undefined || file === undefined) return undefined;
  const key = keys.get(String(file['data_key_id']));
  return {
    id: String(row['id']),
    cabinetId: String(row['cabinet_id']),
    title: String(row['title']),
    path: pathOf(folders, row['folder_id']),
    versionId: String(version['id']),
    sha256: String(version['sha256']),
    size: Number(version['size_bytes']),
    file: {
      id: String(file['id']),
      versionId: String(file['version_id']),
      ciphertextSha256: String(file['ciphertext_sha256']),
      name: String(file['name']),
      mimeType: String(file['mime_type']),
      kind: file['kind'] as FileKind,
    },
    key: key === undefined ? null : { id: String(key['id']), wrapped: Buffer.from(String(key['wrapped']), 'base64') },
  };
}

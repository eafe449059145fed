import type { ReadContext } from '../../platform/context.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import { DomainError } from '../../kernel/errors.ts';
import { cabinetAccess } from '../access/cabinet-access.ts';
import { readableFolders } from '../access/folder-access.ts';
import { numberedName } from '../name-key.ts';

/** What is packed: a cabinet, a folder of it with all that is below, or some documents of it. */
export interface ZipScope {
  readonly cabinetId: string;
  readonly folderId: string | null;
  readonly documentIds: readonly string[] | null;
}

/** One document of an archive: where it stands in it, and its current content. */
export interface ZipItem {
  readonly name: string;
  readonly documentId: string;
  readonly fileId: string;
}

const mostFiles = 10_000;
const mostBytes = 20 * 2 ** 30;

/** The living documents of a scope that the caller may read, each under a name of its own. Error: ARCHIVE_LIMIT. */
export async function zipEntries(ctx: ReadContext, scope: ZipScope): Promise<ZipItem[]> {
  const paths = await folderPaths(ctx, scope);
  const rows = (await documentsIn(ctx, scope)).filter(
    ({ folderId }) => scope.folderId === null || (folderId !== null && paths.has(folderId)),
  );
  const bytes = rows.reduce((sum, { size }) => sum + numberFrom(size), 0);
  if (rows.length > mostFiles || bytes > mostBytes)
    throw new DomainError('ARCHIVE_LIMIT', { limit: 'zip', most: mostFiles, mostBytes });
  const taken = new Set<string>();
  return rows.map(({ title, folderId, documentId, fileId }) => {
    const folder = scope.documentIds === null && folderId !== null ? (paths.get(folderId) ?? '') : '';
    return { name: uniqueName(taken, folder, title), documentId, fileId: fileId as string };
  });
}

async function documentsIn(ctx: ReadContext, { cabinetId, documentIds }: ZipScope) {
  const access = await cabinetAccess(ctx.db, ctx, cabinetId);
  let query = ctx.db
    .selectFrom('document')
    .innerJoin('document_version as version', 'version.id', 'document.current_version_id')
    .select(['document.id as documentId', 'document.title', 'document.folder_id as folderId'])
    .select(['version.file_id as fileId', 'version.size_bytes as size'])
    .where('document.cabinet_id', '=', cabinetId)
    .where('document.status', '=', 'ACTIVE')
    .where('version.file_id', 'is not', null)
    .where(readableFolders(ctx, access, 'document.folder_id'))
    .orderBy('document.id');
  if (documentIds !== null) query = query.where('document.id', 'in', documentIds);
  return query.execute();
}

/** The path of each folder of a cabinet, from the folder that is packed. */
async function folderPaths({ db }: ReadContext, { cabinetId, folderId }: ZipScope): Promise<Map<string, string>> {
  const folders = await db
    .selectFrom('folder')
    .select(['id', 'parent_id', 'name'])
    .where('cabinet_id', '=', cabinetId)
    .execute();
  const children = Map.groupBy(folders, ({ parent_id }) => parent_id ?? '');
  const paths = new Map<string, string>(folderId === null ? [] : [[folderId, '']]);
  const waiting = [{ id: folderId ?? '', path: '' }];
  for (const { id, path } of waiting)
    for (const child of children.get(id) ?? []) {
      paths.set(child.id, `${path}${child.name}/`);
      waiting.push({ id: child.id, path: `${path}${child.name}/` });
    }
  return paths;
}

/** Names differ by more than case: some systems unpack them into one file otherwise. */
function uniqueName(taken: Set<string>, folder: string, title: string): string {
  for (let number = 1; ; number += 1) {
    const name = folder + (number === 1 ? title : numberedName(title, number));
    const key = name.normalize('NFC').toLowerCase();
    if (!taken.has(key)) {
      taken.add(key);
      return name;
    }
  }
}

import type { Folder } from '../../../entities/archive/folder.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { folderAccess } from '../access/folder-access.ts';
import { livingFolder, openPlace, requireIn, type OpenedPlace } from '../access/require.ts';
import { placedName } from '../name-key.ts';
import { folderNameKey, heightOf, mostDeep, pathTo, requireFreeFolderName } from './folder-tree.ts';

type Changing = 'em' | 'actor' | 'now' | 'record';

/** A living folder to be changed, its cabinet locked. NOT_FOUND for whoever may not read it. */
export async function openFolder(
  tx: Tx<'em' | 'actor' | 'now'>,
  id: string,
): Promise<OpenedPlace & { readonly folder: Folder }> {
  const seen = isId(id)
    ? await writing(tx.em).db.selectFrom('folder').select('cabinet_id').where('id', '=', id).executeTakeFirst()
    : undefined;
  if (seen === undefined) throw new DomainError('NOT_FOUND');
  const opened = await openPlace(tx, { cabinetId: seen.cabinet_id, folderId: id }, 'folder:manage');
  if (opened.folder === null) throw new DomainError('NOT_FOUND');
  return { ...opened, folder: opened.folder };
}

/** Gives a folder another name. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED, INPUT_INVALID. */
export const renameFolder: UseCase<Changing, { readonly id: string; readonly name: string }, Folder> = async (
  tx,
  { id, name: given },
) => {
  const name = placedName(given, 'input.name');
  const { cabinet, folder } = await openFolder(tx, id);
  const key = folderNameKey({ cabinetId: cabinet.id, parentId: folder.parentId }, name);
  await requireFreeFolderName(tx, { key, name, exceptId: id });
  Object.assign(folder, { name, nameKey: key });
  tx.record({ action: 'FOLDER_RENAMED', targetType: 'folder', targetId: id, payload: { cabinetId: cabinet.id } });
  return folder;
};

export interface MoveFolder {
  readonly id: string;
  /** The folder it goes into; the top of the cabinet unless said. */
  readonly parentId?: string | null | undefined;
}

/**
 * Puts a folder, with all that is in it, elsewhere in its cabinet. Errors: NOT_FOUND, FORBIDDEN, FOLDER_CYCLE, FOLDER_TOO_DEEP, NAME_TAKEN,
 * CABINET_ARCHIVED.
 */
export const moveFolder: UseCase<Changing, MoveFolder, Folder> = async (tx, { id, parentId = null }) => {
  const { cabinet, folder } = await openFolder(tx, id);
  const { db } = writing(tx.em);
  const path = parentId === null ? [] : await pathTo(db, parentId);
  if (parentId !== null) await livingFolder(tx, cabinet, parentId);
  requireIn(tx, await folderAccess(db, tx, { cabinetId: cabinet.id, folderId: parentId }), 'folder:manage');
  if (path.some((one) => one.id === id)) throw new DomainError('FOLDER_CYCLE');
  if (path.length + (await heightOf(tx, id)) > mostDeep) throw new DomainError('FOLDER_TOO_DEEP', { most: mostDeep });
  const key = folderNameKey({ cabinetId: cabinet.id, parentId }, folder.name);
  await requireFreeFolderName(tx, { key, name: folder.name, exceptId: id });
  const from = folder.parentId;
  Object.assign(folder, { parentId, nameKey: key });
  const payload = { cabinetId: cabinet.id, from, to: parentId };
  tx.record({ action: 'FOLDER_MOVED', targetType: 'folder', targetId: id, payload });
  return folder;
};

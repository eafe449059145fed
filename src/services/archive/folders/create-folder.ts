import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Folder } from '../../../entities/archive/folder.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import { openPlace } from '../access/require.ts';
import { placedName } from '../name-key.ts';
import { depthOf, folderNameKey, mostDeep, requireFreeFolderName } from './folder-tree.ts';

export interface CreateFolder extends Keyed {
  readonly cabinetId: string;
  /** The folder it is made in; the top of the cabinet unless said. */
  readonly parentId?: string | null | undefined;
  readonly name: string;
}

const mostFolders = 10_000;

type Creating = 'em' | 'actor' | 'now' | 'record';

async function enterFolder(tx: Tx<Creating>, input: Omit<CreateFolder, 'key'>): Promise<Folder> {
  const name = placedName(input.name, 'input.name');
  const place = { cabinetId: input.cabinetId, folderId: input.parentId };
  const { cabinet, folder: parent } = await openPlace(tx, place, 'folder:manage');
  return addFolder(tx, { cabinet, parentId: parent?.id ?? null, name });
}

/** A folder in the locked cabinet; its name is free, the tree is not deeper than it may be. */
export async function addFolder(
  tx: Tx<'em' | 'actor' | 'record'>,
  { cabinet, parentId, name }: { readonly cabinet: Cabinet; readonly parentId: string | null; readonly name: string },
): Promise<Folder> {
  if (cabinet.folderCount >= mostFolders)
    throw new DomainError('ARCHIVE_LIMIT', { limit: 'folders', most: mostFolders });
  if ((await depthOf(tx, parentId)) >= mostDeep) throw new DomainError('FOLDER_TOO_DEEP', { most: mostDeep });
  const key = folderNameKey({ cabinetId: cabinet.id, parentId }, name);
  await requireFreeFolderName(tx, { key, name });
  const createdBy = idOf(tx.actor);
  const folder = tx.em.create(Folder, { cabinet, parentId, name, nameKey: key, createdBy });
  cabinet.folderCount += 1;
  await tx.em.flush();
  tx.record({
    action: 'FOLDER_CREATED',
    ...{ targetType: 'folder', targetId: folder.id, payload: { cabinetId: cabinet.id, parentId } },
  });
  return folder;
}

/**
 * A new folder in a cabinet. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, FOLDER_TOO_DEEP, ARCHIVE_LIMIT, CABINET_ARCHIVED, INPUT_INVALID.
 */
export const createFolder = keyed<Creating, CreateFolder, Folder>('createFolder', enterFolder, ({ em }, id) =>
  em.findOneOrFail(Folder, { id }),
);

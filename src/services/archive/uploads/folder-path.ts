import { Folder } from '../../../entities/archive/folder.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { openPlace } from '../access/require.ts';
import { addFolder } from '../folders/create-folder.ts';
import { folderNameKey, mostDeep } from '../folders/folder-tree.ts';
import { placedName } from '../name-key.ts';

/** Folders by their names, from a folder of the cabinet or its top downwards. */
export interface FolderPath {
  readonly cabinetId: string;
  readonly folderId: string | null;
  readonly names: readonly string[];
  /** Where the names stand in what was asked, for errors. */
  readonly field: 'folderPath' | 'input.folderPath';
}

function checkedNames({ names, field }: FolderPath): string[] {
  if (names.length > mostDeep) throw fieldError(field, 'arrayMaxSize');
  return names.map((name, i) => placedName(name, `${field}.${i}`));
}

const folderNamed = ({ em }: Tx<'em'>, place: { cabinetId: string; parentId: string | null }, name: string) =>
  em.findOne(Folder, { nameKey: folderNameKey(place, name), isNamed: true });

/** The folder at the end of a path; undefined when one on the way is missing. Whether the actor may see it is asked of the folder itself. */
export async function findFolderAt(tx: Tx<'em'>, path: FolderPath): Promise<string | null | undefined> {
  let parentId = path.folderId;
  for (const name of checkedNames(path)) {
    const found = await folderNamed(tx, { cabinetId: path.cabinetId, parentId }, name);
    if (found === null) return undefined;
    parentId = found.id;
  }
  return parentId;
}

/** The same; missing folders are made, by whoever may. Errors: those of `createFolder`. */
export async function folderAt(tx: Tx<'em' | 'actor' | 'now' | 'record'>, path: FolderPath): Promise<string | null> {
  const { cabinetId } = path;
  let parentId = path.folderId;
  for (const name of checkedNames(path)) {
    const known = await folderNamed(tx, { cabinetId, parentId }, name);
    if (known !== null) {
      parentId = known.id;
      continue;
    }
    const { cabinet } = await openPlace(tx, { cabinetId, folderId: parentId }, 'folder:manage');
    // Somebody else may have made it while the cabinet was waited for.
    const made =
      (await folderNamed(tx, { cabinetId, parentId }, name)) ?? (await addFolder(tx, { cabinet, parentId, name }));
    parentId = made.id;
  }
  return parentId;
}

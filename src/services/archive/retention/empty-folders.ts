import { Folder } from '../../../entities/archive/folder.entity.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { lockAnyCabinet } from '../access/require.ts';

export interface EmptyFolders {
  readonly cabinetId: string;
  /** Only those that went into the trash then or before. */
  readonly trashedBefore: Date;
}

/** Deletes the folders in the trash of a cabinet that nothing is left in, the deepest first. Returns how many. */
export const deleteEmptyFolders: UseCase<'em', EmptyFolders, number> = async (tx, asked) => {
  const cabinet = await lockAnyCabinet(tx, asked.cabinetId);
  let deleted = 0;
  for (let ids = await emptyFolders(tx, asked); ids.length > 0; ids = await emptyFolders(tx, asked)) {
    await tx.em.nativeDelete(Folder, { id: { $in: ids } });
    deleted += ids.length;
  }
  cabinet.folderCount -= deleted;
  return deleted;
};

const some = 500;

async function emptyFolders({ em }: Tx<'em'>, { cabinetId, trashedBefore }: EmptyFolders): Promise<string[]> {
  const rows = await writing(em)
    .db.selectFrom('folder')
    .select('folder.id')
    .where('folder.cabinet_id', '=', cabinetId)
    .where('folder.status', '=', 'TRASHED')
    .where('folder.trashed_at', '<=', trashedBefore)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('document').select('document.id').whereRef('document.folder_id', '=', 'folder.id'))),
    )
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('folder as inside').select('inside.id').whereRef('inside.parent_id', '=', 'folder.id'))),
    )
    .limit(some)
    .execute();
  return rows.map(({ id }) => id);
}

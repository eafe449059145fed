import type { FolderStatus } from '../../../entities/archive/folder.entity.ts';
import type { StateTable } from '../../kernel/states.ts';

export type FolderVerb = 'trash' | 'restore';

/** A folder goes into the trash with all that is in it. */
export const folderStates: StateTable<FolderStatus, FolderVerb> = {
  ACTIVE: { trash: 'TRASHED' },
  TRASHED: { restore: 'ACTIVE' },
};

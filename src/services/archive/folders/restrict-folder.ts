import { CabinetMember } from '../../../entities/archive/cabinet-member.entity.ts';
import {
  FolderRestriction,
  restrictionLevels,
  type Folder,
  type RestrictionLevel,
} from '../../../entities/archive/folder.entity.ts';
import { User } from '../../../entities/identity/user.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { folderAccess } from '../access/folder-access.ts';
import { requireIn, type OpenedPlace } from '../access/require.ts';
import { endLocks } from '../documents/document-lock.ts';
import { openFolder } from './move-folder.ts';
import { pathTo } from './folder-tree.ts';

export interface RestrictFolder {
  readonly folderId: string;
  readonly userId: string;
  /** What they may do there at most. */
  readonly most: RestrictionLevel;
}

type Restricting = 'em' | 'actor' | 'now' | 'record';

/**
 * What a member may do at most in a folder and in all that is in it. Managers are not restricted, and what a folder above takes away is
 * not given back. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID, CABINET_ARCHIVED.
 */
export const restrictFolder: UseCase<Restricting, RestrictFolder, Folder> = async (tx, { folderId, userId, most }) => {
  const { cabinet, folder } = await openRestricted(tx, folderId);
  const member = isId(userId) ? await tx.em.findOne(CabinetMember, { cabinet, user: userId, isEntry: false }) : null;
  if (member === null) throw fieldError('input.userId', 'member');
  if (member.role === 'MANAGER') throw fieldError('input.userId', 'manager');
  await requireWithinParent(tx, { folder, userId, most });
  const known = await tx.em.findOne(FolderRestriction, { folder, user: userId });
  const set = { most, setBy: idOf(tx.actor) };
  if (known === null) tx.em.create(FolderRestriction, { folder, user: tx.em.getReference(User, userId), ...set });
  else Object.assign(known, set);
  if (most !== 'CONTRIBUTOR') await endLocks(tx, { cabinetId: cabinet.id, userId, folderId });
  const payload = { cabinetId: cabinet.id, userId, most };
  tx.record({ action: 'FOLDER_RESTRICTED', targetType: 'folder', targetId: folderId, payload });
  return folder;
};

/** Lifts a restriction of a member on a folder. Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED. */
export const unrestrictFolder: UseCase<Restricting, Omit<RestrictFolder, 'most'>, Folder> = async (
  tx,
  { folderId, userId },
) => {
  const { cabinet, folder } = await openRestricted(tx, folderId);
  const known = isId(userId) ? await tx.em.findOne(FolderRestriction, { folder, user: userId }) : null;
  if (known === null) throw new DomainError('NOT_FOUND');
  tx.em.remove(known);
  const payload = { cabinetId: cabinet.id, userId };
  tx.record({ action: 'FOLDER_UNRESTRICTED', targetType: 'folder', targetId: folderId, payload });
  return folder;
};

async function openRestricted(tx: Tx<Restricting>, id: string): Promise<OpenedPlace & { readonly folder: Folder }> {
  const opened = await openFolder(tx, id);
  const access = await folderAccess(writing(tx.em).db, tx, { cabinetId: opened.cabinet.id, folderId: id });
  requireIn(tx, access, 'folder:restrict');
  return opened;
}

/** A restriction that allows more than one above it says what is not so. */
async function requireWithinParent(
  { em }: Tx<'em'>,
  { folder, userId, most }: { readonly folder: Folder; readonly userId: string; readonly most: RestrictionLevel },
): Promise<void> {
  const above = (await pathTo(writing(em).db, folder.id)).filter(({ id }) => id !== folder.id);
  const restrictions = await em.find(FolderRestriction, { user: userId, folder: { $in: above.map(({ id }) => id) } });
  const rank = (level: RestrictionLevel): number => restrictionLevels.indexOf(level);
  if (restrictions.some((one) => rank(one.most) < rank(most))) throw fieldError('input.most', 'aboveParent');
}

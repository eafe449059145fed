import { sql } from 'kysely';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Folder } from '../../../entities/archive/folder.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { numberFrom, writing } from '../../platform/orm/values.ts';
import { folderAccess } from '../access/folder-access.ts';
import { lockAnyCabinet, requireIn, requireWritable } from '../access/require.ts';
import { folderAndBelow, folderNameKey, pathTo, requireFreeFolderName } from './folder-tree.ts';
import { folderStates } from './folder.states.ts';
import { openFolder } from './move-folder.ts';

type Trashing = 'em' | 'actor' | 'now' | 'record';

/**
 * Puts a folder into the trash with all that is in it; it can be restored as it was. A contributor only one in which everything is their
 * own. Errors: NOT_FOUND, FORBIDDEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.
 */
export const trashFolder: UseCase<Trashing, { readonly id: string }, Folder> = async (tx, { id }) => {
  const { cabinet, folder } = await openFolder(tx, id);
  await requireAllTrashable(tx, { cabinet, folder });
  const { db } = writing(tx.em);
  await db
    .updateTable('document')
    .set({ status: 'TRASHED', is_named: null, trashed_at: tx.now, trashed_by: idOf(tx.actor), trashed_with: id })
    .where('folder_id', 'in', folderAndBelow(id))
    .where('status', '=', 'ACTIVE')
    .execute();
  await db
    .updateTable('folder')
    .set({ status: 'TRASHED', is_named: null, trashed_at: tx.now, trashed_with: id })
    // MySQL updates no table that a subquery of the same statement reads, unless it is derived.
    .where('id', 'in', sql<string>`(select inside.id from ${folderAndBelow(id)} as inside)`)
    .where('id', '!=', id)
    .where('status', '=', 'ACTIVE')
    .execute();
  transition(folderStates, folder, 'trash');
  Object.assign(folder, { isNamed: null, trashedAt: tx.now, trashedWith: id });
  tx.record({ action: 'FOLDER_TRASHED', targetType: 'folder', targetId: id, payload: { cabinetId: cabinet.id } });
  return folder;
};

/** Takes a folder out of the trash with what went there with it; a contributor one in which all of that is their own. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, CABINET_ARCHIVED. */
export const restoreFolder: UseCase<Trashing, { readonly id: string }, Folder> = async (tx, { id }) => {
  const { cabinet, folder } = await lockTrashed(tx, id);
  await requireOwn(tx, { cabinet, folder }, documentsOf(tx).where('trashed_with', '=', id));
  const parentId = await nearestLiving(tx, folder.parentId);
  const key = folderNameKey({ cabinetId: cabinet.id, parentId }, folder.name);
  await requireFreeFolderName(tx, { key, name: folder.name });
  const { db } = writing(tx.em);
  const back = { status: 'ACTIVE', is_named: true, trashed_at: null, trashed_with: null } as const;
  await db
    .updateTable('document')
    .set({ ...back, trashed_by: null })
    .where('trashed_with', '=', id)
    .execute();
  await db.updateTable('folder').set(back).where('trashed_with', '=', id).where('id', '!=', id).execute();
  transition(folderStates, folder, 'restore');
  Object.assign(folder, { parentId, nameKey: key, isNamed: true, trashedAt: null, trashedWith: null });
  tx.record({ action: 'FOLDER_RESTORED', targetType: 'folder', targetId: id, payload: { cabinetId: cabinet.id } });
  return folder;
};

/** The folder itself or the nearest above it that is not in the trash; null for the top. */
export async function nearestLiving({ em }: Tx<'em'>, folderId: string | null): Promise<string | null> {
  if (folderId === null) return null;
  const path = await pathTo(writing(em).db, folderId);
  const living = await em.find(Folder, { id: { $in: path.map(({ id }) => id) }, status: 'ACTIVE' });
  return path.find(({ id }) => living.some((one) => one.id === id))?.id ?? null;
}

async function lockTrashed(tx: Tx<Trashing>, id: string): Promise<Opened> {
  const seen = isId(id) ? await tx.em.findOne(Folder, { id }) : null;
  if (seen === null) throw new DomainError('NOT_FOUND');
  const cabinet = await lockAnyCabinet(tx, seen.cabinet.id);
  const place = { cabinetId: cabinet.id, folderId: id };
  requireIn(tx, await folderAccess(writing(tx.em).db, tx, place), 'document:restore');
  requireWritable(cabinet);
  const folder = await tx.em.findOne(Folder, { id, cabinet, trashedWith: id }, { refresh: true });
  if (folder === null) throw hiding({ type: 'cabinet', id: cabinet.id });
  return { cabinet, folder };
}

interface Opened {
  readonly cabinet: Cabinet;
  readonly folder: Folder;
}

/** Every document in it must be one that the actor may put into the trash. */
async function requireAllTrashable(tx: Tx<Trashing>, { cabinet, folder }: Opened): Promise<void> {
  const inside = documentsOf(tx).where('folder_id', 'in', folderAndBelow(folder.id)).where('status', '=', 'ACTIVE');
  await requireOwn(tx, { cabinet, folder }, inside);
  const locked = inside.where('locked_until', '>', tx.now).where('locked_by', '!=', idOf(tx.actor) ?? '');
  if ((await counted(locked)) > 0) throw new DomainError('DOCUMENT_LOCKED');
}

const documentsOf = ({ em }: Tx<'em'>) => writing(em).db.selectFrom('document');

type Documents = ReturnType<typeof documentsOf>;

const counted = async (query: Documents): Promise<number> =>
  numberFrom((await query.select(({ fn }) => fn.countAll().as('n')).executeTakeFirst())?.n);

/** Managers do it to anything, contributors to what they added themselves: FORBIDDEN. */
async function requireOwn(tx: Tx<Trashing>, { cabinet, folder }: Opened, documents: Documents): Promise<void> {
  const { role } = await folderAccess(writing(tx.em).db, tx, { cabinetId: cabinet.id, folderId: folder.id });
  if (role === 'MANAGER') return;
  const others = documents.where((on) =>
    on.or([on('added_by', '!=', idOf(tx.actor) ?? ''), on('added_by', 'is', null)]),
  );
  if ((await counted(others)) > 0) throw new DomainError('FORBIDDEN');
}

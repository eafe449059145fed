import { LockMode } from '@mikro-orm/core';
import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Folder } from '../../../entities/archive/folder.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import type { Permission } from '../../access/permissions.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { cabinetAccess, mayInCabinet, type CabinetAccess } from './cabinet-access.ts';
import { folderAccess } from './folder-access.ts';

export type Opening = Tx<'em' | 'actor' | 'now'>;

/**
 * The cabinet, locked: whoever writes in it is alone there until the commit, so that names, counters, places and the tree agree. NOT_FOUND
 * for whoever does not see it, FORBIDDEN without the permission.
 */
export async function lockCabinet(tx: Opening, id: string, permission: Permission): Promise<Cabinet> {
  const cabinet = await lockAnyCabinet(tx, id);
  requireIn(tx, await cabinetAccess(writing(tx.em).db, tx, id), permission);
  return cabinet;
}

/** The same without a question of rights: for what the application does itself. */
export async function lockAnyCabinet({ em }: Tx<'em'>, id: string): Promise<Cabinet> {
  const cabinet = isId(id)
    ? await em.findOne(Cabinet, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
    : null;
  if (cabinet === null) throw new DomainError('NOT_FOUND');
  return cabinet;
}

/** Refuses what the actor may not do in a cabinet or in a folder of it. */
export function requireIn({ actor }: Pick<Opening, 'actor'>, access: CabinetAccess, permission: Permission): void {
  if (access.container.places.length === 0)
    throw access.status === undefined
      ? new DomainError('NOT_FOUND')
      : hiding({ type: 'cabinet', id: access.cabinetId });
  if (
    permission.startsWith('document:') &&
    !mayInCabinet(actor, access, 'document:read') &&
    permission !== 'document:add'
  )
    throw hiding({ type: 'cabinet', id: access.cabinetId });
  requirePermission(actor, permission, { container: access.container });
}

/** Refuses to change what is in a cabinet that is not in use: `CABINET_ARCHIVED`, or ACTION_NOT_ALLOWED when it is being deleted. */
export function requireWritable({ status }: Pick<Cabinet, 'status'>): void {
  if (status === 'ACTIVE') return;
  throw status === 'ARCHIVED' ? new DomainError('CABINET_ARCHIVED') : new DomainError('ACTION_NOT_ALLOWED', { status });
}

export interface WrittenPlace {
  readonly cabinetId: string;
  readonly folderId?: string | null | undefined;
}

export interface OpenedPlace {
  readonly cabinet: Cabinet;
  /** Null at the top. */
  readonly folder: Folder | null;
}

/** A place that is written in: the cabinet locked and in use, the folder living, the actor allowed to do this there. */
export async function openPlace(tx: Opening, place: WrittenPlace, permission: Permission): Promise<OpenedPlace> {
  const { cabinetId, folderId = null } = place;
  const cabinet = await lockAnyCabinet(tx, cabinetId);
  const folder = folderId === null ? null : await livingFolder(tx, cabinet, folderId);
  requireIn(tx, await folderAccess(writing(tx.em).db, tx, { cabinetId, folderId }), permission);
  requireWritable(cabinet);
  return { cabinet, folder };
}

/** A folder of the cabinet that is not in the trash. */
export async function livingFolder({ em }: Tx<'em'>, cabinet: Cabinet, id: string): Promise<Folder> {
  const folder = isId(id) ? await em.findOne(Folder, { id, cabinet, status: 'ACTIVE' }, { refresh: true }) : null;
  if (folder === null) throw new DomainError('NOT_FOUND');
  return folder;
}

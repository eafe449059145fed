import type { Document } from '../../../entities/archive/document.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { folderAndBelow } from '../folders/folder-tree.ts';

/** Is the document locked now, by whomever? */
export const isLocked = ({ lockedBy, lockedUntil }: Pick<Document, 'lockedBy' | 'lockedUntil'>, now: Date): boolean =>
  lockedBy !== null && lockedUntil !== null && lockedUntil > now;

/** Refuses whoever does not hold the lock of a locked document: DOCUMENT_LOCKED { by until }. */
export function requireUnlocked({ now }: Tx<'now'>, document: Document, actorId: string | null): void {
  if (!isLocked(document, now) || document.lockedBy === actorId) return;
  throw new DomainError('DOCUMENT_LOCKED', { by: document.lockedBy, until: document.lockedUntil?.toISOString() });
}

export const lockerOf = ({ actor }: Tx<'actor'>): string | null => idOf(actor);

export interface LocksOf {
  readonly cabinetId: string;
  /** Null for a program or an address, which hold no lock. */
  readonly userId: string | null;
  /** Only in this folder and in all that is in it; in the whole cabinet unless said. */
  readonly folderId?: string;
}

/** Whoever may not lock documents there any more holds no lock there. The cabinet is locked. */
export async function endLocks({ em }: Tx<'em'>, { cabinetId, userId, folderId }: LocksOf): Promise<void> {
  if (userId === null) return;
  const { db } = writing(em);
  let query = db.updateTable('document').set({ locked_by: null, locked_until: null, lock_reason: null });
  if (folderId !== undefined) query = query.where('folder_id', 'in', folderAndBelow(folderId));
  await query.where('cabinet_id', '=', cabinetId).where('locked_by', '=', userId).execute();
}

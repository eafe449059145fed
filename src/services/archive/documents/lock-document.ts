import type { Document } from '../../../entities/archive/document.entity.ts';
import { personOf, requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { folderAccess } from '../access/folder-access.ts';
import { documentLocked, documentUnlocked } from '../events.ts';
import { isLocked } from './document-lock.ts';
import { openDocument } from './open-document.ts';

type Locking = 'em' | 'actor' | 'now' | 'record' | 'emit';

export interface LockDocument {
  readonly id: string;
  readonly reason?: string | null | undefined;
  /** 8 hours unless said, 7 days at most. */
  readonly until?: Date | null | undefined;
}

const hourMs = 3_600_000;
const usualMs = 8 * hourMs;
const longestMs = 7 * 24 * hourMs;

/**
 * Nobody else changes, moves or trashes the document meanwhile. Its owner renews the lock by locking again. Errors: NOT_FOUND, FORBIDDEN,
 * DOCUMENT_LOCKED, CABINET_ARCHIVED, INPUT_INVALID.
 */
export const lockForEditing: UseCase<Locking, LockDocument, Document> = async (tx, { id, reason, until }) => {
  const lockedUntil = until ?? new Date(tx.now.getTime() + usualMs);
  const lasts = lockedUntil.getTime() - tx.now.getTime();
  if (lasts <= 0 || lasts > longestMs) throw fieldError('input.until', 'range');
  const { cabinet, document } = await openDocument(tx, id, { permission: 'document:lock' });
  Object.assign(document, { lockedBy: personOf(tx.actor), lockedUntil, lockReason: reason?.trim() || null });
  const payload = { cabinetId: cabinet.id, until: lockedUntil.toISOString() };
  tx.record({ action: 'DOCUMENT_LOCKED', targetType: 'document', targetId: id, payload });
  tx.emit(documentLocked, { cabinetId: cabinet.id, documentId: id });
  return document;
};

/** Ends one's own lock, or as a manager that of somebody else, who is notified. Errors: NOT_FOUND, FORBIDDEN, ACTION_NOT_ALLOWED. */
export const unlockDocument: UseCase<Locking, { readonly id: string }, Document> = async (tx, { id }) => {
  const opening = { permission: 'document:lock', ignoresLock: true } as const;
  const { cabinet, document } = await openDocument(tx, id, opening);
  const { lockedBy } = document;
  if (lockedBy === null || !isLocked(document, tx.now))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'unlock' });
  const isBroken = lockedBy !== tx.actor.userId;
  if (isBroken) {
    const place = { cabinetId: cabinet.id, folderId: document.folder?.id ?? null };
    const { container } = await folderAccess(writing(tx.em).db, tx, place);
    requirePermission(tx.actor, 'document:break-lock', { container });
  }
  Object.assign(document, { lockedBy: null, lockedUntil: null, lockReason: null });
  const payload = { cabinetId: cabinet.id, lockedBy, isBroken };
  tx.record({ action: 'DOCUMENT_UNLOCKED', targetType: 'document', targetId: id, payload });
  tx.emit(documentUnlocked, { documentId: id, ...payload });
  return document;
};

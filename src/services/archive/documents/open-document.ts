import { LockMode } from '@mikro-orm/core';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Document, type DocumentStatus } from '../../../entities/archive/document.entity.ts';
import { idOf } from '../../access/actor.ts';
import type { Permission } from '../../access/permissions.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { writing } from '../../platform/orm/values.ts';
import { folderAccess } from '../access/folder-access.ts';
import { lockAnyCabinet, requireIn, requireWritable, type Opening } from '../access/require.ts';
import { requireUnlocked } from './document-lock.ts';

export interface OpenedDocument {
  readonly cabinet: Cabinet;
  readonly document: Document;
}

export interface DocumentOpening {
  readonly permission: Permission;
  /** In which state the document is; ACTIVE unless said. */
  readonly status?: DocumentStatus;
  /** Does a lock of somebody else not matter? */
  readonly ignoresLock?: boolean;
  /** Is nothing of the cabinet changed, so that an archived one will do? */
  readonly isReading?: boolean;
}

/**
 * A document to be changed: its cabinet locked and in use, the actor allowed to do this where it is, and no lock of somebody else on it.
 * Errors: NOT_FOUND, FORBIDDEN, CABINET_ARCHIVED, DOCUMENT_LOCKED.
 */
export async function openDocument(tx: Opening, id: string, opening: DocumentOpening): Promise<OpenedDocument> {
  const { permission, status = 'ACTIVE' } = opening;
  const opened = await lockDocument(tx, id);
  const { cabinet, document } = opened;
  const place = { cabinetId: cabinet.id, folderId: document.folder?.id ?? null };
  requireIn(tx, await folderAccess(writing(tx.em).db, tx, place), permission);
  if (document.status !== status) throw new DomainError('NOT_FOUND');
  if (opening.isReading !== true) requireWritable(cabinet);
  if (opening.ignoresLock !== true) requireUnlocked(tx, document, idOf(tx.actor));
  return opened;
}

/** A document and its cabinet, both locked, whoever asks. */
export async function lockDocument({ em }: Pick<Opening, 'em'>, id: string): Promise<OpenedDocument> {
  const seen = isId(id)
    ? await writing(em).db.selectFrom('document').select('cabinet_id').where('id', '=', id).executeTakeFirst()
    : undefined;
  if (seen === undefined) throw new DomainError('NOT_FOUND');
  const cabinet = await lockAnyCabinet({ em }, seen.cabinet_id);
  const document = await em.findOne(Document, { id, cabinet }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true });
  // It was moved to another cabinet at this instant.
  if (document === null) throw new DomainError('NOT_FOUND');
  return { cabinet, document };
}

/** Refuses a write by whoever saw an older version: VERSION_STALE, with the present one. */
export function requireExpected({ lastNumber }: Document, expected: number): void {
  if (expected !== lastNumber) throw new DomainError('VERSION_STALE', { currentVersion: lastNumber });
}

import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import { destroyFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import type { Document } from '../../../entities/archive/document.entity.ts';
import { nameKey } from '../name-key.ts';
import { requireDestroyable } from '../retention/keeping-reasons.ts';
import { openDocument } from './open-document.ts';
import { versionNumbered } from './restore-version.ts';

export interface LabelDocumentVersion {
  readonly documentId: string;
  readonly number: number;
  /** Unique in the document; null for none. Absent, it stays. */
  readonly label?: string | null | undefined;
  readonly comment?: string | null | undefined;
}

/**
 * Says something of a version: all that of it ever changes. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.
 */
export const labelDocumentVersion: UseCase<
  'em' | 'actor' | 'now' | 'record',
  LabelDocumentVersion,
  DocumentVersion
> = async (tx, { documentId, number, label, comment }) => {
  const { cabinet, document } = await openDocument(tx, documentId, { permission: 'document:update' });
  const version = await versionNumbered(tx, { document }, number);
  if (label !== undefined) await relabel(tx, version, label?.trim() || null);
  if (comment !== undefined) version.comment = comment?.trim() || null;
  tx.record({
    ...{ action: 'DOCUMENT_UPDATED', targetType: 'document', targetId: documentId },
    payload: { cabinetId: cabinet.id, versionId: version.id, changed: ['label'] },
  });
  return version;
};

async function relabel({ em }: Tx<'em'>, version: DocumentVersion, label: string | null): Promise<void> {
  const labelKey = label === null ? null : nameKey(`label ${version.document.id}`, label);
  const other = labelKey === null ? null : await em.findOne(DocumentVersion, { labelKey });
  if (other !== null && other.id !== version.id) throw new DomainError('NAME_TAKEN', { name: label });
  Object.assign(version, { label, labelKey });
}

export interface DeleteDocumentVersion {
  readonly documentId: string;
  readonly number: number;
}

/**
 * Destroys the content of an older version, key first; its number, times and hash stay. Errors: NOT_FOUND, FORBIDDEN,
 * ACTION_NOT_ALLOWED (the current one), RETENTION_ACTIVE, LEGAL_HOLD, DOCUMENT_LOCKED, CABINET_ARCHIVED.
 */
export const deleteDocumentVersion: UseCase<
  'em' | 'actor' | 'now' | 'record' | 'enqueue',
  DeleteDocumentVersion,
  Document
> = async (tx, { documentId, number }) => {
  const { cabinet, document } = await openDocument(tx, documentId, { permission: 'version:delete' });
  const version = await versionNumbered(tx, { document }, number);
  if (version.id === document.currentVersionId)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'delete', number });
  await requireDestroyable(tx, document);
  const file = version.file && (await tx.em.findOne(StoredFile, { id: version.file.id }));
  if (file) await destroyFile(tx, file);
  cabinet.usedBytes -= version.sizeBytes;
  Object.assign(version, { file: null, label: null, labelKey: null, comment: null, deletedAt: tx.now });
  tx.record({
    ...{ action: 'DOCUMENT_VERSION_DELETED', targetType: 'document', targetId: documentId },
    payload: { cabinetId: cabinet.id, versionId: version.id, number },
  });
  return document;
};

import { DocumentVersion, type VersionOrigin } from '../../../entities/archive/document-version.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import type { Document } from '../../../entities/archive/document.entity.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { documentVersioned } from '../events.ts';
import { noteUsage, requireSpace } from './space.ts';

export interface NewVersion {
  readonly cabinet: Cabinet;
  readonly document: Document;
  readonly file: StoredFile;
  readonly origin: VersionOrigin;
  /** Who adds it: a person or a program. */
  readonly authorId: string | null;
  readonly restoredFrom?: string | null;
  readonly comment?: string | null;
}

const mostVersions = 500;

export type Versioning = Tx<'em' | 'now' | 'record' | 'emit'>;

/** The version that a document has now; undefined before its first one. */
export const currentVersion = ({ em }: Tx<'em'>, { currentVersionId }: Document): Promise<DocumentVersion | null> =>
  currentVersionId === null ? Promise.resolve(null) : em.findOne(DocumentVersion, { id: currentVersionId });

/**
 * The next version of a document, in the locked cabinet: those before stay as they are. Null when its bytes are those of the current one:
 * then there is no version, and the file is left to the caller. Errors: ARCHIVE_LIMIT, QUOTA_EXCEEDED.
 */
export async function addVersion(tx: Versioning, wanted: NewVersion): Promise<DocumentVersion | null> {
  const { cabinet, document, file } = wanted;
  if ((await currentVersion(tx, document))?.sha256 === file.sha256) return null;
  if (document.lastNumber >= mostVersions)
    throw new DomainError('ARCHIVE_LIMIT', { limit: 'versions', most: mostVersions });
  const mostBytes = await requireSpace(tx, cabinet, file.sizeBytes);
  const version = tx.em.create(DocumentVersion, {
    ...{ id: newId(), document, file, number: document.lastNumber + 1, origin: wanted.origin },
    ...{ authorId: wanted.authorId, restoredFrom: wanted.restoredFrom ?? null, comment: wanted.comment ?? null },
    ...{ mimeType: file.mimeType, sha256: file.sha256, sizeBytes: file.sizeBytes },
  });
  Object.assign(document, {
    ...{ lastNumber: version.number, currentVersionId: version.id, updatedAt: tx.now },
    ...{ sizeBytes: version.sizeBytes, mimeType: version.mimeType },
  });
  file.name = document.title;
  cabinet.usedBytes += version.sizeBytes;
  noteUsage(tx, cabinet, { addedBytes: version.sizeBytes, mostBytes });
  await tx.em.flush();
  if (version.number > 1) noteVersion(tx, wanted, version);
  return version;
}

function noteVersion(
  tx: Versioning,
  { cabinet, document, origin, restoredFrom }: NewVersion,
  version: DocumentVersion,
) {
  const isRestored = origin === 'RESTORED_VERSION' || origin === 'RESTORED_BACKUP';
  tx.record({
    action: isRestored ? 'FILE_RESTORED' : 'FILE_UPDATED',
    ...{ targetType: 'document', targetId: document.id },
    payload: { cabinetId: cabinet.id, versionId: version.id, number: version.number, from: restoredFrom ?? null },
  });
  const { id: versionId, number } = version;
  tx.emit(documentVersioned, { cabinetId: cabinet.id, documentId: document.id, versionId, number });
}

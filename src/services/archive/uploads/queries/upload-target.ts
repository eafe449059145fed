import { DocumentVersion } from '../../../../entities/archive/document-version.entity.ts';
import type { Tx } from '../../../platform/context.ts';
import { writing } from '../../../platform/orm/values.ts';
import { folderAccess } from '../../access/folder-access.ts';
import { livingFolder, lockAnyCabinet, requireIn } from '../../access/require.ts';
import { documentNamed } from '../../documents/document-name.ts';
import { placedName } from '../../name-key.ts';
import { findFolderAt } from '../folder-path.ts';

export interface UploadTargetQuestion {
  readonly cabinetId: string;
  readonly folderId?: string | null | undefined;
  readonly folderPath?: readonly string[] | null | undefined;
  readonly name: string;
}

/** What is there already under a name, before it is uploaded. */
export interface UploadTarget {
  /** Null at the top, and where a folder on the way is missing. */
  readonly folderId: string | null;
  /** Null for none of that name. */
  readonly documentId: string | null;
  /** The current version of that document. */
  readonly versionNumber: number | null;
  readonly sha256: string | null;
  readonly sizeBytes: number | null;
}

const nothing: UploadTarget = { folderId: null, documentId: null, versionNumber: null, sha256: null, sizeBytes: null };

/** Looks where an upload would go. Errors: NOT_FOUND, FORBIDDEN, INPUT_INVALID. */
export async function uploadTarget(
  tx: Tx<'em' | 'actor' | 'now'>,
  { cabinetId, folderId = null, folderPath, name: given }: UploadTargetQuestion,
): Promise<UploadTarget> {
  const name = placedName(given, 'name');
  const { db } = writing(tx.em);
  const cabinet = await lockAnyCabinet(tx, cabinetId);
  requireIn(tx, await folderAccess(db, tx, { cabinetId, folderId }), 'document:add');
  if (folderId !== null) await livingFolder(tx, cabinet, folderId);
  const found = await findFolderAt(tx, { cabinetId, folderId, names: folderPath ?? [], field: 'folderPath' });
  if (found === undefined) return nothing;
  requireIn(tx, await folderAccess(db, tx, { cabinetId, folderId: found }), 'document:add');
  const document = await documentNamed(tx, { cabinetId, folderId: found }, name);
  if (document === null || document.currentVersionId === null) return { ...nothing, folderId: found };
  const version = await tx.em.findOneOrFail(DocumentVersion, { id: document.currentVersionId });
  const { number: versionNumber, sha256, sizeBytes } = version;
  return { folderId: found, documentId: document.id, versionNumber, sha256, sizeBytes };
}

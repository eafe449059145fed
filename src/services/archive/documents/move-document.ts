import type { Document, OnNameTaken } from '../../../entities/archive/document.entity.ts';
import { Folder } from '../../../entities/archive/folder.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { TransactionContext, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { folderAccess } from '../access/folder-access.ts';
import { livingFolder, requireIn } from '../access/require.ts';
import { documentMoved } from '../events.ts';
import { documentNamed, documentNameKey, freeTitle, renameFiles, type DocumentPlace } from './document-name.ts';
import { openDocument } from './open-document.ts';

export interface MoveInside {
  readonly id: string;
  /** The folder it goes into; the top of the cabinet unless said. */
  readonly folderId?: string | null | undefined;
  readonly onNameTaken?: OnNameTaken | null | undefined;
}

/**
 * Puts a document into another folder of its cabinet. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.
 */
export const moveInside: UseCase<'em' | 'actor' | 'now' | 'record' | 'emit', MoveInside, Document> = async (
  tx,
  { id, folderId = null, onNameTaken },
) => {
  const { cabinet, document } = await openDocument(tx, id, { permission: 'document:move' });
  if (folderId !== null) await livingFolder(tx, cabinet, folderId);
  const place = { cabinetId: cabinet.id, folderId };
  requireIn(tx, await folderAccess(writing(tx.em).db, tx, place), 'document:add');
  const from = document.folder?.id ?? null;
  if (from === folderId) return document;
  const title = await titleIn(tx, place, { title: document.title, onNameTaken });
  Object.assign(document, {
    folder: folderId === null ? null : tx.em.getReference(Folder, folderId),
    ...{ title, nameKey: documentNameKey(place, title), updatedAt: tx.now },
  });
  await renameFiles(tx, document);
  const payload = { cabinetId: cabinet.id, from, to: folderId };
  tx.record({ action: 'DOCUMENT_MOVED', targetType: 'document', targetId: id, payload });
  tx.emit(documentMoved, { cabinetId: cabinet.id, documentId: id, fromCabinetId: cabinet.id });
  return document;
};

/** The title of a document that comes into a place: NAME_TAKEN, unless both are to be kept. The cabinet is locked. */
export async function titleIn(
  tx: Pick<TransactionContext, 'em'>,
  place: DocumentPlace,
  { title, onNameTaken }: { readonly title: string } & Pick<MoveInside, 'onNameTaken'>,
): Promise<string> {
  const isTaken = (await documentNamed(tx, place, title)) !== null;
  if (isTaken && onNameTaken !== 'KEEP_BOTH') throw new DomainError('NAME_TAKEN', { name: title });
  return freeTitle(tx, place, title);
}

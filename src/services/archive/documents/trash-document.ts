import type { Document } from '../../../entities/archive/document.entity.ts';
import { Folder } from '../../../entities/archive/folder.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { folderAccess } from '../access/folder-access.ts';
import { documentRestored, documentTrashed } from '../events.ts';
import { nearestLiving } from '../folders/trash-folder.ts';
import { documentNameKey, freeTitle, renameFiles } from './document-name.ts';
import { documentStates } from './document.states.ts';
import { openDocument } from './open-document.ts';

export type Trashing = 'em' | 'actor' | 'now' | 'record' | 'emit';

export interface WhichDocument {
  readonly id: string;
}

/**
 * Puts a document into the trash, where its versions, its place and what it counts stay. A contributor only their own. Errors: NOT_FOUND,
 * FORBIDDEN, DOCUMENT_LOCKED, CABINET_ARCHIVED.
 */
export const trashDocument: UseCase<Trashing, WhichDocument, Document> = async (tx, { id }) => {
  const { cabinet, document } = await openDocument(tx, id, { permission: 'document:trash' });
  await requireOwnOrManager(tx, document);
  transition(documentStates, document, 'trash');
  Object.assign(document, { isNamed: null, trashedAt: tx.now, trashedBy: idOf(tx.actor), trashedWith: null });
  const about = { cabinetId: cabinet.id };
  tx.record({ action: 'DOCUMENT_TRASHED', targetType: 'document', targetId: id, payload: about });
  tx.emit(documentTrashed, { ...about, documentId: id });
  return document;
};

/**
 * Takes a document out of the trash: into its folder or the nearest that lives, under its title or a numbered one. Errors: NOT_FOUND,
 * FORBIDDEN, CABINET_ARCHIVED.
 */
export const restoreDocument: UseCase<Trashing, WhichDocument, Document> = async (tx, { id }) => {
  const opening = { permission: 'document:restore', status: 'TRASHED' } as const;
  const { cabinet, document } = await openDocument(tx, id, opening);
  await requireOwnOrManager(tx, document);
  const folderId = await nearestLiving(tx, document.folder?.id ?? null);
  const place = { cabinetId: cabinet.id, folderId };
  const title = await freeTitle(tx, place, document.title);
  transition(documentStates, document, 'restore');
  Object.assign(document, {
    ...{ title, nameKey: documentNameKey(place, title), isNamed: true },
    folder: folderId === null ? null : tx.em.getReference(Folder, folderId),
    ...{ trashedAt: null, trashedBy: null, trashedWith: null, updatedAt: tx.now },
  });
  await renameFiles(tx, document);
  tx.record({ action: 'DOCUMENT_RESTORED', targetType: 'document', targetId: id, payload: { cabinetId: cabinet.id } });
  tx.emit(documentRestored, { cabinetId: cabinet.id, documentId: id });
  return document;
};

/** Contributors trash and restore what they added themselves, managers anything. */
async function requireOwnOrManager(tx: Tx<'em' | 'actor' | 'now'>, document: Document): Promise<void> {
  const place = { cabinetId: document.cabinet.id, folderId: document.folder?.id ?? null };
  const { role } = await folderAccess(writing(tx.em).db, tx, place);
  if (role === 'MANAGER' || document.addedBy === idOf(tx.actor)) return;
  throw new DomainError('FORBIDDEN');
}

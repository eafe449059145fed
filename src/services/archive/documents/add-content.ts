import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import type { DocumentVersion, VersionOrigin } from '../../../entities/archive/document-version.entity.ts';
import { Document, type OnNameTaken } from '../../../entities/archive/document.entity.ts';
import type { Folder } from '../../../entities/archive/folder.entity.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { documentAdded } from '../events.ts';
import { placedName } from '../name-key.ts';
import { askedRetention, lengthen } from '../retention/freeze-retention.ts';
import { addVersion, currentVersion, type Versioning } from './add-version.ts';
import { requireUnlocked } from './document-lock.ts';
import { documentNamed, documentNameKey, freeTitle } from './document-name.ts';
import { setDefaultType } from './document-type.ts';

export interface NewContent {
  /** Locked and in use, as `openPlace` gives it. */
  readonly cabinet: Cabinet;
  readonly folder: Folder | null;
  readonly title: string;
  readonly onNameTaken?: OnNameTaken | null | undefined;
  /** Sealed and registered; without an owner. */
  readonly file: StoredFile;
  /** Whose upload it is: a person or a program. Jobs act as the application. */
  readonly authorId: string | null;
  readonly origin?: VersionOrigin;
  /** The version whose bytes it has. */
  readonly restoredFrom?: string | null;
  readonly comment?: string | null;
}

/** A document and its version; `isUnchanged`: the bytes were those it had, there is no new version and the file is not used. */
export interface AddedContent {
  readonly document: Document;
  readonly version: DocumentVersion;
  readonly isUnchanged: boolean;
}

const mostDocuments = 100_000;

/** Its time of keeping is reckoned in the time zone of the business. */
export type Adding = Versioning & Tx<'config'>;

/**
 * Puts a sealed file into a cabinet, in the caller's transaction: a new document, or the next version of the one that has the title.
 * Whether its author may, the caller asked before (`openPlace`). Errors: NAME_TAKEN, DOCUMENT_LOCKED, ARCHIVE_LIMIT, QUOTA_EXCEEDED,
 * INPUT_INVALID.
 */
export async function addContent(tx: Adding, wanted: NewContent): Promise<AddedContent> {
  const { cabinet, folder, onNameTaken } = wanted;
  const title = placedName(wanted.title, 'input.title');
  const place = { cabinetId: cabinet.id, folderId: folder?.id ?? null };
  const known = await documentNamed(tx, place, title);
  if (known === null) return addDocument(tx, { ...wanted, title });
  if (onNameTaken === 'KEEP_BOTH') return addDocument(tx, { ...wanted, title: await freeTitle(tx, place, title) });
  if (onNameTaken !== 'NEW_VERSION') throw new DomainError('NAME_TAKEN', { name: title, documentId: known.id });
  requireUnlocked(tx, known, wanted.authorId);
  return versionOf(tx, { ...wanted, document: known });
}

/** The next version of a known document in the locked cabinet, or what it has when the bytes are the same. */
export async function versionOf(
  tx: Versioning,
  wanted: Omit<NewContent, 'title' | 'folder' | 'onNameTaken'> & { readonly document: Document },
): Promise<AddedContent> {
  const { document, origin = 'UPLOAD' } = wanted;
  const version = await addVersion(tx, { ...wanted, origin });
  if (version !== null) return { document, version, isUnchanged: false };
  const present = await currentVersion(tx, document);
  if (present === null) throw new DomainError('CONFLICT');
  return { document, version: present, isUnchanged: true };
}

async function addDocument(tx: Adding, wanted: NewContent): Promise<AddedContent> {
  const { cabinet, folder, title, authorId, origin = 'UPLOAD' } = wanted;
  if (cabinet.documentCount >= mostDocuments)
    throw new DomainError('ARCHIVE_LIMIT', { limit: 'documents', most: mostDocuments });
  const document = tx.em.create(Document, {
    ...{ id: newId(), cabinet, folder, title, customValues: {}, addedBy: authorId, updatedAt: tx.now },
    // What its time of keeping is made of, before the database has written it.
    ...{ type: null, documentDate: '', closedOn: null, retainUntil: null },
    nameKey: documentNameKey({ cabinetId: cabinet.id, folderId: folder?.id ?? null }, title),
  });
  await setDefaultType(tx, cabinet, document);
  cabinet.documentCount += 1;
  await tx.em.flush();
  lengthen(document, await askedRetention(tx, document));
  const version = await addVersion(tx, { ...wanted, document, origin });
  if (version === null) throw new DomainError('CONFLICT');
  const payload = { cabinetId: cabinet.id, versionId: version.id };
  tx.record({ action: 'DOCUMENT_ADDED', targetType: 'document', targetId: document.id, payload });
  tx.emit(documentAdded, { documentId: document.id, ...payload });
  return { document, version, isUnchanged: false };
}

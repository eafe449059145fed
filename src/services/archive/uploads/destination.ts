import type { UploadSession } from '../../../entities/archive/upload-session.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { actingAs } from '../../platform/acting-as.ts';
import { discardFile } from '../../files/index.ts';
import type { SealedFile } from '../../vault/index.ts';
import { actorNow } from '../access/actor-now.ts';
import { lockAnyCabinet, openPlace, type OpenedPlace } from '../access/require.ts';
import { addContent, versionOf, type AddedContent } from '../documents/add-content.ts';
import { documentNamed } from '../documents/document-name.ts';
import { openDocument, requireExpected, type OpenedDocument } from '../documents/open-document.ts';
import { requireSpace } from '../documents/space.ts';
import { registered } from '../documents/stored-content.ts';
import { placedName } from '../name-key.ts';

/** Where an upload belongs: a folder, or a document that has another version then. */
export type UploadPlace = Pick<
  UploadSession,
  'cabinetId' | 'folderId' | 'documentId' | 'expectedVersion' | 'onNameTaken' | 'name' | 'sizeBytes'
>;

type Opening = Tx<'em' | 'actor' | 'now'>;

/**
 * Checks the right to add it there, its name and the space, and reserves the space: the cabinet is locked, so that a hundred at one
 * instant do not all find it free.
 */
export async function takePlace(tx: Opening, place: UploadPlace): Promise<void> {
  const name = placedName(place.name, 'input.name');
  const opened = await openUploadPlace(tx, place);
  if (!('document' in opened) && place.onNameTaken === 'REFUSE') {
    const known = await documentNamed(tx, place, name);
    if (known !== null) throw new DomainError('NAME_TAKEN', { name, documentId: known.id });
  }
  await requireSpace(tx, opened.cabinet, place.sizeBytes);
  opened.cabinet.reservedBytes += place.sizeBytes;
}

/** Refuses whoever may not add it there any more, and what was deleted or purged meanwhile. */
export async function requireOpenPlace(tx: Opening, place: UploadPlace): Promise<void> {
  await openUploadPlace(tx, place);
}

/** What was reserved is free again. */
export async function releasePlace(tx: Opening, { cabinetId, sizeBytes }: UploadPlace): Promise<void> {
  const cabinet = await lockAnyCabinet(tx, cabinetId);
  cabinet.reservedBytes = Math.max(0, cabinet.reservedBytes - sizeBytes);
  // Whoever opens the cabinet after this reads it anew.
  await tx.em.flush();
}

async function openUploadPlace(tx: Opening, place: UploadPlace): Promise<OpenedPlace | OpenedDocument> {
  const { cabinetId, folderId, documentId, expectedVersion } = place;
  if (documentId === null) return openPlace(tx, { cabinetId, folderId }, 'document:add');
  const opened = await openDocument(tx, documentId, { permission: 'document:update' });
  if (opened.cabinet.id !== cabinetId) throw new DomainError('NOT_FOUND');
  if (expectedVersion === null) throw fieldError('input.expectedVersion', 'isRequired');
  requireExpected(opened.document, expectedVersion);
  return opened;
}

/** The bytes are those that the document has already: its version, whose file is read back before the receipt says that it is stored. */
export class UnprovenVersion extends Error {
  override readonly name = 'UnprovenVersion';
  readonly versionId: string;
  readonly fileId: string | null;

  constructor({ version }: AddedContent) {
    super('The document has these bytes already.');
    this.versionId = version.id;
    this.fileId = version.file?.id ?? null;
  }
}

export interface Uploaded {
  readonly session: UploadSession;
  readonly sealed: SealedFile;
  /** A version that has the same bytes, and was read back. */
  readonly provenVersionId: string | undefined;
}

type Adding = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'emit' | 'enqueue'>;

/** Makes the sealed bytes a document, or the next version of one, in the name of whoever began the upload. `UnprovenVersion`. */
export async function addUploaded(tx: Adding, { session, sealed, provenVersionId }: Uploaded): Promise<AddedContent> {
  const asUploader = actingAs(tx, await actorNow(tx, session.uploaderId));
  const opened = await openUploadPlace(asUploader, session);
  const { name, mimeType, kind } = session;
  const file = await registered(tx, { sealed, file: { name, mimeType, kind } });
  const content = { cabinet: opened.cabinet, file, authorId: session.uploaderId };
  const added =
    'document' in opened
      ? await versionOf(asUploader, { ...content, document: opened.document })
      : await addContent(asUploader, {
          ...content,
          folder: opened.folder,
          title: session.name,
          onNameTaken: session.onNameTaken,
        });
  if (!added.isUnchanged) return added;
  if (added.version.id !== provenVersionId) throw new UnprovenVersion(added);
  await tx.em.flush();
  await discardFile(tx, file);
  return added;
}

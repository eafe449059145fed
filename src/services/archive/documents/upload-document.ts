import type { AppContext, Tx, TransactionContext } from '../../platform/context.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { Document, type OnNameTaken } from '../../../entities/archive/document.entity.ts';
import { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import { idOf } from '../../access/actor.ts';
import { discardFile, receiveFile, type IncomingFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { onceByKey, type Keyed } from '../../platform/request-keys.ts';
import { openPlace, type WrittenPlace } from '../access/require.ts';
import { addContent, versionOf, type AddedContent } from './add-content.ts';
import { openDocument, requireExpected } from './open-document.ts';
import { requireSpace } from './space.ts';

export interface UploadDocument extends Keyed, WrittenPlace {
  readonly file: Promise<IncomingFile>;
  /** The file's name unless said. */
  readonly title?: string | null | undefined;
  readonly onNameTaken?: OnNameTaken | null | undefined;
  readonly comment?: string | null | undefined;
}

export type Receiving = Parameters<typeof receiveFile>[0] & Pick<AppContext, 'run'>;

/**
 * Adds a document to a cabinet. Its file belongs to the cabinet and counts against its owner's plan. Errors: NOT_FOUND, FORBIDDEN,
 * NAME_TAKEN, QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED, DOCUMENT_LOCKED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.
 */
export function uploadDocument(ctx: Receiving, { file, key, ...input }: UploadDocument): Promise<AddedContent> {
  const place = { cabinetId: input.cabinetId, folderId: input.folderId };
  return receiveFile(ctx, {
    ...reception(ctx, file),
    permit: () => ctx.run(permitUpload, place),
    attach: (tx, stored) =>
      attachOnce(tx, { operation: 'uploadDocument', key, stored, content: input }, async () => {
        const opened = await openPlace(tx, place, 'document:add');
        const { title, onNameTaken, comment } = input;
        return addContent(tx, {
          ...{ ...opened, file: stored, title: title ?? stored.name, onNameTaken, authorId: idOf(tx.actor) },
          comment: comment?.trim() || null,
        });
      }),
  });
}

export interface AddDocumentVersion extends Keyed {
  readonly documentId: string;
  readonly file: Promise<IncomingFile>;
  /** The number of the version that the caller saw last. */
  readonly expectedVersion: number;
  readonly comment?: string | null | undefined;
}

/**
 * The next version of a document; the same bytes as the current one make none. Errors: NOT_FOUND, FORBIDDEN, VERSION_STALE,
 * DOCUMENT_LOCKED, QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED, FILE_TOO_LARGE, FILE_TYPE_REFUSED, CONFLICT.
 */
export function addDocumentVersion(ctx: Receiving, { file, key, ...input }: AddDocumentVersion): Promise<AddedContent> {
  return receiveFile(ctx, {
    ...reception(ctx, file),
    permit: () => ctx.run(permitVersion, input),
    attach: (tx, stored) =>
      attachOnce(tx, { operation: 'addDocumentVersion', key, stored, content: input }, async () => {
        const { cabinet, document } = await openVersioned(tx, input);
        const comment = input.comment?.trim() || null;
        return versionOf(tx, { cabinet, document, file: stored, authorId: idOf(tx.actor), origin: 'EDIT', comment });
      }),
  });
}

const reception = ({ actor }: Pick<Receiving, 'actor'>, upload: Promise<IncomingFile>) => ({
  upload,
  kinds: ['DOCUMENT', 'IMAGE', 'AUDIO', 'VIDEO', 'ARCHIVE', 'OTHER'] as const,
  withoutOwner: { slotKey: idOf(actor) ?? 'application' },
});

type Opening = Tx<'em' | 'actor' | 'now'>;

async function permitUpload(tx: Opening, place: WrittenPlace): Promise<void> {
  const { cabinet } = await openPlace(tx, place, 'document:add');
  await requireSpace(tx, cabinet, 1);
}

async function permitVersion(tx: Opening, input: Pick<AddDocumentVersion, 'documentId' | 'expectedVersion'>) {
  const { cabinet } = await openVersioned(tx, input);
  await requireSpace(tx, cabinet, 1);
}

async function openVersioned(
  tx: Opening,
  { documentId, expectedVersion }: Pick<AddDocumentVersion, 'documentId' | 'expectedVersion'>,
) {
  const opened = await openDocument(tx, documentId, { permission: 'document:update' });
  requireExpected(opened.document, expectedVersion);
  return opened;
}

interface Attaching {
  readonly operation: string;
  readonly key: string | null | undefined;
  readonly stored: StoredFile;
  readonly content: object;
}

/** The file is part of the content of its request; one that is not used is not kept. */
async function attachOnce(
  tx: TransactionContext,
  { operation, key, stored, content }: Attaching,
  add: () => Promise<AddedContent>,
): Promise<AddedContent> {
  let added: AddedContent | undefined;
  const { id } = await onceByKey<{ id: string }>(
    tx,
    { operation, key, content: { ...content, name: stored.name, sha256: stored.sha256 } },
    {
      first: async () => (added = await add()).version,
      again: async (versionId) => ({ id: versionId }),
    },
  );
  const result = added ?? (await known(tx, id));
  if (result.isUnchanged || added === undefined) {
    await tx.em.flush();
    await discardFile(tx, stored);
  }
  return result;
}

async function known({ em }: Tx<'em'>, versionId: string): Promise<AddedContent> {
  const version = await em.findOne(DocumentVersion, { id: versionId });
  const document = version && (await em.findOne(Document, { id: version.document.id }));
  if (version === null || document === null) throw new DomainError('NOT_FOUND');
  return { document, version, isUnchanged: false };
}

import { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { versionOf, type AddedContent } from './add-content.ts';
import { currentVersion } from './add-version.ts';
import { openDocument, requireExpected, type OpenedDocument } from './open-document.ts';
import { registered, resealed, type Resealed } from './stored-content.ts';

export interface RestoreDocumentVersion {
  readonly documentId: string;
  /** The number of the version whose bytes come back. */
  readonly number: number;
  /** The number of the version that the caller saw last. */
  readonly expectedVersion: number;
}

type Opening = Tx<'em' | 'actor' | 'now'>;

/**
 * Makes the bytes of an older version the next version; all versions stay as they are. The same bytes as the current one make none.
 * Errors: NOT_FOUND, FORBIDDEN, VERSION_STALE, DOCUMENT_LOCKED, QUOTA_EXCEEDED, CABINET_ARCHIVED, FILE_DAMAGED.
 */
export async function restoreDocumentVersion(
  ctx: Pick<AppContext, 'run' | 'db' | 'vault'>,
  input: RestoreDocumentVersion,
): Promise<AddedContent> {
  const found = await ctx.run(findVersion, input);
  if (found.known !== null) return found.known;
  const content = await resealed(ctx, found.wanted);
  return ctx.run(enterRestored, { ...input, content });
}

async function openBoth(tx: Opening, { documentId, number, expectedVersion }: RestoreDocumentVersion) {
  const opened = await openDocument(tx, documentId, { permission: 'version:restore' });
  requireExpected(opened.document, expectedVersion);
  return { ...opened, version: await versionNumbered(tx, opened, number) };
}

/** A version of a document that still has its content. */
export async function versionNumbered(
  { em }: Tx<'em'>,
  { document }: Pick<OpenedDocument, 'document'>,
  number: number,
) {
  const version = await em.findOne(DocumentVersion, { document, number, deletedAt: null });
  if (version === null) throw new DomainError('NOT_FOUND');
  return version;
}

/** What is to be sealed again, or the current version when it has these bytes already. */
type Found =
  | { readonly known: AddedContent; readonly wanted: null }
  | { readonly known: null; readonly wanted: Parameters<typeof resealed>[1] };

async function findVersion(tx: Opening, input: RestoreDocumentVersion): Promise<Found> {
  const { document, version } = await openBoth(tx, input);
  const present = await currentVersion(tx, document);
  if (present !== null && present.sha256 === version.sha256)
    return { known: { document, version: present, isUnchanged: true }, wanted: null };
  const fileId = version.file?.id;
  if (fileId === undefined || !isId(fileId)) throw new DomainError('NOT_FOUND');
  return { known: null, wanted: { id: version.id, sha256: version.sha256, sizeBytes: version.sizeBytes, fileId } };
}

async function enterRestored(
  tx: Opening & Tx<'record' | 'emit'>,
  { content, ...input }: RestoreDocumentVersion & { readonly content: Resealed },
): Promise<AddedContent> {
  const { cabinet, document, version } = await openBoth(tx, input);
  const file = await registered(tx, content);
  const origin = { origin: 'RESTORED_VERSION', restoredFrom: version.id } as const;
  return versionOf(tx, { cabinet, document, file, authorId: idOf(tx.actor), ...origin });
}

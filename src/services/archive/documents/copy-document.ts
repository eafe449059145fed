import { DocumentTag, type Document, type OnNameTaken } from '../../../entities/archive/document.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { openPlace } from '../access/require.ts';
import { addContent, type AddedContent } from './add-content.ts';
import { currentVersion } from './add-version.ts';
import { openDocument } from './open-document.ts';
import { registered, resealed, type Resealed } from './stored-content.ts';

export interface CopyDocument {
  readonly id: string;
  /** The cabinet that the copy goes into; the same unless said. */
  readonly cabinetId?: string | null | undefined;
  readonly folderId?: string | null | undefined;
  readonly onNameTaken?: OnNameTaken | null | undefined;
}

/**
 * A document of its own with the current content of another, sealed under its own key. Inside a cabinet what is said of it comes along.
 * Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED, FILE_DAMAGED.
 */
export async function copyDocument(
  ctx: Pick<AppContext, 'run' | 'db' | 'vault'>,
  input: CopyDocument,
): Promise<AddedContent> {
  const found = await ctx.run(findContent, input);
  const content = await resealed(ctx, found);
  return ctx.run(enterCopy, { ...input, content });
}

type Copying = Tx<'em' | 'actor' | 'now' | 'record' | 'emit' | 'config'>;

async function openCopied(tx: Tx<'em' | 'actor' | 'now'>, { id, cabinetId }: CopyDocument): Promise<Document> {
  const isInside = !cabinetId;
  const { document, cabinet } = await openDocument(tx, id, {
    permission: 'document:update',
    ...{ ignoresLock: true, isReading: true },
  });
  if (!isInside && cabinetId === cabinet.id) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'copy' });
  return document;
}

async function findContent(tx: Tx<'em' | 'actor' | 'now'>, input: CopyDocument) {
  const document = await openCopied(tx, input);
  await openPlace(tx, { cabinetId: input.cabinetId ?? document.cabinet.id, folderId: input.folderId }, 'document:add');
  const version = await currentVersion(tx, document);
  const fileId = version?.file?.id;
  if (version === null || fileId === undefined) throw new DomainError('NOT_FOUND');
  return { id: version.id, sha256: version.sha256, fileId };
}

async function enterCopy(
  tx: Copying,
  { content, ...input }: CopyDocument & { readonly content: Resealed },
): Promise<AddedContent> {
  const source = await openCopied(tx, input);
  const place = { cabinetId: input.cabinetId ?? source.cabinet.id, folderId: input.folderId };
  const opened = await openPlace(tx, place, 'document:add');
  const added = await addContent(tx, {
    ...{ ...opened, file: registered(tx, content), title: source.title, onNameTaken: input.onNameTaken },
    ...{ authorId: idOf(tx.actor), origin: 'COPIED' as const },
  });
  if (place.cabinetId === source.cabinet.id && added.version.number === 1) await copyFacts(tx, source, added.document);
  const payload = { cabinetId: place.cabinetId, from: source.id };
  tx.record({ action: 'DOCUMENT_COPIED', targetType: 'document', targetId: added.document.id, payload });
  return added;
}

async function copyFacts({ em }: Tx<'em'>, source: Document, copy: Document): Promise<void> {
  const { type, correspondent, documentDate, reference, customValues, typeFolded } = source;
  Object.assign(copy, { type, typeFolded, correspondent, documentDate, reference, customValues });
  for (const { tag } of await em.find(DocumentTag, { document: source }))
    em.create(DocumentTag, { document: copy, tag });
}

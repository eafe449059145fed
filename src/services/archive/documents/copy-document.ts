import type { DocumentRun } from '../../../entities/archive/document-run.entity.ts';
import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Correspondent, DocumentType, Tag } from '../../../entities/archive/document-words.entity.ts';
import { DocumentTag, type Document, type OnNameTaken } from '../../../entities/archive/document.entity.ts';
import { idOf } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { KeyRing } from '../../vault/index.ts';
import { openPlace } from '../access/require.ts';
import { freezeRetention } from '../retention/freeze-retention.ts';
import { beginRun } from '../runs/begin-run.ts';
import { longBytes } from '../runs/run-limits.ts';
import { carryWords, type CarriedWords } from '../words/carry-words.ts';
import { addContent, type AddedContent } from './add-content.ts';
import { currentVersion } from './add-version.ts';
import { copyNote } from './document-note.ts';
import { openDocument } from './open-document.ts';
import { setType } from './document-type.ts';
import { requireSpace } from './space.ts';
import { registered, resealed, type ContentSource, type Resealed } from './stored-content.ts';

export interface CopyDocument {
  readonly id: string;
  /** The cabinet that the copy goes into; the same unless said. */
  readonly cabinetId?: string | null | undefined;
  readonly folderId?: string | null | undefined;
  readonly onNameTaken?: OnNameTaken | null | undefined;
}

/** `added`: the copy, where it was made at once. `run`: the job that makes it, where that takes its time. */
export interface CopiedDocument {
  readonly added: CopiedHere | null;
  readonly run: DocumentRun | null;
}

/**
 * A document of its own with the current content of another, sealed under its own key: at once with up to 20 MiB, else by a job with
 * progress. What is said of it comes along, its note too, into another cabinet by the names of its words. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN,
 * QUOTA_EXCEEDED, ARCHIVE_LIMIT, CABINET_ARCHIVED, FILE_DAMAGED, KEY_UNAVAILABLE.
 */
export async function copyDocument(
  ctx: Pick<AppContext, 'run' | 'db' | 'vault'>,
  input: CopyDocument,
): Promise<CopiedDocument> {
  const source = await ctx.run(contentOfCopy, input);
  if (source.sizeBytes > longBytes) {
    const { id, ...facts } = input;
    return { added: null, run: await ctx.run(beginRun, { ids: [id], action: 'COPY', facts, isLong: true }) };
  }
  const content = await resealed(ctx, source);
  return { added: await ctx.run(enterCopy, { ...input, content, ring: ctx.vault.ring() }), run: null };
}

export interface CopiedHere extends AddedContent {
  /** Names of what the other cabinet has not: types, correspondents, tags and fields. */
  readonly leftBehind: readonly string[];
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

/** The current content of what is copied. Errors: those of the copy. */
export async function contentOfCopy(tx: Tx<'em' | 'actor' | 'now'>, input: CopyDocument): Promise<ContentSource> {
  const document = await openCopied(tx, input);
  const place = { cabinetId: input.cabinetId ?? document.cabinet.id, folderId: input.folderId };
  const { cabinet } = await openPlace(tx, place, 'document:add');
  const version = await currentVersion(tx, document);
  const fileId = version?.file?.id;
  if (version === null || fileId === undefined) throw new DomainError('NOT_FOUND');
  // Before anything is sealed, and once more at the commit. What may be no new version may take no space.
  if (input.onNameTaken !== 'NEW_VERSION') await requireSpace(tx, cabinet, version.sizeBytes);
  return { id: version.id, sha256: version.sha256, sizeBytes: version.sizeBytes, fileId };
}

/** Makes the copy from what was sealed, in one transaction. */
export async function enterCopy(
  tx: Copying,
  { content, ring, ...input }: CopyDocument & { readonly content: Resealed; readonly ring: KeyRing },
): Promise<CopiedHere> {
  const source = await openCopied(tx, input);
  const place = { cabinetId: input.cabinetId ?? source.cabinet.id, folderId: input.folderId };
  const opened = await openPlace(tx, place, 'document:add');
  const added = await addContent(tx, {
    ...{ ...opened, file: await registered(tx, content), title: source.title, onNameTaken: input.onNameTaken },
    ...{ authorId: idOf(tx.actor), origin: 'COPIED' as const, restoredFrom: content.versionId },
  });
  const leftBehind =
    added.version.number === 1
      ? await copyFacts(tx, source, { copy: added.document, cabinet: opened.cabinet, ring })
      : [];
  const payload = { cabinetId: place.cabinetId, from: source.id, wordsLeft: leftBehind.length };
  tx.record({ action: 'DOCUMENT_COPIED', targetType: 'document', targetId: added.document.id, payload });
  return { ...added, leftBehind };
}

async function copyFacts(
  tx: Copying,
  source: Document,
  { copy, cabinet, ring }: { readonly copy: Document; readonly cabinet: Cabinet; readonly ring: KeyRing },
): Promise<readonly string[]> {
  const { documentDate, reference } = source;
  const words =
    cabinet.id === source.cabinet.id
      ? await ownWords(tx, source)
      : await carryWords(tx, { document: source, into: cabinet });
  const { type, correspondent, tags, customValues, leftBehind } = words;
  if (type !== null) setType(copy, type);
  Object.assign(copy, { correspondent, documentDate, reference, customValues });
  for (const tag of tags) tx.em.create(DocumentTag, { document: copy, tag });
  await copyNote(tx, { source, copy, ring });
  await freezeRetention(tx, copy);
  return leftBehind;
}

/** What is said of a document, in the words of its own cabinet. */
async function ownWords({ em }: Tx<'em'>, source: Document): Promise<CarriedWords> {
  const { type, correspondent, customValues } = source;
  const tags = (await em.find(DocumentTag, { document: source })).map(({ tag }) => tag.id);
  return {
    type: type === null ? null : await em.findOneOrFail(DocumentType, { id: type.id }),
    correspondent: correspondent === null ? null : await em.findOneOrFail(Correspondent, { id: correspondent.id }),
    tags: await em.find(Tag, { id: { $in: tags } }),
    ...{ customValues, leftBehind: [] },
  };
}

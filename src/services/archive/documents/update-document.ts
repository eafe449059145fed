import type { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { Correspondent, DocumentType, Tag } from '../../../entities/archive/document-words.entity.ts';
import { DocumentTag, type Document } from '../../../entities/archive/document.entity.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { documentUpdated } from '../events.ts';
import { placedName } from '../name-key.ts';
import { freezeRetention } from '../retention/freeze-retention.ts';
import { changedValues, type GivenValue } from './custom-values.ts';
import { documentNamed, documentNameKey, renameFiles } from './document-name.ts';
import { replaceNote, sealNote, type SealedNote } from './document-note.ts';
import { setType } from './document-type.ts';
import { openDocument, requireExpected } from './open-document.ts';

/** What is said of a document; what is absent stays, null takes away. Tags are given whole. */
export interface DocumentFacts {
  readonly title?: string | null | undefined;
  readonly documentDate?: string | null | undefined;
  readonly typeId?: string | null | undefined;
  readonly correspondentId?: string | null | undefined;
  readonly reference?: string | null | undefined;
  readonly tagIds?: readonly string[] | null | undefined;
  readonly customValues?: readonly GivenValue[] | null | undefined;
  readonly note?: string | null | undefined;
}

export interface UpdateDocument extends DocumentFacts {
  readonly id: string;
  /** The number of the version that the caller saw last. */
  readonly expectedVersion: number;
}

type Updating = Tx<'em' | 'actor' | 'now' | 'record' | 'emit' | 'config'>;

const mostTags = 20;

/**
 * Changes what is said of a document; its content stays. Errors: NOT_FOUND, FORBIDDEN, VERSION_STALE, NAME_TAKEN, DOCUMENT_LOCKED,
 * CABINET_ARCHIVED, INPUT_INVALID.
 */
export async function updateDocument(
  ctx: Pick<AppContext, 'run' | 'vault'>,
  { note, ...input }: UpdateDocument,
): Promise<Document> {
  const sealed = note?.trim() ? sealNote(ctx.vault.ring(), { documentId: input.id, text: note.trim() }) : null;
  return ctx.run(enterFacts, { ...input, sealed: note === undefined ? undefined : sealed });
}

async function enterFacts(
  tx: Updating,
  { id, expectedVersion, sealed, ...facts }: Omit<UpdateDocument, 'note'> & { sealed: SealedNote | null | undefined },
): Promise<Document> {
  const { cabinet, document } = await openDocument(tx, id, { permission: 'document:update' });
  requireExpected(document, expectedVersion);
  if (facts.title) await retitle(tx, document, placedName(facts.title, 'input.title'));
  const before = keptBy(document);
  setTexts(document, facts);
  await setWords(tx, { cabinet, document }, facts);
  if (keptBy(document) !== before) await freezeRetention(tx, document);
  if (sealed !== undefined) await replaceNote(tx, document, sealed);
  document.updatedAt = tx.now;
  const changed = Object.keys(facts).filter((name) => facts[name as keyof typeof facts] !== undefined);
  const payload = { cabinetId: cabinet.id, changed: sealed === undefined ? changed : [...changed, 'note'] };
  tx.record({ action: 'DOCUMENT_UPDATED', targetType: 'document', targetId: id, payload });
  tx.emit(documentUpdated, { cabinetId: cabinet.id, documentId: id });
  return document;
}

/** What its time of keeping is made of: as long as that stays, a time that a manager has shortened does too. */
const keptBy = ({ type, documentDate }: Document): string => `${type?.id ?? ''} ${documentDate}`;

function setTexts(document: Document, { documentDate, reference }: DocumentFacts): void {
  if (documentDate !== undefined) document.documentDate = documentDate ?? '';
  if (reference !== undefined) document.reference = reference?.trim() || null;
}

async function retitle(tx: Tx<'em'>, document: Document, title: string): Promise<void> {
  const place = { cabinetId: document.cabinet.id, folderId: document.folder?.id ?? null };
  const other = await documentNamed(tx, place, title);
  if (other !== null && other.id !== document.id) throw new DomainError('NAME_TAKEN', { name: title });
  Object.assign(document, { title, nameKey: documentNameKey(place, title) });
  await renameFiles(tx, document);
}

interface Filed {
  readonly cabinet: Cabinet;
  readonly document: Document;
}

async function setWords(tx: Tx<'em'>, filed: Filed, facts: Omit<DocumentFacts, 'note'>): Promise<void> {
  const { cabinet, document } = filed;
  if (facts.typeId !== undefined)
    setType(document, await wordOf(facts.typeId, (id) => tx.em.findOne(DocumentType, { id, cabinet })));
  if (facts.correspondentId !== undefined)
    document.correspondent = await wordOf(facts.correspondentId, (id) => tx.em.findOne(Correspondent, { id, cabinet }));
  if (facts.customValues)
    document.customValues = await changedValues(tx, {
      ...{ cabinet, present: document.customValues, given: facts.customValues },
    });
  if (facts.tagIds) await replaceTags(tx, filed, facts.tagIds);
}

async function wordOf<W>(id: string | null, find: (id: string) => Promise<W | null>): Promise<W | null> {
  if (id === null) return null;
  const word = isId(id) ? await find(id) : null;
  if (word === null) throw new DomainError('NOT_FOUND');
  return word;
}

/** A document has these tags and no others; 20 at most. */
export async function replaceTags({ em }: Tx<'em'>, { cabinet, document }: Filed, given: readonly string[]) {
  const ids = [...new Set(given)];
  if (ids.length > mostTags) throw fieldError('input.tagIds', 'arrayMaxSize');
  const tags = await em.find(Tag, { cabinet, id: { $in: ids } });
  if (tags.length < ids.length) throw fieldError('input.tagIds', 'exists');
  const present = await em.find(DocumentTag, { document });
  for (const one of present) if (!ids.includes(one.tag.id)) em.remove(one);
  const kept = present.map(({ tag }) => tag.id);
  for (const tag of tags) if (!kept.includes(tag.id)) em.create(DocumentTag, { document, tag });
}

/** Files a document under a type, or under none, whatever version was seen. Errors: NOT_FOUND, FORBIDDEN, DOCUMENT_LOCKED, CABINET_ARCHIVED. */
export async function setDocumentType(
  tx: Updating,
  { id, typeId }: { readonly id: string; readonly typeId: string | null },
): Promise<Document> {
  const opened = await openDocument(tx, id, { permission: 'document:update' });
  await setWords(tx, opened, { typeId });
  await freezeRetention(tx, opened.document);
  opened.document.updatedAt = tx.now;
  const payload = { cabinetId: opened.cabinet.id, changed: ['typeId'] };
  tx.record({ action: 'DOCUMENT_UPDATED', targetType: 'document', targetId: id, payload });
  tx.emit(documentUpdated, { cabinetId: opened.cabinet.id, documentId: id });
  return opened.document;
}

import { LockMode } from '@mikro-orm/core';
import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { DocumentTag, type Document } from '../../../entities/archive/document.entity.ts';
import { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import { destroyFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { lockCabinet, openPlace } from '../access/require.ts';
import { documentMoved } from '../events.ts';
import { freezeRetention } from '../retention/freeze-retention.ts';
import { requireUnheld } from '../retention/keeping-reasons.ts';
import { carryWords } from '../words/carry-words.ts';
import { documentNameKey, renameFiles } from './document-name.ts';
import { setType } from './document-type.ts';
import { moveInside, titleIn, type MoveInside } from './move-document.ts';
import { openDocument } from './open-document.ts';
import { noteUsage, requireSpace } from './space.ts';
import { registered, type ContentSource, type Resealed } from './stored-content.ts';

export interface MoveDocument extends MoveInside {
  /** The cabinet it goes into; its own unless said. */
  readonly cabinetId?: string | null | undefined;
}

/** What a move needs to be sealed anew; null inside a cabinet, where nothing is. */
export type MovedContent = readonly ContentSource[] | null;

export interface MovedHere {
  readonly document: Document;
  /** Names of what the other cabinet has not: types, correspondents, tags and fields. */
  readonly leftBehind: readonly string[];
}

export type Moving = Tx<'em' | 'actor' | 'now' | 'config' | 'record' | 'emit' | 'enqueue'>;
type Opening = Tx<'em' | 'actor' | 'now'>;

/** What is to be sealed anew before a document can go into another cabinet. Errors: those of the move. */
export async function contentOfMove(
  { run }: Pick<AppContext, 'run'>,
  { cabinetId, ...input }: MoveDocument,
): Promise<MovedContent> {
  if (!cabinetId || (await run(isIn, { id: input.id, cabinetId }))) return null;
  return run(findVersions, { ...input, cabinetId });
}

async function isIn(tx: Opening, { id, cabinetId }: { id: string; cabinetId: string }) {
  const { cabinet } = await openDocument(tx, id, { permission: 'document:move' });
  return cabinet.id === cabinetId;
}

/**
 * Puts a document elsewhere. Into another cabinet all its versions go, as they were sealed anew, and the old keys are destroyed with the
 * same commit: it is whole there or whole here. Errors: NOT_FOUND, FORBIDDEN, NAME_TAKEN, DOCUMENT_LOCKED, LEGAL_HOLD, QUOTA_EXCEEDED,
 * CABINET_ARCHIVED, VERSION_STALE.
 */
export async function enterMove(
  tx: Moving,
  { cabinetId, contents, ...input }: MoveDocument & { readonly contents: readonly Resealed[] | null },
): Promise<MovedHere> {
  if (contents === null || !cabinetId) return { document: await moveInside(tx, input), leftBehind: [] };
  return enterMoved(tx, { ...input, cabinetId, contents });
}

interface MoveOut extends MoveInside {
  readonly cabinetId: string;
}

/** Both cabinets are locked in the order of their ids: two moves that meet wait for each other only one way. */
async function openMoved(tx: Opening, { id, cabinetId, folderId }: MoveOut) {
  const query = writing(tx.em).db.selectFrom('document').select('cabinet_id').where('id', '=', id);
  const seen = isId(id) ? await query.executeTakeFirst() : undefined;
  if (seen === undefined) throw new DomainError('NOT_FOUND');
  // Only locked: what may be done there is asked after what may be done here.
  if (cabinetId < seen.cabinet_id)
    await tx.em.findOne(Cabinet, { id: cabinetId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const { cabinet: from, document } = await openDocument(tx, id, { permission: 'document:move' });
  // To take something out of a cabinet is for its managers.
  await lockCabinet(tx, from.id, 'version:delete');
  const { cabinet: to, folder } = await openPlace(tx, { cabinetId, folderId }, 'document:add');
  await requireUnheld(tx, document);
  const versions = await tx.em.find(DocumentVersion, { document, deletedAt: null }, { orderBy: { number: 'asc' } });
  return { from, to, folder, document, versions };
}

async function findVersions(tx: Opening, input: MoveOut): Promise<ContentSource[]> {
  const { to, versions } = await openMoved(tx, input);
  await requireSpace(tx, to, bytesOf(versions));
  return versions.map(({ id, sha256, sizeBytes, file }) => ({ id, sha256, sizeBytes, fileId: file?.id ?? '' }));
}

const bytesOf = (versions: readonly Pick<DocumentVersion, 'sizeBytes'>[]): number =>
  versions.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

async function enterMoved(
  tx: Moving,
  { contents, ...input }: MoveOut & { readonly contents: readonly Resealed[] },
): Promise<MovedHere> {
  const { from, to, folder, document, versions } = await openMoved(tx, input);
  if (versions.map(({ id }) => id).join() !== contents.map(({ versionId }) => versionId).join())
    throw new DomainError('VERSION_STALE', { currentVersion: document.lastNumber });
  const bytes = bytesOf(versions);
  const mostBytes = await requireSpace(tx, to, bytes);
  const place = { cabinetId: to.id, folderId: folder?.id ?? null };
  const title = await titleIn(tx, place, { title: document.title, onNameTaken: input.onNameTaken });
  const old = await tx.em.find(StoredFile, { id: { $in: versions.map(({ file }) => file?.id ?? '') } });
  for (const [i, version] of versions.entries()) version.file = await registered(tx, contents[i] as Resealed);
  Object.assign(from, { documentCount: from.documentCount - 1, usedBytes: from.usedBytes - bytes });
  Object.assign(to, { documentCount: to.documentCount + 1, usedBytes: to.usedBytes + bytes });
  noteUsage(tx, to, { addedBytes: bytes, mostBytes });
  const leftBehind = await refile(tx, document, to);
  Object.assign(document, {
    ...{ cabinet: to, folder, title, updatedAt: tx.now },
    nameKey: documentNameKey(place, title),
  });
  await tx.em.flush();
  await freezeRetention(tx, document);
  await renameFiles(tx, document);
  for (const file of old) await destroyFile(tx, file);
  const payload = { cabinetId: to.id, fromCabinetId: from.id };
  const wordsLeft = leftBehind.length;
  tx.record({
    action: 'DOCUMENT_MOVED',
    ...{ targetType: 'document', targetId: document.id, payload: { ...payload, wordsLeft } },
  });
  tx.emit(documentMoved, { documentId: document.id, ...payload });
  return { document, leftBehind };
}

/** It is filed under the words of the cabinet that it comes into. Favourites are people's, and stay. */
async function refile(tx: Moving, document: Document, into: Cabinet): Promise<readonly string[]> {
  const carried = await carryWords(tx, { document, into });
  const { correspondent, customValues } = carried;
  setType(document, carried.type);
  Object.assign(document, { correspondent, customValues });
  await tx.em.nativeDelete(DocumentTag, { document });
  for (const tag of carried.tags) tx.em.create(DocumentTag, { document, tag });
  return carried.leftBehind;
}

import { LockMode } from '@mikro-orm/core';
import { Cabinet } from '../../../entities/archive/cabinet.entity.ts';
import { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { DocumentTag, Favourite, type Document } from '../../../entities/archive/document.entity.ts';
import { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import { destroyFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { lockCabinet, openPlace } from '../access/require.ts';
import { documentMoved } from '../events.ts';
import { requireDestroyable } from '../retention/keeping-reasons.ts';
import { documentNameKey, renameFiles } from './document-name.ts';
import { setType } from './document-type.ts';
import { moveInside, titleIn, type MoveInside } from './move-document.ts';
import { openDocument } from './open-document.ts';
import { requireSpace } from './space.ts';
import { registered, resealed, type Resealed } from './stored-content.ts';

export interface MoveDocument extends MoveInside {
  /** The cabinet it goes into; its own unless said. */
  readonly cabinetId?: string | null | undefined;
}

type Moving = Tx<'em' | 'actor' | 'now' | 'record' | 'emit' | 'enqueue'>;

/**
 * Puts a document elsewhere. Into another cabinet all its versions go, sealed under new keys, and the old keys are destroyed with the
 * same commit: it is whole there or whole here. What the words of the cabinet said of it stays behind. Errors: NOT_FOUND, FORBIDDEN,
 * NAME_TAKEN, DOCUMENT_LOCKED, LEGAL_HOLD, RETENTION_ACTIVE, QUOTA_EXCEEDED, CABINET_ARCHIVED, VERSION_STALE, FILE_DAMAGED.
 */
export async function moveDocument(
  ctx: Pick<AppContext, 'run' | 'db' | 'vault'>,
  { cabinetId, ...input }: MoveDocument,
): Promise<Document> {
  const isInside = !cabinetId || (await ctx.run(isIn, { id: input.id, cabinetId }));
  if (isInside) return ctx.run(moveInside, input);
  const versions = await ctx.run(findVersions, { ...input, cabinetId });
  const contents: Resealed[] = [];
  for (const version of versions) contents.push(await resealed(ctx, version));
  return ctx.run(enterMoved, { ...input, cabinetId, contents });
}

async function isIn(tx: Tx<'em' | 'actor' | 'now'>, { id, cabinetId }: { id: string; cabinetId: string }) {
  const { cabinet } = await openDocument(tx, id, { permission: 'document:move' });
  return cabinet.id === cabinetId;
}

interface MoveOut extends MoveInside {
  readonly cabinetId: string;
}

/** Both cabinets are locked in the order of their ids: two moves that meet wait for each other only one way. */
async function openMoved(tx: Tx<'em' | 'actor' | 'now'>, { id, cabinetId, folderId }: MoveOut) {
  const seen = await writing(tx.em)
    .db.selectFrom('document')
    .select('cabinet_id')
    .where('id', '=', id)
    .executeTakeFirst();
  if (seen === undefined) throw new DomainError('NOT_FOUND');
  // Only locked: what may be done there is asked after what may be done here.
  if (cabinetId < seen.cabinet_id)
    await tx.em.findOne(Cabinet, { id: cabinetId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  const { cabinet: from, document } = await openDocument(tx, id, { permission: 'document:move' });
  // To take something out of a cabinet is for its managers.
  await lockCabinet(tx, from.id, 'version:delete');
  const { cabinet: to, folder } = await openPlace(tx, { cabinetId, folderId }, 'document:add');
  await requireDestroyable(tx, document);
  const versions = await tx.em.find(DocumentVersion, { document, deletedAt: null }, { orderBy: { number: 'asc' } });
  return { from, to, folder, document, versions };
}

async function findVersions(tx: Tx<'em' | 'actor' | 'now'>, input: MoveOut) {
  const { to, versions } = await openMoved(tx, input);
  await requireSpace(tx, to, bytesOf(versions));
  return versions.map(({ id, sha256, file }) => ({ id, sha256, fileId: file?.id ?? '' }));
}

const bytesOf = (versions: readonly DocumentVersion[]): number =>
  versions.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

async function enterMoved(tx: Moving, { contents, ...input }: MoveOut & { readonly contents: readonly Resealed[] }) {
  const { from, to, folder, document, versions } = await openMoved(tx, input);
  if (versions.map(({ id }) => id).join() !== contents.map(({ versionId }) => versionId).join())
    throw new DomainError('VERSION_STALE', { currentVersion: document.lastNumber });
  const bytes = bytesOf(versions);
  await requireSpace(tx, to, bytes);
  const place = { cabinetId: to.id, folderId: folder?.id ?? null };
  const title = await titleIn(tx, place, { title: document.title, onNameTaken: input.onNameTaken });
  const old = await tx.em.find(StoredFile, { id: { $in: versions.map(({ file }) => file?.id ?? '') } });
  for (const [i, version] of versions.entries()) version.file = registered(tx, contents[i] as Resealed);
  Object.assign(from, { documentCount: from.documentCount - 1, usedBytes: from.usedBytes - bytes });
  Object.assign(to, { documentCount: to.documentCount + 1, usedBytes: to.usedBytes + bytes });
  await forgetWords(tx, document);
  Object.assign(document, {
    ...{ cabinet: to, folder, title, updatedAt: tx.now },
    nameKey: documentNameKey(place, title),
  });
  await tx.em.flush();
  await renameFiles(tx, document);
  for (const file of old) await destroyFile(tx, file);
  const payload = { cabinetId: to.id, fromCabinetId: from.id };
  tx.record({ action: 'DOCUMENT_MOVED', targetType: 'document', targetId: document.id, payload });
  tx.emit(documentMoved, { documentId: document.id, ...payload });
  return document;
}

/** Types, correspondents, tags and fields are the other cabinet's. */
async function forgetWords({ em }: Tx<'em'>, document: Document): Promise<void> {
  setType(document, null);
  Object.assign(document, { correspondent: null, customValues: {} });
  await em.nativeDelete(DocumentTag, { document });
  await em.nativeDelete(Favourite, { document });
}

import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LegalHold } from '../../../src/entities/privacy/legal-hold.entity.ts';
import { Cabinet } from '../../../src/entities/archive/cabinet.entity.ts';
import { Document } from '../../../src/entities/archive/document.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  addDocumentVersion,
  bulkDocuments,
  compareVersions,
  copyDocument,
  deleteCabinet,
  deleteDocumentVersion,
  getDocument,
  grantCabinetAccess,
  labelDocumentVersion,
  listDocuments,
  listTrash,
  listTrashedFolders,
  lockForEditing,
  moveDocument,
  openNote,
  restoreDocument,
  restoreDocumentVersion,
  restoreFolder,
  restrictFolder,
  revokeCabinetAccess,
  trashDocument,
  trashFolder,
  unlockDocument,
  unrestrictFolder,
  updateDocument,
} from '../../../src/services/archive/index.ts';
import { countsOf } from '../../../src/services/archive/cabinets/recount.ts';
import { checkQuota, openStored, storedBytesOf } from '../../../src/services/files/index.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { HOUR } from '../../support/clock.ts';
import { createArchiveWorld, idOf, textFile, type ArchiveWorld } from './archive-world.ts';

let world: ArchiveWorld;
let owner: Actor;
let contributor: Actor;
let reader: Actor;
beforeAll(async () => {
  world = await createArchiveWorld();
  [owner, contributor, reader] = [await world.person(), await world.person(), await world.person()];
});
afterAll(() => world.close());

const refusal = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'OK',
    (error: { code?: string }) => error.code ?? String(error),
  );
const shared = () =>
  world.cabinet(owner, [
    [contributor, 'CONTRIBUTOR'],
    [reader, 'READER'],
  ]);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const version = (documentId: string, expectedVersion: number, text: string, actor = owner) =>
  addDocumentVersion(world.ctx(actor), { documentId, expectedVersion, file: textFile(text) });
const countersOf = async (cabinetId: string) => {
  const { document_count, folder_count, used_bytes } = await world.db
    .selectFrom('cabinet')
    .selectAll()
    .where('id', '=', cabinetId)
    .executeTakeFirstOrThrow();
  return { documentCount: document_count, folderCount: folder_count, usedBytes: Number(used_bytes) };
};

test('a title that is taken, in any case and in any form of its letters, also when two arrive at once', async () => {
  const cabinetId = await shared();
  const one = await world.upload(owner, { cabinetId, name: 'été.txt' });
  const twin = { cabinetId, name: 'E\u0301TE\u0301.TXT' };
  expect(await refusal(world.upload(contributor, twin))).toBe('NAME_TAKEN');
  const both = await world.upload(contributor, { ...twin, onNameTaken: 'KEEP_BOTH' });
  expect(both.document.title).toBe('ÉTÉ (2).TXT');
  const next = await world.upload(contributor, { ...twin, text: 'autre', onNameTaken: 'NEW_VERSION' });
  expect(next).toMatchObject({ document: { id: one.document.id }, version: { number: 2 }, isUnchanged: false });
  const same = await world.upload(contributor, { ...twin, text: 'autre', onNameTaken: 'NEW_VERSION' });
  expect(same).toMatchObject({ version: { number: 2 }, isUnchanged: true });
  // Accents are no case: another name.
  expect(await refusal(world.upload(owner, { cabinetId, name: 'ete.txt' }))).toBe('OK');
  const racing = { cabinetId, name: 'course.txt' };
  const outcomes = await Promise.all([
    refusal(world.upload(owner, racing)),
    refusal(world.upload(contributor, racing)),
  ]);
  expect(outcomes.sort()).toEqual(['NAME_TAKEN', 'OK']);
  const kept = await Promise.all(
    [owner, contributor].map((actor) => world.upload(actor, { ...racing, onNameTaken: 'KEEP_BOTH' })),
  );
  expect(kept.map(({ document }) => document.title).sort()).toEqual(['course (2).txt', 'course (3).txt']);
  expect(await countersOf(cabinetId)).toEqual(await countsOf(world.db, cabinetId));
});

test.each(['', '.', '..', '   ', 'a\0b', 'a\u202eb', 'a/b', 'é'.repeat(128)])('no title: %j', async (title) => {
  const cabinetId = await shared();
  expect(await refusal(world.upload(owner, { cabinetId, title: title === '' ? '\u200e' : title }))).toBe(
    'INPUT_INVALID',
  );
});

test('restoring version 3 of 4 makes 5 with the bytes of 3, and 1 to 4 stay as they are', async () => {
  const cabinetId = await shared();
  const { document } = await world.upload(owner, { cabinetId, text: 'un' });
  for (const [i, text] of ['deux', 'trois', 'quatre'].entries()) await version(document.id, i + 1, text);
  const before = await world.db
    .selectFrom('document_version')
    .selectAll()
    .where('document_id', '=', document.id)
    .execute();
  const input = { documentId: document.id, number: 3, expectedVersion: 4 };
  const restored = await restoreDocumentVersion(world.ctx(contributor), input);
  expect(restored.version).toMatchObject({ number: 5, sha256: sha256('trois'), origin: 'RESTORED_VERSION' });
  const after = await world.db
    .selectFrom('document_version')
    .selectAll()
    .where('document_id', '=', document.id)
    .execute();
  expect(after.filter(({ number }) => number < 5)).toEqual(before);
  const opened = await openStored(world.ctx(), restored.version.file?.id ?? '');
  expect((await buffer((await opened?.open()) ?? Readable.from([]))).toString()).toBe('trois');
  expect(await refusal(restoreDocumentVersion(world.ctx(owner), input))).toBe('VERSION_STALE');
  const same = await restoreDocumentVersion(world.ctx(owner), { ...input, number: 3, expectedVersion: 5 });
  expect(same).toMatchObject({ isUnchanged: true, version: { number: 5 } });
  expect(await refusal(restoreDocumentVersion(world.ctx(reader), { ...input, expectedVersion: 5 }))).toBe('FORBIDDEN');
  const compared = await compareVersions(world.readContext(reader), { documentId: document.id, from: 3, to: 5 });
  expect(compared).toMatchObject({ isSameContent: true, sizeDifference: 0 });
  expect(await countersOf(cabinetId)).toEqual(await countsOf(world.db, cabinetId));
});

test('an older version is deleted by a manager only, and nothing of a document that is held or must be kept', async () => {
  const cabinetId = await shared();
  const { document } = await world.upload(owner, { cabinetId, text: 'un' });
  await version(document.id, 1, 'deux');
  const first = { documentId: document.id, number: 1 };
  expect(await refusal(world.run(deleteDocumentVersion, first, contributor))).toBe('FORBIDDEN');
  expect(await refusal(world.run(deleteDocumentVersion, { ...first, number: 2 }, owner))).toBe('ACTION_NOT_ALLOWED');
  const retainUntil = new Date(world.clock.now().getTime() + HOUR);
  await world.run(({ em }) => em.nativeUpdate(Document, { id: document.id }, { retainUntil }), null);
  expect(await refusal(world.run(deleteDocumentVersion, first, owner))).toBe('RETENTION_ACTIVE');
  expect(await refusal(world.run(deleteCabinet, { id: cabinetId }, owner))).toBe('CABINET_NOT_EMPTY');
  await world.run(({ em }) => em.nativeUpdate(Document, { id: document.id }, { retainUntil: null }), null);
  const hold = await world.run(
    async ({ em }) =>
      em.create(LegalHold, {
        ...{ targetType: 'CABINET', targetId: cabinetId, reason: 'litige', placedById: idOf(owner) },
      }),
    null,
  );
  expect(await refusal(world.run(deleteDocumentVersion, first, owner))).toBe('LEGAL_HOLD');
  expect(await refusal(world.run(deleteCabinet, { id: cabinetId }, owner))).toBe('CABINET_NOT_EMPTY');
  await world.run(({ em }) => em.nativeDelete(LegalHold, { id: hold.id }), null);
  const fileId = (
    await world.db
      .selectFrom('document_version')
      .selectAll()
      .where('document_id', '=', document.id)
      .where('number', '=', 1)
      .executeTakeFirstOrThrow()
  ).file_id;
  await world.run(deleteDocumentVersion, first, owner);
  expect(await openStored(world.ctx(), fileId ?? '')).toBeUndefined();
  expect(await countersOf(cabinetId)).toEqual(await countsOf(world.db, cabinetId));
  expect(await refusal(version(document.id, 2, 'trois'))).toBe('OK');
});

test('a lock: only its owner changes the document, a manager breaks it, and it ends with its time or its place', async () => {
  const cabinetId = await shared();
  const { document } = await world.upload(owner, { cabinetId });
  const { id } = document;
  await world.run(lockForEditing, { id, reason: 'relecture' }, contributor);
  const facts = { id, expectedVersion: 1, title: 'autre.txt' };
  for (const attempt of [
    () => version(id, 1, 'b'),
    () => updateDocument(world.ctx(owner), facts),
    () => world.run(trashDocument, { id }, owner),
    () => moveDocument(world.ctx(owner), { id, folderId: null }),
  ])
    expect(await refusal(attempt())).toBe('DOCUMENT_LOCKED');
  expect(await refusal(updateDocument(world.ctx(contributor), facts))).toBe('OK');
  expect(await refusal(world.run(unlockDocument, { id }, reader))).toBe('FORBIDDEN');
  await world.run(unlockDocument, { id }, owner);
  await world.worker.runDue();
  const notified = await world.db
    .selectFrom('notification')
    .selectAll()
    .where('user_id', '=', idOf(contributor))
    .execute();
  expect(notified.map(({ dedupe_key }) => dedupe_key.split(':')[0])).toContain('lock-broken');
  await world.run(lockForEditing, { id, until: new Date(world.clock.now().getTime() + HOUR) }, contributor);
  world.clock.advance(HOUR);
  expect(await refusal(world.run(lockForEditing, { id }, owner))).toBe('OK');
  const tooLong = new Date(world.clock.now().getTime() + 8 * 24 * HOUR);
  expect(await refusal(world.run(lockForEditing, { id, until: tooLong }, owner))).toBe('INPUT_INVALID');
  await world.run(unlockDocument, { id }, owner);
  const lockEndedBy = async (change: () => Promise<unknown>) => {
    await world.run(lockForEditing, { id }, contributor);
    await change();
    return (await getDocument(world.readContext(owner), id)).lock;
  };
  const place = (role: 'READER' | 'CONTRIBUTOR') => () =>
    world.run(grantCabinetAccess, { cabinetId, userId: idOf(contributor), role }, owner);
  expect(await lockEndedBy(place('READER'))).toBeNull();
  await place('CONTRIBUTOR')();
  const folderId = await world.folder(owner, cabinetId);
  await moveDocument(world.ctx(owner), { id, folderId });
  const restricted = { folderId, userId: idOf(contributor) };
  expect(await lockEndedBy(() => world.run(restrictFolder, { ...restricted, most: 'READER' }, owner))).toBeNull();
  await world.run(unrestrictFolder, restricted, owner);
  await world.run(lockForEditing, { id }, contributor);
  const member = await world.db
    .selectFrom('cabinet_member')
    .selectAll()
    .where('cabinet_id', '=', cabinetId)
    .where('user_id', '=', idOf(contributor))
    .executeTakeFirstOrThrow();
  await world.run(revokeCabinetAccess, { cabinetId, memberId: member.id }, owner);
  expect((await getDocument(world.readContext(owner), id)).lock).toBeNull();
});

test('the trash keeps everything, frees the title, and gives back under a numbered one', async () => {
  const cabinetId = await shared();
  const top = await world.folder(owner, cabinetId);
  const folderId = await world.folder(owner, cabinetId, top);
  const { document } = await world.upload(contributor, { cabinetId, folderId, name: 'a.txt' });
  const others = await world.upload(owner, { cabinetId, folderId, name: 'b.txt' });
  expect(await refusal(world.run(trashDocument, { id: others.document.id }, contributor))).toBe('FORBIDDEN');
  await world.run(trashDocument, { id: document.id }, contributor);
  expect(await refusal(getDocument(world.readContext(reader), document.id))).toBe('NOT_FOUND');
  const file =
    (
      await world.db
        .selectFrom('document_version')
        .selectAll()
        .where('document_id', '=', document.id)
        .executeTakeFirstOrThrow()
    ).file_id ?? '';
  expect(await world.ctx().mayReadFile(world.ctx(owner), file)).toBe(false);
  const trash = async (actor: Actor) =>
    (await listTrash(world.readContext(actor), { cabinetId, first: 10 })).nodes.map(({ id }) => id);
  expect([await trash(contributor), await trash(owner), await trash(reader)]).toEqual([
    [document.id],
    [document.id],
    [],
  ]);
  await world.upload(owner, { cabinetId, folderId, name: 'A.txt' });
  expect(await refusal(world.run(trashFolder, { id: top }, contributor))).toBe('FORBIDDEN');
  await world.run(trashFolder, { id: top }, owner);
  expect(await refusal(world.upload(owner, { cabinetId, folderId }))).toBe('NOT_FOUND');
  const tops = async (actor: Actor) =>
    (await listTrashedFolders(world.readContext(actor), { cabinetId, first: 10 })).nodes.map(({ id }) => id);
  expect([await tops(owner), await tops(reader)]).toEqual([[top], []]);
  const back = await world.run(restoreDocument, { id: document.id }, contributor);
  expect({ title: back.title, folder: back.folder }).toEqual({ title: 'a.txt', folder: null });
  expect(await refusal(world.run(restoreFolder, { id: top }, contributor))).toBe('FORBIDDEN');
  await world.run(restoreFolder, { id: top }, owner);
  const inside = await listDocuments(world.readContext(owner), { cabinetId, folderId, first: 10 });
  expect(inside.nodes.map(({ title }) => title).sort()).toEqual(['A.txt', 'b.txt']);
  expect(await countersOf(cabinetId)).toEqual(await countsOf(world.db, cabinetId));
});

test('moved to another cabinet every version has a new key, its hash and its history; the old keys are gone', async () => {
  const [from, to] = [await shared(), await shared()];
  const { document } = await world.upload(owner, { cabinetId: from, text: 'un', name: 'suivi.txt' });
  await version(document.id, 1, 'deux');
  await world.run(labelDocumentVersion, { documentId: document.id, number: 1, label: 'signé' }, owner);
  await updateDocument(world.ctx(owner), { id: document.id, expectedVersion: 2, note: 'secret de la note' });
  const rows = () =>
    world.db
      .selectFrom('document_version')
      .innerJoin('stored_file', 'stored_file.id', 'document_version.file_id')
      .select([
        'document_version.number',
        'document_version.sha256',
        'document_version.label',
        'stored_file.id',
        'stored_file.data_key_id',
      ])
      .where('document_id', '=', document.id)
      .orderBy('number')
      .execute();
  const before = await rows();
  expect(await refusal(moveDocument(world.ctx(contributor), { id: document.id, cabinetId: to }))).toBe('FORBIDDEN');
  await moveDocument(world.ctx(owner), { id: document.id, cabinetId: to });
  const after = await rows();
  const history = ({ number, sha256: hash, label }: (typeof before)[number]) => ({ number, hash, label });
  expect(after.map(history)).toEqual(before.map(history));
  const keys = await world.db
    .selectFrom('data_key')
    .select('id')
    .where(
      'id',
      'in',
      before.map((row) => row.data_key_id),
    )
    .execute();
  expect(keys).toEqual([]);
  for (const { id, sha256: hash } of after) {
    const opened = await openStored(world.ctx(), id);
    expect(sha256((await buffer((await opened?.open()) ?? Readable.from([]))).toString())).toBe(hash);
  }
  expect(await openNote(world.ctx(), document.id)).toBe('secret de la note');
  for (const id of [from, to]) expect(await countersOf(id)).toEqual(await countsOf(world.db, id));
  const copy = await copyDocument(world.ctx(contributor), { id: document.id, cabinetId: from });
  expect(copy.added?.version).toMatchObject({ number: 1, sha256: sha256('deux'), origin: 'COPIED' });
  const copyId = copy.added?.document.id ?? '';
  expect(await openNote(world.ctx(), copyId)).toBe('secret de la note');
  await updateDocument(world.ctx(contributor), { id: copyId, expectedVersion: 1, note: null });
  expect(await openNote(world.ctx(), document.id)).toBe('secret de la note');
  const twin = await copyDocument(world.ctx(owner), { id: document.id, onNameTaken: 'KEEP_BOTH' });
  expect(twin.added?.document.title).toBe('suivi (2).txt');
});

test('the note of a document is nowhere in clear, and goes with another one', async () => {
  const cabinetId = await shared();
  const { document } = await world.upload(owner, { cabinetId });
  const canary = `canari ${idOf(owner)}`;
  await updateDocument(world.ctx(owner), { id: document.id, expectedVersion: 1, note: canary });
  const first = await world.db
    .selectFrom('document')
    .selectAll()
    .where('id', '=', document.id)
    .executeTakeFirstOrThrow();
  expect(JSON.stringify(first)).not.toContain(canary);
  await updateDocument(world.ctx(owner), { id: document.id, expectedVersion: 1, note: null });
  expect(await openNote(world.ctx(), document.id)).toBeNull();
  expect(
    await world.db
      .selectFrom('data_key')
      .select('id')
      .where('id', '=', first.note_key_id ?? '')
      .execute(),
  ).toEqual([]);
});

test('managers learn once of each share of its space that a cabinet crosses, and of the next time', async () => {
  const cabinetId = await shared();
  await world.run(({ em }) => em.nativeUpdate(Cabinet, { id: cabinetId }, { storageLimit: 100 }), null);
  const crossed = async () => {
    await world.worker.runDue();
    const rows = await world.db
      .selectFrom('notification')
      .select(['data', 'user_id'])
      .where('dedupe_key', 'like', `quota:${cabinetId}:%`)
      .orderBy('created_at')
      .orderBy('id')
      .execute();
    return rows.map(({ data, user_id }) => [user_id, jsonFrom<{ percent: number }>(data).percent]);
  };
  const { document } = await world.upload(owner, { cabinetId, text: 'x'.repeat(79) });
  expect(await crossed()).toEqual([]);
  await world.upload(owner, { cabinetId, text: 'y'.repeat(17) });
  expect(await crossed()).toEqual([[idOf(owner), 95]]);
  await world.upload(owner, { cabinetId, text: 'z' });
  expect(await crossed()).toHaveLength(1);
  await world.run(trashDocument, { id: document.id }, owner);
  await bulkDocuments(world.ctx(owner), { action: 'PURGE', ids: [document.id] });
  await world.upload(owner, { cabinetId, text: 'v'.repeat(64) });
  expect(await crossed()).toHaveLength(2);
  await world.upload(owner, { cabinetId, text: 'w'.repeat(18) });
  expect(await crossed()).toEqual([
    [idOf(owner), 95],
    [idOf(owner), 80],
    [idOf(owner), 100],
  ]);
  const mails = await world.db
    .selectFrom('email_delivery')
    .select('template')
    .where('dedupe_key', 'like', `quota:${cabinetId}:%`)
    .execute();
  expect(mails).toHaveLength(3);
});

test('what a person’s cabinets hold and have promised leaves less for their own files, and for a smaller plan', async () => {
  const person = await world.person();
  const cabinetId = await world.cabinet(person);
  const space = { db: world.db, storageAllowance: () => Promise.resolve(undefined) };
  expect(await refusal(checkQuota(space, idOf(person)))).toBe('OK');
  const bytes = { usedBytes: 3 * 2 ** 30, reservedBytes: 2 * 2 ** 30 };
  await world.run(({ em }) => em.nativeUpdate(Cabinet, { id: cabinetId }, bytes), null);
  expect(await refusal(checkQuota(space, idOf(person)))).toBe('QUOTA_EXCEEDED');
  expect(await storedBytesOf(world.db, idOf(person))).toBe(5 * 2 ** 30);
  expect(await storedBytesOf(world.db, idOf(reader))).toBe(0);
});

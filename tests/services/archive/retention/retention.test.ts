import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cabinet } from '../../../../src/entities/archive/cabinet.entity.ts';
import { Document } from '../../../../src/entities/archive/document.entity.ts';
import { LegalHold } from '../../../../src/entities/privacy/legal-hold.entity.ts';
import type { Actor } from '../../../../src/services/access/actor.ts';
import {
  addDocumentVersion,
  approveDestruction,
  bulkDocuments,
  closeDocument,
  deleteCabinet,
  deleteDocumentVersion,
  emptyTrash,
  mergeDocumentTypes,
  moveDocument,
  previewRetention,
  purgeDocument,
  requireDestroyable,
  retainDocument,
  runItems,
  undoRetentionChange,
  updateDocument,
} from '../../../../src/services/archive/index.ts';
import { expireTrash } from '../../../../src/services/archive/retention/expire-trash.ts';
import { runEveryNight } from '../../../../src/services/archive/retention/run-every-night.ts';
import { openStored } from '../../../../src/services/files/index.ts';
import { DAY } from '../../../support/clock.ts';
import { textFile } from '../archive-world.ts';
import { createRetentionWorld, type RetentionWorld } from './retention-world.ts';

let world: RetentionWorld;
beforeAll(async () => {
  world = await createRetentionWorld();
});
afterAll(() => world.close());

const proven = (actor: Actor): Actor => ({ ...actor, provenAt: world.clock.now() });
const statusOf = async (id: string): Promise<string> => (await world.document(id)).status;
const untilOf = async (id: string): Promise<string | undefined> =>
  (await world.document(id)).retainUntil?.toISOString();
const night = async (): Promise<void> => {
  await expireTrash(world.ctx());
  await runEveryNight(world.ctx());
  await world.finishJobs();
};

/** A cabinet of somebody, with a document of a type. */
async function filed(type?: string, documentDate?: string) {
  const owner = await world.person();
  const cabinetId = await world.cabinet(owner);
  const { document, version } = await world.upload(owner, { cabinetId });
  await world.file(document.id, { ...(type && { type }), ...(documentDate && { documentDate }) });
  return { owner, cabinetId, id: document.id, version };
}

test('a purge leaves ids, times and hashes; its keys are gone with it, its bytes after it', async () => {
  const { owner, cabinetId, id, version } = await filed();
  const before = await world.db.selectFrom('cabinet').selectAll().where('id', '=', cabinetId).executeTakeFirstOrThrow();
  const contributor = await world.person();
  await expect(purgeDocument(world.ctx(owner), { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  await world.trash(id);
  await expect(purgeDocument(world.ctx(contributor), { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const fileId = version.file?.id ?? '';
  await purgeDocument(world.ctx(owner), { id });
  expect(await world.document(id)).toMatchObject({ status: 'PURGED', title: '', folder: null, type: null });
  expect(await openStored(world.ctx(), fileId)).toBeUndefined();
  expect(await world.db.selectFrom('data_key').select('id').where('file_id', '=', fileId).execute()).toEqual([]);
  const kept = await world.db.selectFrom('document_version').selectAll().where('document_id', '=', id).execute();
  expect(kept).toMatchObject([{ number: 1, sha256: version.sha256, file_id: null, label: null }]);
  const file = await world.db.selectFrom('stored_file').select('name').where('id', '=', fileId).executeTakeFirst();
  expect(file?.name).toBe(fileId);
  const after = await world.db.selectFrom('cabinet').selectAll().where('id', '=', cabinetId).executeTakeFirstOrThrow();
  expect(before).toMatchObject({ document_count: 1 });
  expect(after).toMatchObject({ document_count: 0, used_bytes: 0 });
  await expect(purgeDocument(world.ctx(owner), { id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
});

test('every way of destruction leaves what is retained or held', async () => {
  const { owner, cabinetId, id, version } = await filed('Facture', '2026-11-01');
  const loose = (await world.upload(owner, { cabinetId })).document.id;
  await world.trash(id, loose);
  const ways: Record<string, () => Promise<unknown>> = {
    purge: () => purgeDocument(world.ctx(owner), { id }),
    'one function': () => world.run(requireDestroyable, { id } as never),
    approval: async () => {
      const [answer] = await approveDestruction(world.ctx(owner), { documentIds: [id] });
      throw Object.assign(new Error(), { code: answer?.refusal });
    },
  };
  expect(await emptyTrash(world.ctx(owner), { cabinetId })).toEqual({ purged: 1, remaining: 1 });
  const refusal = { code: 'RETENTION_ACTIVE', details: { until: '2036-11-01T23:00:00.000Z' } };
  await expect(ways['purge']?.()).rejects.toMatchObject(refusal);
  await expect(ways['one function']?.()).rejects.toMatchObject(refusal);
  await expect(ways['approval']?.()).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
  world.clock.advance(400 * DAY);
  await night();
  // A cabinet that was deleted, however that came about, waits as well.
  await world.run(
    ({ em }) => em.nativeUpdate(Cabinet, { id: cabinetId }, { status: 'DELETING', deletedAt: new Date(0) }),
    undefined,
  );
  await night();
  await world.run(
    ({ em }) => em.nativeUpdate(Cabinet, { id: cabinetId }, { status: 'ACTIVE', deletedAt: null }),
    undefined,
  );
  expect(await statusOf(id)).toBe('TRASHED');

  world.clock.set('2037-01-01T12:00:00Z');
  const targets = [
    ['DOCUMENT', id],
    ['CABINET', cabinetId],
    ['USER', owner.userId ?? ''],
    ['FILE', version.file?.id ?? ''],
  ] as const;
  for (const [type, target] of targets) {
    const holdId = await world.hold(type, target);
    expect(await emptyTrash(world.ctx(owner), { cabinetId })).toMatchObject({ purged: 0 });
    await expect(ways['purge']?.()).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    await expect(ways['one function']?.()).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    await night();
    expect([type, await statusOf(id)]).toEqual([type, 'TRASHED']);
    await world.run(({ em, now }) => em.nativeUpdate(LegalHold, { id: holdId }, { releasedAt: now }), undefined);
  }
  await night();
  expect(await statusOf(id)).toBe('PURGED');
  world.clock.set('2026-11-20T09:00:00.000Z');
});

test('nor does anything of a document in its folder go: no version, not with its cabinet, and a move takes its time along', async () => {
  const { owner, cabinetId, id } = await filed('Facture', '2026-11-01');
  await addDocumentVersion(world.ctx(owner), { documentId: id, expectedVersion: 1, file: textFile('mieux') });
  const elsewhere = await world.cabinet(owner);
  const ways = {
    version: () => world.run(deleteDocumentVersion, { documentId: id, number: 1 }, owner),
    move: () => moveDocument(world.ctx(owner), { id, cabinetId: elsewhere }),
    bulk: async () => {
      const { id: runId } = await bulkDocuments(world.ctx(owner), { ids: [id], action: 'PURGE' });
      const [item] = await world.run(runItems, { runId }, owner);
      throw Object.assign(new Error(), { code: item?.code });
    },
  };
  const until = '2036-11-01T23:00:00.000Z';
  const keys = () =>
    world.db
      .selectFrom('document_version as version')
      .innerJoin('stored_file as file', 'file.id', 'version.file_id')
      .innerJoin('data_key as key', 'key.id', 'file.data_key_id')
      .select('key.id')
      .where('version.document_id', '=', id)
      .orderBy('version.number')
      .execute();
  const before = await keys();
  expect(before).toHaveLength(2);
  await expect(ways.version()).rejects.toMatchObject({ code: 'RETENTION_ACTIVE', details: { until } });
  await expect(ways.bulk()).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const deleting = () => world.run(deleteCabinet, { id: cabinetId }, owner);
  await expect(deleting()).rejects.toMatchObject({
    ...{ code: 'CABINET_NOT_EMPTY' },
    details: { reasons: [{ documentId: id, reason: 'RETENTION_ACTIVE', until: new Date(until) }] },
  });
  world.clock.set('2037-01-01T12:00:00Z');
  const holdId = await world.hold('DOCUMENT', id);
  for (const way of [ways.version, ways.move]) await expect(way()).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
  await expect(deleting()).rejects.toMatchObject({ details: { reasons: [{ reason: 'LEGAL_HOLD', documentId: id }] } });
  expect(await keys()).toEqual(before);
  await world.run(({ em, now }) => em.nativeUpdate(LegalHold, { id: holdId }, { releasedAt: now }), undefined);
  await ways.version();
  expect(await keys()).toHaveLength(1);
  await deleting();
  world.clock.set('2026-11-20T09:00:00.000Z');
  const moved = await filed('Facture', '2026-11-01');
  const { leftBehind } = await moveDocument(world.ctx(moved.owner), {
    id: moved.id,
    cabinetId: await world.cabinet(moved.owner),
  });
  expect([leftBehind, await untilOf(moved.id)]).toEqual([[], until]);
  const purging = world.run(requireDestroyable, { id: moved.id }, undefined);
  await expect(purging).rejects.toMatchObject({ code: 'RETENTION_ACTIVE' });
});

test('two types that become one keep no document for less, and those whose time was shorter for longer', async () => {
  const { owner, cabinetId, id } = await filed('Relevé bancaire', '2026-01-15');
  const { document: closed } = await world.upload(owner, { cabinetId });
  await world.file(closed.id, { type: 'Relevé bancaire', documentDate: '2020-02-29' });
  const merge = async (from: string, into: string) =>
    world.run(
      mergeDocumentTypes,
      { fromId: await world.typeOf(cabinetId, from), intoId: await world.typeOf(cabinetId, into) },
      owner,
    );
  await merge('Relevé bancaire', 'Facture');
  expect([await untilOf(id), await untilOf(closed.id)]).toEqual([
    '2036-01-15T23:00:00.000Z',
    '2030-02-28T23:00:00.000Z',
  ]);
  await merge('Facture', 'Bulletin de paie (employeur)');
  expect(await untilOf(id)).toBe('2036-01-15T23:00:00.000Z');
  await merge('Bulletin de paie (employeur)', 'Contrat');
  expect(await world.document(id)).toMatchObject({ retainAtLeast: new Date('2036-01-15T23:00:00.000Z') });
});

test('a time of keeping lengthens at once, and shortens 30 days after a manager proved themselves and said why', async () => {
  const { owner, id } = await filed('Relevé bancaire', '2026-01-15');
  expect(await untilOf(id)).toBe('2031-01-15T23:00:00.000Z');
  await world.file(id, { type: 'Facture' });
  expect(await untilOf(id)).toBe('2036-01-15T23:00:00.000Z');
  await world.file(id, { type: 'Autre', documentDate: '1990-01-01' });
  expect(await untilOf(id)).toBe('2036-01-15T23:00:00.000Z');
  await world.run(retainDocument, { documentId: id, until: '2040-06-30' }, owner);
  expect(await untilOf(id)).toBe('2040-06-30T22:00:00.000Z');

  const shorter = { documentId: id, until: '2027-01-31', reason: 'Mauvais classement' };
  const stale = { ...owner, provenAt: new Date(world.clock.now().getTime() - DAY) };
  await expect(world.run(retainDocument, shorter, stale)).rejects.toMatchObject({ code: 'STEP_UP_REQUIRED' });
  const silent = { ...shorter, reason: ' ' };
  await expect(world.run(retainDocument, silent, proven(owner))).rejects.toMatchObject({ code: 'INPUT_INVALID' });
  await world.run(retainDocument, shorter, proven(owner));
  world.clock.advance(29 * DAY);
  await night();
  expect(await untilOf(id)).toBe('2040-06-30T22:00:00.000Z');
  await world.run(undoRetentionChange, { documentId: id }, owner);
  await expect(world.run(undoRetentionChange, { documentId: id }, owner)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  world.clock.advance(2 * DAY);
  await night();
  expect(await untilOf(id)).toBe('2040-06-30T22:00:00.000Z');
  await world.run(retainDocument, shorter, proven(owner));
  world.clock.advance(30 * DAY);
  await night();
  expect(await untilOf(id)).toBe('2027-01-31T23:00:00.000Z');
  world.clock.set('2026-11-20T09:00:00.000Z');
});

test('a shorter time stays when something else is edited, and does not come after a type asked for a longer one', async () => {
  const { owner, cabinetId, id } = await filed('Relevé bancaire', '2026-01-15');
  const shorten = async (documentId: string) =>
    world.run(retainDocument, { documentId, until: '2028-01-31', reason: 'Mauvais classement' }, proven(owner));
  const monthLater = async () => {
    world.clock.advance(30 * DAY);
    await night();
  };
  await shorten(id);
  await monthLater();
  await updateDocument(world.ctx(owner), { id, expectedVersion: 1, reference: 'R-1', documentDate: '2026-01-15' });
  expect(await untilOf(id)).toBe('2028-01-31T23:00:00.000Z');
  await world.file(id, {});
  const { document: merged } = await world.upload(owner, { cabinetId });
  await world.file(merged.id, { type: 'Bulletin de paie (employeur)', documentDate: '2026-01-15' });
  for (const one of [id, merged.id]) await shorten(one);
  await updateDocument(world.ctx(owner), {
    ...{ id, expectedVersion: 1, typeId: await world.typeOf(cabinetId, 'Facture') },
  });
  const [fromId, intoId] = [
    await world.typeOf(cabinetId, 'Bulletin de paie (employeur)'),
    await world.typeOf(cabinetId, 'Facture'),
  ];
  await world.run(mergeDocumentTypes, { fromId, intoId }, owner);
  await monthLater();
  expect([await untilOf(id), await untilOf(merged.id)]).toEqual([
    '2036-01-15T23:00:00.000Z',
    '2036-01-15T23:00:00.000Z',
  ]);
  world.clock.set('2026-11-20T09:00:00.000Z');
});

test('before its event a document is kept without end, and an earlier time outlives a detour by such a type', async () => {
  const { owner, id } = await filed('Facture', '2026-01-15');
  await expect(world.run(closeDocument, { documentId: id, on: '2026-01-31' }, owner)).rejects.toMatchObject({
    code: 'ACTION_NOT_ALLOWED',
  });
  await world.file(id, { type: 'Contrat' });
  await expect(world.run(requireDestroyable, { id } as never)).rejects.toMatchObject({ details: { until: null } });
  for (const on of ['2026-02-30', '2026-13-01', '2026-11-21', '26-1-1', ''])
    await expect(world.run(closeDocument, { documentId: id, on }, owner)).rejects.toMatchObject({
      code: 'INPUT_INVALID',
    });
  await world.run(closeDocument, { documentId: id, on: '1990-01-01' }, owner);
  expect(await untilOf(id)).toBe('2036-01-15T23:00:00.000Z');
  const other = await filed('Contrat');
  await world.run(closeDocument, { documentId: other.id, on: '2024-02-29' }, other.owner);
  expect(await untilOf(other.id)).toBe('2029-02-28T23:00:00.000Z');
});

test('another rule for a type changes no document that has its time', async () => {
  const { owner, cabinetId, id } = await filed('Facture', '2026-01-15');
  await world.rule(owner, cabinetId, { name: 'Facture', keepMonths: 1 });
  expect(await untilOf(id)).toBe('2036-01-15T23:00:00.000Z');
  await world.file(id, { type: 'Facture' });
  expect(await untilOf(id)).toBe('2036-01-15T23:00:00.000Z');
  const next = await world.upload(owner, { cabinetId });
  await world.file(next.document.id, { type: 'Facture', documentDate: '2026-01-15' });
  expect(await untilOf(next.document.id)).toBe('2026-02-15T23:00:00.000Z');
});

/** A night in each of eleven years, and those around the days on which something may happen. */
const nights = [
  ...Array.from({ length: 11 }, (_, year) => `${2027 + year}-06-15`),
  ...['2031-11-29', '2031-11-30', '2031-12-01', '2031-12-02', '2031-12-16'],
  ...['2036-11-30', '2036-12-01', '2036-12-02', '2036-12-14', '2036-12-15', '2036-12-31'],
].toSorted();

test('eleven years by the clock: each document is destroyed when its law allows it, none before', async () => {
  world.clock.set('2026-12-01T12:00:00Z');
  const owner = await world.person();
  const cabinetId = await world.cabinet(owner);
  await world.rule(owner, cabinetId, { name: 'Facture', then: 'DESTROY', ground: 'Code de commerce, art. L123-22' });
  const add = async (filing: { type: string; documentDate?: string }): Promise<string> => {
    const { id } = (await world.upload(owner, { cabinetId })).document;
    await world.file(id, filing);
    return id;
  };
  const documents = {
    invoice: await add({ type: 'Facture', documentDate: '2026-11-30' }),
    statement: await add({ type: 'Relevé bancaire', documentDate: '2026-11-30' }),
    contract: await add({ type: 'Contrat' }),
    other: await add({ type: 'Autre' }),
    restored: await add({ type: 'Facture', documentDate: '2026-11-30' }),
  };
  await world.run(closeDocument, { documentId: documents.contract, on: '2026-12-01' }, owner);
  const seen: string[] = [];
  for (const at of nights) {
    world.clock.set(`${at}T12:00:00Z`);
    const items = await previewRetention(world.ctx(owner), { cabinetId });
    await night();
    for (const { documentId, outcome } of items) {
      const [name] = Object.entries(documents).find(([, id]) => id === documentId) ?? [];
      seen.push(`${at} ${name} ${outcome}`);
    }
    if (items.some(({ documentId, outcome }) => documentId === documents.restored && outcome === 'TRASHED'))
      await world.run(
        ({ em }) => em.nativeUpdate(Document, { id: documents.restored }, { status: 'ACTIVE', trashedAt: null }),
        undefined,
      );
  }
  expect(seen.toSorted()).toEqual([
    '2031-12-01 statement TO_REVIEW',
    '2031-12-02 contract TO_REVIEW',
    '2036-12-01 invoice TRASHED',
    '2036-12-01 restored TRASHED',
    '2036-12-15 invoice DESTROYED',
  ]);
  expect(await statusOf(documents.invoice)).toBe('PURGED');
  // What people decide about stays until they do; what was restored is theirs to decide about.
  for (const id of [documents.statement, documents.contract, documents.restored, documents.other])
    expect(await statusOf(id)).toBe('ACTIVE');
  const answers = await approveDestruction(world.ctx(owner), {
    documentIds: [documents.statement, documents.restored, documents.other],
  });
  expect(answers.map(({ refusal }) => refusal)).toEqual([null, null, 'ACTION_NOT_ALLOWED']);
  await world.run(retainDocument, { documentId: documents.contract, until: '2040-01-01' }, owner);
  const [kept] = await approveDestruction(world.ctx(owner), { documentIds: [documents.contract] });
  expect(kept?.refusal).toBe('ACTION_NOT_ALLOWED');
  const mails = await world.db.selectFrom('email_delivery').select(['template', 'recipient_id']).execute();
  const own = mails.filter(({ recipient_id }) => recipient_id === owner.userId).map(({ template }) => template);
  expect(own.filter((template) => template === 'documents-due')).toHaveLength(3);
  expect(own.filter((template) => template === 'destruction-certified')).toHaveLength(1);
  world.clock.set('2026-11-20T09:00:00.000Z');
});

test('a deleted cabinet is destroyed after 30 days: words and places go, its row and the certificates remain', async () => {
  const { owner, cabinetId, id } = await filed();
  await world.folder(owner, cabinetId);
  await world.run(
    ({ em, now }) => em.nativeUpdate(Cabinet, { id: cabinetId }, { status: 'DELETING', deletedAt: now }),
    undefined,
  );
  world.clock.advance(29 * DAY);
  await night();
  expect(await statusOf(id)).toBe('ACTIVE');
  world.clock.advance(DAY);
  await night();
  expect(await statusOf(id)).toBe('PURGED');
  const cabinet = await world.db
    .selectFrom('cabinet')
    .selectAll()
    .where('id', '=', cabinetId)
    .executeTakeFirstOrThrow();
  expect(cabinet).toMatchObject({ status: 'DESTROYED', document_count: 0, used_bytes: 0, name_key: null });
  const certificates = await world.db
    .selectFrom('destruction_certificate')
    .select(['kind', 'document_id'])
    .where('cabinet_id', '=', cabinetId)
    .orderBy('number')
    .execute();
  expect(certificates).toEqual([
    { kind: 'DOCUMENT', document_id: id },
    { kind: 'CABINET', document_id: null },
  ]);
  for (const table of ['folder', 'cabinet_member', 'document_type'] as const)
    expect(await world.db.selectFrom(table).select('id').where('cabinet_id', '=', cabinetId).execute()).toEqual([]);
  world.clock.set('2026-11-20T09:00:00.000Z');
});

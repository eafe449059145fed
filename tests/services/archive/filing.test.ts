import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cabinet } from '../../../src/entities/archive/cabinet.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  addDocumentVersion,
  archiveCabinet,
  bulkDocuments,
  cancelDocumentRun,
  continueRun,
  copyDocument,
  createCustomField,
  createDocumentType,
  createTag,
  favouriteDocument,
  favouriteDocuments,
  findRun,
  getDocument,
  listDocuments,
  listRuns,
  mergeTags,
  moveDocument,
  openNote,
  openArchiveZip,
  requestArchiveZip,
  restrictFolder,
  recentDocuments,
  revokeCabinetAccess,
  runItems,
  tagsByDocument,
  updateDocument,
  updateDocumentType,
} from '../../../src/services/archive/index.ts';
import { openDownload, openStored, requestDownload } from '../../../src/services/files/index.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { makeDocument } from '../../support/make/cabinet.ts';
import { beginRun } from '../../../src/services/archive/runs/begin-run.ts';
import { countsOf } from '../../../src/services/archive/cabinets/recount.ts';
import { engine } from '../../support/database.ts';
import { spawnModule } from '../../support/processes/spawn.ts';
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
const countersOf = async (cabinetId: string) => {
  const { document_count, folder_count, used_bytes } = await world.db
    .selectFrom('cabinet')
    .selectAll()
    .where('id', '=', cabinetId)
    .executeTakeFirstOrThrow();
  return { documentCount: document_count, folderCount: folder_count, usedBytes: Number(used_bytes) };
};

test('words: types, tags that are merged, fields that take what they say', async () => {
  const cabinetId = await shared();
  const { document } = await world.upload(owner, { cabinetId });
  const { id } = document;
  const type = await world.run(createDocumentType, { cabinetId, name: 'Devis' }, owner);
  expect(await refusal(world.run(createDocumentType, { cabinetId, name: 'DEVIS' }, owner))).toBe('NAME_TAKEN');
  expect(await refusal(world.run(createDocumentType, { cabinetId, name: 'Autre chose' }, contributor))).toBe(
    'FORBIDDEN',
  );
  const [one, two] = [
    await world.run(createTag, { cabinetId, name: 'à payer' }, contributor),
    await world.run(createTag, { cabinetId, name: 'urgent' }, contributor),
  ];
  const field = await world.run(createCustomField, { cabinetId, name: 'Montant', kind: 'MONEY' }, owner);
  const facts = { id, expectedVersion: 1 };
  const value = (text: string) =>
    updateDocument(world.ctx(contributor), { ...facts, customValues: [{ fieldId: field.id, value: text }] });
  expect(await refusal(value('douze'))).toBe('INPUT_INVALID');
  await value('1250');
  await updateDocument(world.ctx(contributor), {
    ...facts,
    typeId: type.id,
    tagIds: [one.id, two.id],
    documentDate: '2026-11-30',
  });
  await world.run(updateDocumentType, { id: type.id, name: 'Zèbre' }, owner);
  await world.run(mergeTags, { fromId: one.id, intoId: two.id }, contributor);
  const row = await getDocument(world.readContext(reader), id);
  expect(row).toMatchObject({ typeFolded: 'zebre', documentDate: '2026-11-30', customValues: { [field.id]: 1250 } });
  expect((await tagsByDocument(world.readContext(reader), [id])).get(id)?.map(({ name }) => name)).toEqual(['urgent']);
  const foreign = await world.run(createTag, { cabinetId: await shared(), name: 'ailleurs' }, owner);
  expect(await refusal(updateDocument(world.ctx(owner), { ...facts, tagIds: [foreign.id] }))).toBe('INPUT_INVALID');
});

test('many documents at once: each by its own rules, an answer for each', async () => {
  const cabinetId = await shared();
  const elsewhere = await world.cabinet(await world.person());
  const [own, others] = [await world.upload(contributor, { cabinetId }), await world.upload(owner, { cabinetId })];
  const stranger = { id: elsewhere };
  const run = await bulkDocuments(world.ctx(contributor), {
    action: 'TRASH',
    ids: [own.document.id, others.document.id, stranger.id],
  });
  expect(run).toMatchObject({ status: 'DONE', total: 3, done: 1, refused: 2 });
  expect(await codesOf(run.id, contributor)).toEqual([null, 'FORBIDDEN', 'NOT_FOUND']);
  expect(await refusal(world.run(findRun, { runId: run.id }, owner))).toBe('NOT_FOUND');
  const { id: again } = await bulkDocuments(world.ctx(owner), { action: 'PURGE', ids: [own.document.id] });
  expect(await codesOf(again, owner)).toEqual([null]);
  expect(
    world.auditLog.filter(({ action, targetId }) => action === 'DOCUMENT_PURGED' && targetId === own.document.id),
  ).toHaveLength(1);
});

const codesOf = async (runId: string, actor: Actor) =>
  (await world.run(runItems, { runId }, actor)).map(({ code }) => code);

test('more than fifty documents are tagged by a job, in the name of whoever asked, and it ends when it is cancelled', async () => {
  const cabinetId = await shared();
  const ids = Array.from({ length: 51 }, () => newId());
  await world.run(async ({ em }) => {
    const cabinet = await em.findOneOrFail(Cabinet, { id: cabinetId });
    for (const id of ids) makeDocument(em, cabinet, { id, title: `${id}.pdf`, isNamed: null });
  }, null);
  const tag = await world.run(createTag, { cabinetId, name: 'lot' }, contributor);
  const begin = () => bulkDocuments(world.ctx(contributor), { action: 'TAG', ids, tagId: tag.id });
  const run = await begin();
  expect(run).toMatchObject({ status: 'RUNNING', done: 0 });
  expect((await world.run(listRuns, undefined, contributor)).map(({ id }) => id)).toEqual([run.id]);
  const from = world.auditLog.length;
  await world.worker.runDue();
  expect(await world.run(findRun, { runId: run.id }, contributor)).toMatchObject({ status: 'DONE', done: 51 });
  expect(new Set(world.auditLog.slice(from).map(({ actor }) => actor?.userId))).toEqual(new Set([idOf(contributor)]));
  const other = await begin();
  expect(await refusal(world.run(cancelDocumentRun, { runId: other.id }, owner))).toBe('NOT_FOUND');
  await world.run(cancelDocumentRun, { runId: other.id }, contributor);
  await world.worker.runDue();
  expect(await world.run(findRun, { runId: other.id }, contributor)).toMatchObject({ status: 'CANCELLED', done: 0 });
  expect(world.live.filter(({ stream }) => stream === `documentRunProgress:${run.id}`).length).toBeGreaterThan(1);
});

test('a large move goes on where it was cut, seals nothing twice, and takes its words along by their names', async () => {
  const [from, to] = [await shared(), await shared()];
  const { document } = await world.upload(owner, { cabinetId: from, text: 'x'.repeat(20 * 2 ** 20), name: 'gros.txt' });
  const { id } = document;
  const second = { documentId: id, expectedVersion: 1, file: textFile('deux', 'gros.txt') };
  await addDocumentVersion(world.ctx(owner), second);
  const [known, missing] = [
    await world.run(createTag, { cabinetId: from, name: 'Payé' }, owner),
    await world.run(createTag, { cabinetId: from, name: 'neuf' }, owner),
  ];
  await world.run(createTag, { cabinetId: to, name: 'payé' }, owner);
  const type = await world.run(createDocumentType, { cabinetId: from, name: 'Devis signé' }, owner);
  const field = await world.run(createCustomField, { cabinetId: from, name: 'Montant', kind: 'MONEY' }, owner);
  await world.run(createCustomField, { cabinetId: to, name: 'montant', kind: 'TEXT' }, owner);
  await updateDocument(world.ctx(owner), {
    ...{ id, expectedVersion: 2, typeId: type.id, tagIds: [known.id, missing.id] },
    customValues: [{ fieldId: field.id, value: '1250' }],
  });
  await world.run(favouriteDocument, { id }, reader);
  const { run, document: still } = await moveDocument(world.ctx(owner), { id, cabinetId: to });
  const runId = run?.id ?? '';
  expect([still.cabinet.id, run?.status]).toEqual([from, 'RUNNING']);
  // The disk fails at the second version.
  const { vault } = world.ctx();
  let begun = 0;
  const create = async (versionId: string) => {
    if ((begun += 1) > 1) throw new Error('cut');
    return vault.storage.create(versionId);
  };
  const storage = Object.assign(Object.create(vault.storage) as typeof vault.storage, { create });
  const cut = { ...vault, storage };
  await expect(continueRun({ ...world.ctx(), vault: cut }, { runId })).rejects.toThrow('cut');
  const kept = await world.db.selectFrom('document_run_content').select('id').execute();
  expect(kept).toHaveLength(1);
  await world.worker.runDue();
  expect(await world.run(findRun, { runId }, owner)).toMatchObject({ status: 'DONE', done: 1, refused: 0 });
  const files = await world.db
    .selectFrom('document_version as v')
    .innerJoin('stored_file as f', 'f.id', 'v.file_id')
    .select(['v.number', 'f.id', 'f.version_id'])
    .where('v.document_id', '=', id)
    .orderBy('v.number')
    .execute();
  expect(files[0]?.version_id).toBe(kept[0]?.id);
  expect(await world.db.selectFrom('document_run_content').select('id').execute()).toEqual([]);
  const row = await getDocument(world.readContext(reader), id);
  expect(row).toMatchObject({ cabinetId: to, typeFolded: 'devis signe', customValues: {} });
  const tags = (await tagsByDocument(world.readContext(reader), [id])).get(id) ?? [];
  expect(tags.map(({ name }) => name).sort()).toEqual(['neuf', 'payé']);
  expect((await world.run(runItems, { runId }, owner))[0]).toMatchObject({ leftBehind: ['Montant'] });
  expect((await favouriteDocuments(world.readContext(reader), { first: 10 })).nodes.map((one) => one.id)).toContain(id);
  const opened = await openStored(world.ctx(), files[1]?.id ?? '');
  expect((await buffer((await opened?.open()) ?? Readable.from([]))).toString()).toBe('deux');
});

test('a large copy is made by a job with progress, and not while the request waits; without space nothing is begun', async () => {
  const [from, to] = [await shared(), await shared()];
  const { document } = await world.upload(owner, {
    ...{ cabinetId: from, text: 'y'.repeat(20 * 2 ** 20 + 1), name: 'double.txt' },
  });
  await updateDocument(world.ctx(owner), { id: document.id, expectedVersion: 1, note: 'à garder' });
  const input = { id: document.id, cabinetId: to };
  await world.run(({ em }) => em.nativeUpdate(Cabinet, { id: to }, { storageLimit: 1_000 }), undefined);
  await expect(copyDocument(world.ctx(owner), input)).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
  await world.run(({ em }) => em.nativeUpdate(Cabinet, { id: to }, { storageLimit: null }), undefined);
  const { added, run } = await copyDocument(world.ctx(owner), input);
  expect([added, run?.status, (await countersOf(to)).documentCount]).toEqual([null, 'RUNNING', 0]);
  await world.worker.runDue();
  const runId = run?.id ?? '';
  expect(await world.run(findRun, { runId }, owner)).toMatchObject({ status: 'DONE', done: 1 });
  const [item] = await world.run(runItems, { runId }, owner);
  const made = await getDocument(world.readContext(owner), item?.madeDocumentId ?? '');
  expect(made).toMatchObject({ cabinetId: to, title: 'double.txt' });
  expect(await openNote(world.ctx(), made.id)).toBe('à garder');
  expect(await countersOf(to)).toEqual(await countsOf(world.db, to));
});

/** Between the points both databases run the same code. */
const kills: readonly (readonly ['COPY' | 'MOVE', string])[] =
  process.env['STORM'] === 'full'
    ? (['COPY', 'MOVE'] as const).flatMap((action) =>
        ['after-run-content', 'before-run-item', 'after-run-item', '7', '13', '19', '26', '32', '38', '44'].map(
          (point) => [action, point] as const,
        ),
      )
    : engine === 'sqlite'
      ? [
          ['COPY', 'after-run-item'],
          ['MOVE', 'after-run-content'],
        ]
      : [];

test('a run whose process is killed anywhere copies and moves each document once', async () => {
  const [from, to] = [await shared(), await shared()];
  for (const [action, point] of kills) {
    const ids: string[] = [];
    for (let i = 0; i < 3; i++) ids.push((await world.upload(owner, { cabinetId: from })).document.id);
    const facts = { cabinetId: to, onNameTaken: 'KEEP_BOTH' } as const;
    const { id: runId } = await world.run(beginRun, { ids, action, facts, isLong: true }, owner);
    expect([point, await dies(runId, point)]).toEqual([point, 'SIGKILL']);
    await world.worker.runDue();
    expect(await world.run(findRun, { runId }, owner)).toMatchObject({ status: 'DONE', done: 3, refused: 0 });
  }
  for (const id of [from, to]) expect(await countersOf(id)).toEqual(await countsOf(world.db, id));
  expect((await countersOf(to)).documentCount).toBe(kills.length * 3);
  const keysOfNothing = await world.db
    .selectFrom('data_key')
    .select('id')
    .where('is_secret', '=', false)
    .where('version_id', 'not in', (db) => db.selectFrom('stored_file').select('version_id'))
    .execute();
  expect(keysOfNothing).toEqual([]);
});

async function dies(runId: string, point: string): Promise<number | string> {
  const { database, config, clock } = world;
  const { ended, output } = spawnModule(
    'tests/support/processes/document-run.ts',
    {
      ...{ DATA_DIR: config.dataDir, KEYS_DIR: config.keysDir, BCRYPT_ROUNDS: '4', LOG_LEVEL: 'silent' },
      ...{ TEST_DATABASE: JSON.stringify(database.settings), TEST_NOW: String(clock.now().getTime()) },
      ...(database.settings.url === undefined ? {} : { DATABASE_URL: database.settings.url }),
      ...world.storageEnvironment,
      CRASH_AT: point,
    },
    [runId],
  );
  const end = await ended;
  return end === 'SIGKILL' || end === 0 ? end : output().slice(-2_000);
}

test('every order of the list reads each document once, page by page, to the end and back', async () => {
  const cabinetId = await shared();
  const other = await shared();
  for (let i = 0; i < 7; i++)
    await world.upload(owner, { cabinetId, text: 'x'.repeat(1 + (i % 3)), name: `n${i % 4}-${i}.txt` });
  const orders = [
    ...(['TITLE_ASC', 'TITLE_DESC', 'DOCUMENT_DATE_DESC', 'CREATED_AT_DESC', 'UPDATED_AT_ASC'] as const),
    ...(['SIZE_DESC', 'SIZE_ASC', 'TYPE_ASC', 'TYPE_DESC'] as const),
  ];
  for (const orderBy of orders) {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page = await listDocuments(world.readContext(reader), { cabinetId, orderBy, first: 3, after });
      seen.push(...page.nodes.map(({ id }) => id));
      if (page.pageInfo.hasNextPage !== true) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(7);
    const { pageInfo } = await listDocuments(world.readContext(reader), { cabinetId, orderBy, first: 3 });
    const elsewhere = { cabinetId: other, orderBy, first: 3, after: pageInfo.endCursor };
    expect(await refusal(listDocuments(world.readContext(reader), elsewhere))).toBe('INPUT_INVALID');
    expect(seen).toHaveLength(7);
  }
});

test('favourites and recent documents are one’s own, and end with the right to read', async () => {
  const cabinetId = await shared();
  const fan = await world.person();
  const { document } = await world.upload(owner, { cabinetId });
  expect(await refusal(world.run(favouriteDocument, { id: document.id }, fan))).toBe('NOT_FOUND');
  await world.run(favouriteDocument, { id: document.id }, reader);
  const favourites = async () =>
    (await favouriteDocuments(world.readContext(reader), { first: 10 })).nodes.map(({ id }) => id);
  expect(await favourites()).toContain(document.id);
  expect((await recentDocuments(world.readContext(reader), { first: 20 }))[0]?.id).toBe(document.id);
  expect(await recentDocuments(world.readContext(fan), { first: 20 })).toEqual([]);
  await world.run(archiveCabinet, { id: cabinetId }, owner);
  expect(await favourites()).toContain(document.id);
});

test('a link to a version dies with its holder’s place, and any byte of it is in the audit log once', async () => {
  const cabinetId = await shared();
  const { version: added } = await world.upload(owner, { cabinetId, text: 'octets' });
  const fileId = added.file?.id ?? '';
  const link = await requestDownload(world.ctx(reader), { fileId });
  const grant = new URL(link.url).searchParams.get('grant') ?? '';
  const download = () => openDownload(world.ctx(), { fileId, grant });
  const piece = await (await download()).open({ offset: 1, length: 2 });
  expect((await buffer(piece)).toString()).toBe('ct');
  const noted = () =>
    world.auditLog.filter(({ action, targetId }) => action === 'DOCUMENT_DOWNLOADED' && targetId === fileId);
  expect(noted()).toHaveLength(1);
  await buffer(await (await download()).open());
  expect(noted()).toHaveLength(1);
  const member = await world.db
    .selectFrom('cabinet_member')
    .selectAll()
    .where('cabinet_id', '=', cabinetId)
    .where('user_id', '=', idOf(reader))
    .executeTakeFirstOrThrow();
  await world.run(revokeCabinetAccess, { cabinetId, memberId: member.id }, owner);
  expect(await refusal(download())).toBe('NOT_FOUND');
});

test('a full cabinet takes nothing more, and keeps nothing of what it refused', async () => {
  const cabinetId = await shared();
  await world.run(({ em }) => em.nativeUpdate(Cabinet, { id: cabinetId }, { storageLimit: 10 }), null);
  await world.upload(owner, { cabinetId, text: '12345678' });
  expect(await refusal(world.upload(owner, { cabinetId, text: '123' }))).toBe('QUOTA_EXCEEDED');
  expect(await countersOf(cabinetId)).toMatchObject({ documentCount: 1, usedBytes: 8 });
});

test('a ZIP holds what its holder may read, each file under a name of its own, and each is in the audit log', async () => {
  const cabinetId = await shared();
  const folderId = await world.folder(owner, cabinetId, null, 'Devis');
  const hidden = await world.folder(owner, cabinetId, folderId, 'Secret');
  await world.upload(owner, { cabinetId, name: 'à plat.txt', text: 'un' });
  await world.upload(owner, { cabinetId, folderId, name: 'devis.txt', text: 'deux' });
  await world.upload(owner, { cabinetId, folderId: hidden, name: 'secret.txt', text: 'trois' });
  await world.run(restrictFolder, { folderId: hidden, userId: idOf(reader), most: 'NONE' }, owner);
  const packed = async (actor: Actor, scope: object = {}) => {
    const { url } = await requestArchiveZip(world.ctx(actor), { cabinetId, ...scope });
    const grant = new URL(url).searchParams.get('grant') ?? '';
    const from = world.auditLog.length;
    const bytes = await buffer((await openArchiveZip(world.ctx(), { cabinetId, grant })).stream);
    const names = [...bytes.toString('latin1').matchAll(/PK\x01\x02[^]{42}([^]*?)\.txt/g)].map(([, name = '']) =>
      Buffer.from(name, 'latin1').toString(),
    );
    const noted = world.auditLog.slice(from).filter(({ action }) => action === 'DOCUMENT_DOWNLOADED');
    expect(noted).toHaveLength(names.length);
    return names.map((name) => name.replace(/^[\0-\x1f]+/, '')).sort();
  };
  expect(await packed(owner)).toEqual(['Devis/Secret/secret', 'Devis/devis', 'à plat']);
  expect(await packed(reader)).toEqual(['Devis/devis', 'à plat']);
  expect(await packed(reader, { folderId })).toEqual(['devis']);
  expect(await refusal(requestArchiveZip(world.ctx(reader), { cabinetId, folderId: hidden }))).toBe('NOT_FOUND');
});

import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Document } from '../../../src/entities/archive/document.entity.ts';
import { DocumentVersion } from '../../../src/entities/archive/document-version.entity.ts';
import { Folder } from '../../../src/entities/archive/folder.entity.ts';
import { archiveCabinet, lockForEditing, reopenCabinet, setCabinetQuota } from '../../../src/services/archive/index.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { openStored, destroyFile } from '../../../src/services/files/index.ts';
import { StoredFile } from '../../../src/entities/files/stored-file.entity.ts';
import {
  beginBackup,
  cancelRestore,
  checkPlace,
  getRestoreRun,
  makeBackup,
  restoreBackup,
  restoreDocuments,
  type RestoreBackup,
} from '../../../src/services/backups/index.ts';
import { Job } from '../../../src/entities/platform/job.entity.ts';
import { failRestore } from '../../../src/services/backups/documents/fail-restore.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import { jsonFrom } from '../../../src/services/platform/orm/values.ts';
import { backUpBeforeRestore } from '../../../src/services/backups/documents/before-restore.ts';
import { engine } from '../../support/database.ts';
import { spawnModule } from '../../support/processes/spawn.ts';
import { createArchiveWorld, type ArchiveWorld } from '../archive/archive-world.ts';
import { filesIn, flip } from './backups-world.ts';

const isFull = process.env['STORM'] === 'full';
let world: ArchiveWorld;
let [admin, owner]: Actor[] = [];
let cabinetId: string;

beforeAll(async () => {
  world = await createArchiveWorld();
  admin = await world.person('ADMIN');
  owner = await world.person();
  cabinetId = await world.cabinet(owner);
});
afterAll(() => world.close());

const upload = (text: string, more: object = {}) =>
  world.upload(owner as Actor, { cabinetId, text, name: `${text.replaceAll(' ', '-')}.txt`, ...more } as never);

async function backUp(): Promise<string> {
  const target = world.contextFor().backups.targets[0]?.url as string;
  const { id } = await world.run(beginBackup, { target, trigger: 'MANUAL', isQueued: false });
  await makeBackup(world.contextFor(), { backupId: id });
  return id;
}

const restore = async (wanted: Partial<RestoreBackup> & { backupId: string }) => {
  const run = await restoreBackup(world.contextFor(admin), {
    ...{ cabinetIds: [], folderIds: [], documentIds: [], dryRun: false },
    ...wanted,
  });
  await restoreDocuments(world.contextFor(), { runId: run.id });
  return run.id;
};

const outcomesOf = async (runId: string): Promise<Record<string, string>> => {
  const items = await world.db.selectFrom('restore_item').selectAll().where('run_id', '=', runId).execute();
  return Object.fromEntries(items.map(({ document_id, outcome }) => [document_id, outcome]));
};

const versionsOf = (documentId: string) =>
  world.db
    .selectFrom('document_version')
    .select(['number', 'origin', 'sha256', 'file_id'])
    .where('document_id', '=', documentId)
    .orderBy('number')
    .execute();

test('documents come back as new versions, dry run and run alike, and nothing that is there is changed', async () => {
  const folderId = await world.folder(owner as Actor, cabinetId, null, 'Factures');
  const changed = await upload('first state', { folderId });
  const same = await upload('never changed');
  const locked = await upload('locked one');
  const backupId = await backUp();
  for (const [{ document }, text] of [
    [changed, 'second state'],
    [locked, 'other'],
  ] as const)
    await world.upload(
      owner as Actor,
      {
        ...{ cabinetId, folderId: document.folder?.id ?? null, onNameTaken: 'NEW_VERSION' },
        ...{ text, name: document.title },
      } as never,
    );
  await world.run(lockForEditing, { id: locked.document.id } as never, owner as Actor);
  const before = await versionsOf(changed.document.id);
  const dry = await restore({ backupId, cabinetIds: [cabinetId], dryRun: true });
  const run = await restore({ backupId, cabinetIds: [cabinetId] });
  const expected = {
    [changed.document.id]: 'RESTORED',
    [same.document.id]: 'IDENTICAL',
    [locked.document.id]: 'LOCKED',
  };
  expect([await outcomesOf(dry), await outcomesOf(run)]).toEqual([expected, expected]);
  const after = await versionsOf(changed.document.id);
  expect(after.slice(0, 2)).toEqual(before);
  expect(after.map(({ number, origin }) => [number, origin])).toEqual([
    [1, 'UPLOAD'],
    [2, 'UPLOAD'],
    [3, 'RESTORED_BACKUP'],
  ]);
  expect(after[2]?.sha256).toBe(after[0]?.sha256);
  const opened = await openStored(world.contextFor(), after[2]?.file_id as string);
  const bytes: Buffer[] = [];
  for await (const piece of (await opened?.open()) as AsyncIterable<Buffer>) bytes.push(piece);
  expect(Buffer.concat(bytes).toString()).toBe('first state');
  await restoreDocuments(world.contextFor(), { runId: run });
  expect(await versionsOf(changed.document.id)).toEqual(after);
});

test('a document that is no more is a new one, in its folder, which is made again', async () => {
  const folderId = await world.folder(owner as Actor, cabinetId, null, 'Contrats');
  const { document } = await upload('signed', { folderId });
  const backupId = await backUp();
  await world.run(async (tx) => {
    const version = (await tx.em
      .getKysely()
      .selectFrom('document_version' as never)
      .select('file_id' as never)
      .where('document_id' as never, '=', document.id as never)
      .executeTakeFirstOrThrow()) as { file_id: string };
    await destroyFile(tx, await tx.em.findOneOrFail(StoredFile, { id: version.file_id }));
    await tx.em.nativeUpdate(Document, { id: document.id }, { status: 'PURGED', folder: null, isNamed: null });
    await tx.em.nativeDelete(Folder, { id: folderId });
  }, undefined);
  const run = await restore({ backupId, documentIds: [document.id] });
  expect(await outcomesOf(run)).toEqual({ [document.id]: 'RESTORED' });
  const item = await world.db
    .selectFrom('restore_item')
    .selectAll()
    .where('run_id', '=', run)
    .executeTakeFirstOrThrow();
  const made = await world.db
    .selectFrom('document_version as version')
    .innerJoin('document', 'document.id', 'version.document_id')
    .innerJoin('folder', 'folder.id', 'document.folder_id')
    .select(['document.id', 'document.title', 'folder.name', 'version.restored_from as from'])
    .where('version.id', '=', item.version_id)
    .executeTakeFirstOrThrow();
  expect(made).toMatchObject({ title: document.title, name: 'Contrats' });
  expect([made.id === document.id, made.from]).toEqual([false, expect.any(String)]);
});

/** Restores in a process that dies at this point; answers how it ended. */
const dies = (runId: string, at: string): Promise<number | string> => {
  const { settings } = world.database;
  const environment = {
    ...{ DATA_DIR: world.config.dataDir, KEYS_DIR: world.config.keysDir, BCRYPT_ROUNDS: '4', LOG_LEVEL: 'silent' },
    ...{ TEST_DATABASE: JSON.stringify(settings), TEST_NOW: String(world.clock.now().getTime()), CRASH_AT: at },
    ...(settings.url === undefined ? {} : { DATABASE_URL: settings.url }),
  };
  return spawnModule('tests/support/processes/backup-step.ts', environment, ['documents', runId]).ended;
};

test('a restore that is killed anywhere makes no half version, and goes on without doubling one', async () => {
  const made = [await upload('killed one'), await upload('killed two'), await upload('killed three')];
  const backupId = await backUp();
  for (const { document } of made)
    await world.upload(
      owner as Actor,
      { cabinetId, onNameTaken: 'NEW_VERSION', text: `newer ${document.title}`, name: document.title } as never,
    );
  const documentIds = made.map(({ document }) => document.id);
  const { id: runId } = await restoreBackup(world.contextFor(admin), {
    ...{ backupId, cabinetIds: [], folderIds: [], dryRun: false, documentIds },
  });
  // What was there is in a backup of its own, made once.
  for (let i = 0; i < 2; i += 1) await backUpBeforeRestore(world.contextFor(), { runId });
  const before = world.db.selectFrom('backup').select(['id', 'status']).where('trigger', '=', 'BEFORE_RESTORE');
  const run = world.db.selectFrom('restore_run').selectAll().where('id', '=', runId);
  expect(await before.execute()).toEqual([
    { id: (await run.executeTakeFirstOrThrow()).backup_before_id, status: 'COMPLETE' },
  ]);
  const numbers = async () =>
    (await Promise.all(documentIds.map(versionsOf))).map((versions) => versions.map(({ number }) => number));
  // On a server the same code runs between the points.
  const points = ['after-document-sealed', 'after-document-restored'];
  for (const point of engine === 'sqlite' || isFull ? points : []) {
    expect([point, await dies(runId, point)]).toEqual([point, 'SIGKILL']);
    for (const found of await numbers()) expect(found).toEqual([1, 2, 3].slice(0, found.length));
    const { restored } = await run.executeTakeFirstOrThrow();
    expect((await numbers()).filter(({ length }) => length === 3)).toHaveLength(Number(restored));
  }
  for (let i = 0; i < 2; i += 1) await restoreDocuments(world.contextFor(), { runId });
  expect(await numbers()).toEqual([1, 2, 3].map(() => [1, 2, 3]));
  expect(await run.executeTakeFirstOrThrow()).toMatchObject({ status: 'COMPLETE', skipped: 0 });
  for (const { file_id } of (await Promise.all(documentIds.map(versionsOf))).flat()) {
    const stream = (await (await openStored(world.contextFor(), file_id as string))?.open()) as AsyncIterable<Buffer>;
    expect((await Array.fromAsync(stream)).length).toBeGreaterThan(0);
  }
});

test('is refused without a scope, beyond the quota, of an unknown backup, by others than admins', async () => {
  const { document } = await upload('quota');
  const backupId = await backUp();
  const wanted = { backupId, cabinetIds: [], folderIds: [], documentIds: [document.id], dryRun: false };
  await expect(restoreBackup(world.contextFor(admin), { ...wanted, documentIds: [] })).rejects.toMatchObject({
    code: 'INPUT_INVALID',
  });
  await expect(restoreBackup(world.contextFor(admin), { ...wanted, backupId: document.id })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  });
  await expect(restoreBackup(world.contextFor(owner), wanted)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await world.upload(
    owner as Actor,
    { cabinetId, onNameTaken: 'NEW_VERSION', text: 'more', name: document.title } as never,
  );
  await world.run(setCabinetQuota, { id: cabinetId, storageLimit: 1 } as never, admin);
  await expect(restoreBackup(world.contextFor(admin), wanted)).rejects.toMatchObject({ code: 'QUOTA_EXCEEDED' });
  await world.run(setCabinetQuota, { id: cabinetId, storageLimit: null } as never, admin);
});

test('a restore whose job is given up has failed, is said to others, and goes on when the job is retried', async () => {
  const { document } = await upload('late again');
  const backupId = await backUp();
  const more = { cabinetId, onNameTaken: 'NEW_VERSION', text: 'later still', name: document.title };
  await world.upload(owner as Actor, more as never);
  const { id: runId } = await restoreBackup(world.contextFor(admin), {
    ...{ backupId, cabinetIds: [], folderIds: [], documentIds: [document.id], dryRun: false },
  });
  const [kind, jobId] = ['backups.restore-documents', newId()];
  await world.run(async ({ em, now }) => {
    const made = { id: jobId, kind, payload: { runId }, runAt: now, state: 'FAILED', lastError: 'KEY_UNAVAILABLE' };
    em.create(Job, made as never);
  }, undefined);
  const stateOf = async () => {
    const { status, failure } = await getRestoreRun(world.readContext(admin as Actor), runId);
    return [status, failure];
  };
  await world.run(failRestore, { jobId, kind: 'billing.print-invoice' });
  expect(await stateOf()).toEqual(['RUNNING', null]);
  await world.run(failRestore, { jobId, kind });
  expect(await stateOf()).toEqual(['FAILED', 'KEY_UNAVAILABLE']);
  const said = await world.db
    .selectFrom('outbox_event')
    .select('payload')
    .where('name', '=', 'restore.failed')
    .execute();
  expect(said.map(({ payload }) => jsonFrom(payload))).toEqual([{ runId }]);
  await restoreDocuments(world.contextFor(), { runId });
  expect([await stateOf(), await outcomesOf(runId)]).toEqual([['COMPLETE', null], { [document.id]: 'RESTORED' }]);
});

test('an archived cabinet, a damaged copy and a cancelled run leave documents as they are', async () => {
  const { document } = await upload('copy that breaks');
  const backupId = await backUp();
  await world.upload(
    owner as Actor,
    { cabinetId, onNameTaken: 'NEW_VERSION', text: 'newer', name: document.title } as never,
  );
  const wanted = { backupId, documentIds: [document.id] };
  await world.run(archiveCabinet, { id: cabinetId } as never, owner);
  expect(await outcomesOf(await restore(wanted))).toEqual({ [document.id]: 'ARCHIVED' });
  await world.run(reopenCabinet, { id: cabinetId } as never, owner);
  const planned = await restoreBackup(world.contextFor(admin), {
    cabinetIds: [],
    folderIds: [],
    dryRun: false,
    ...wanted,
  });
  await world.run(cancelRestore, { runId: planned.id }, admin);
  await restoreDocuments(world.contextFor(), { runId: planned.id });
  expect(await outcomesOf(planned.id)).toEqual({ [document.id]: 'WAITING' });
  const folder = `${world.config.dataDir}-backups`;
  for (const [i, name] of (await filesIn(join(folder, 'objects'))).entries())
    await flip(join(folder, 'objects', name), i);
  expect(await outcomesOf(await restore(wanted))).toEqual({ [document.id]: 'DAMAGED' });
  expect((await versionsOf(document.id)).length).toBe(2);
});

test('what is checked after a disaster counts documents and versions, and those whose content was forgotten', async () => {
  const { documents: before } = await checkPlace(world.contextFor());
  const { version } = await upload('forgotten later');
  await world.run(
    ({ em }: Tx<'em'>) => em.nativeUpdate(DocumentVersion, { id: version.id }, { file: null }),
    undefined,
  );
  await upload('purged later').then(({ document: { id } }) =>
    world.run(({ em }: Tx<'em'>) => em.nativeUpdate(Document, { id }, { status: 'PURGED' }), undefined),
  );
  expect((await checkPlace(world.contextFor())).documents).toEqual({
    documents: before.documents + 1,
    versions: before.versions + 1,
    forgotten: before.forgotten + 1,
  });
});

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDocumentVersion } from '../../../src/services/archive/index.ts';
import { createArchiveWorld, textFile, type ArchiveWorld } from './archive-world.ts';

let world: ArchiveWorld;
beforeAll(async () => {
  world = await createArchiveWorld();
});
afterAll(() => world.close());

test('base', async () => {
  const [a, b] = [await world.person(), await world.person()];
  const cabinetId = await world.cabinet(a, [[b, 'CONTRIBUTOR']]);
  const folderId = await world.folder(b, cabinetId);
  const one = await world.upload(b, { cabinetId, folderId, name: 'été.txt', text: 'x' });
  await expect(world.upload(b, { cabinetId, folderId, name: 'ÉTÉ.TXT', text: 'y' })).rejects.toMatchObject({
    code: 'NAME_TAKEN',
  });
  const two = await world.upload(b, {
    cabinetId,
    folderId,
    name: 'e\u0301te\u0301.txt',
    text: 'y',
    onNameTaken: 'KEEP_BOTH',
  });
  expect(two.document.title).toBe('été (2).txt');
  const same = await world.upload(b, { cabinetId, folderId, name: 'été.txt', text: 'x', onNameTaken: 'NEW_VERSION' });
  expect(same).toMatchObject({ isUnchanged: true, version: { number: 1 } });
  const next = await addDocumentVersion(world.ctx(a), {
    documentId: one.document.id,
    expectedVersion: 1,
    file: textFile('z'),
  });
  expect(next.version.number).toBe(2);
  await expect(
    addDocumentVersion(world.ctx(a), { documentId: one.document.id, expectedVersion: 1, file: textFile('zz') }),
  ).rejects.toMatchObject({ code: 'VERSION_STALE' });
  const stranger = await world.person('ADMIN');
  await expect(world.upload(stranger, { cabinetId, folderId })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const row = await world.db.selectFrom('cabinet').selectAll().where('id', '=', cabinetId).executeTakeFirstOrThrow();
  expect(row).toMatchObject({ document_count: 2, folder_count: 1, used_bytes: 3 });
  expect(await world.ctx(a).mayReadFile(world.ctx(b), next.version.file!.id)).toBe(true);
  expect(await world.ctx(a).mayReadFile(world.ctx(stranger), next.version.file!.id)).toBe(false);
});

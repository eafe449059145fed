import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Cabinet } from '../../../src/entities/archive/cabinet.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  archiveCabinet,
  bulkDocuments,
  createCustomField,
  createDocumentType,
  createTag,
  favouriteDocument,
  favouriteDocuments,
  getDocument,
  listDocuments,
  mergeTags,
  openArchiveZip,
  requestArchiveZip,
  restrictFolder,
  recentDocuments,
  revokeCabinetAccess,
  tagsByDocument,
  updateDocument,
  updateDocumentType,
} from '../../../src/services/archive/index.ts';
import { openDownload, requestDownload } from '../../../src/services/files/index.ts';
import { createArchiveWorld, idOf, type ArchiveWorld } from './archive-world.ts';

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
  const results = await bulkDocuments(world.ctx(contributor), {
    action: 'TRASH',
    ids: [own.document.id, others.document.id, stranger.id],
  });
  expect(results.map(({ code }) => code)).toEqual([null, 'FORBIDDEN', 'NOT_FOUND']);
});

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

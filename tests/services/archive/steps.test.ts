import { Readable } from 'node:stream';
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { CabinetMember } from '../../../src/entities/archive/cabinet-member.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  addDocumentVersion,
  lockForEditing,
  moveDocument,
  restoreDocument,
  restoreDocumentVersion,
  trashDocument,
  unlockDocument,
  updateDocument,
} from '../../../src/services/archive/index.ts';
import { countsOf, recountCabinets } from '../../../src/services/archive/cabinets/recount.ts';
import { archivePersonalData } from '../../../src/services/archive/personal-data.ts';
import { openStored } from '../../../src/services/files/index.ts';
import { Cabinet } from '../../../src/entities/archive/cabinet.entity.ts';
import { User } from '../../../src/entities/identity/user.entity.ts';
import { createArchiveWorld, idOf, textFile, type ArchiveWorld } from './archive-world.ts';

let world: ArchiveWorld;
beforeAll(async () => {
  world = await createArchiveWorld();
});
afterAll(() => world.close());

const rounds = process.env['STORM'] === 'full' ? 500 : 25;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
/** What a step may be refused with when somebody else was first. */
const expected = ['VERSION_STALE', 'DOCUMENT_LOCKED', 'NOT_FOUND', 'NAME_TAKEN', 'ACTION_NOT_ALLOWED'];

test('random steps of four people at once: numbers without gaps, no byte lost, counters exact', async () => {
  const [owner, ...others] = [await world.person(), await world.person(), await world.person(), await world.person()];
  const cabinetId = await world.cabinet(
    owner,
    others.map((person) => [person, 'MANAGER'] as const),
  );
  const folders = [null, await world.folder(owner, cabinetId), await world.folder(owner, cabinetId)];
  let seed = 11;
  const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  const documents: string[] = [];
  for (let i = 0; i < 3; i++)
    documents.push((await world.upload(owner, { cabinetId, text: `premier ${i}` })).document.id);
  /** Every version that an answer named: document and number → hash. */
  const made = new Map(documents.map((id, i) => [`${id} 1`, sha256(`premier ${i}`)]));
  const numberOf = async (id: string): Promise<number> =>
    (await world.db.selectFrom('document').select('last_number').where('id', '=', id).executeTakeFirstOrThrow())
      .last_number;
  const noted = (
    id: string,
    { version, isUnchanged }: { version: { number: number; sha256: string }; isUnchanged: boolean },
  ) => isUnchanged || made.set(`${id} ${version.number}`, version.sha256);
  const steps: ((actor: Actor, id: string, seen: number) => Promise<unknown>)[] = [
    async (actor, id, seen) => {
      const input = { documentId: id, expectedVersion: seen, file: textFile(`texte ${random(1_000_000)}`) };
      return noted(id, await addDocumentVersion(world.ctx(actor), input));
    },
    async (actor, id, seen) => {
      const input = { documentId: id, number: 1 + random(seen), expectedVersion: seen };
      return noted(id, await restoreDocumentVersion(world.ctx(actor), input));
    },
    (actor, id, seen) => updateDocument(world.ctx(actor), { id, expectedVersion: seen, title: `t${random(9)}.txt` }),
    (actor, id) =>
      moveDocument(world.ctx(actor), { id, folderId: folders[random(3)] ?? null, onNameTaken: 'KEEP_BOTH' }),
    (actor, id) => world.run(trashDocument, { id }, actor),
    (actor, id) => world.run(restoreDocument, { id }, actor),
    (actor, id) => world.run(random(2) === 0 ? lockForEditing : unlockDocument, { id }, actor),
  ];
  for (let round = 0; round < rounds; round++) {
    const outcomes = await Promise.all(
      [owner, ...others].map(async (actor) => {
        const id = documents[random(3)] ?? '';
        const step = steps[random(steps.length)] as (typeof steps)[number];
        return step(actor, id, await numberOf(id)).then(
          () => 'OK',
          (error: { code?: string }) => error.code ?? String(error),
        );
      }),
    );
    for (const outcome of outcomes) expect(['OK', ...expected]).toContain(outcome);
  }
  const rows = await world.db
    .selectFrom('document_version')
    .selectAll()
    .where('document_id', 'in', documents)
    .execute();
  expect(new Map(rows.map((row) => [`${row.document_id} ${row.number}`, row.sha256]))).toEqual(made);
  for (const id of documents) {
    const numbers = rows.filter((row) => row.document_id === id).map((row) => row.number);
    expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_number, i) => i + 1));
  }
  for (const { file_id, sha256: hash } of rows) {
    const opened = await openStored(world.ctx(), file_id ?? '');
    expect(sha256((await buffer((await opened?.open()) ?? Readable.from([]))).toString())).toBe(hash);
  }
  const cabinet = await world.run(({ em }) => em.findOneOrFail(Cabinet, { id: cabinetId }), null);
  expect(cabinet).toMatchObject(await countsOf(world.db, cabinetId));
  await world.run(({ em }) => em.nativeUpdate(Cabinet, { id: cabinetId }, { usedBytes: 1 }), null);
  await recountCabinets(world.ctx());
  expect(await world.run(({ em }) => em.findOneOrFail(Cabinet, { id: cabinetId }), null)).toMatchObject(
    await countsOf(world.db, cabinetId),
  );
});

test('who is erased leaves what they added to the cabinet, and admins learn that nobody looks after it', async () => {
  const [owner, contributor, admin] = [await world.person(), await world.person(), await world.person('ADMIN')];
  const cabinetId = await world.cabinet(owner, [[contributor, 'CONTRIBUTOR']]);
  const { version } = await world.upload(owner, { cabinetId, text: 'à garder' });
  const subject = { userId: idOf(owner), role: 'ARTISAN', email: 'x@example.org', locale: 'fr' } as const;
  const copied = await archivePersonalData.collect(world.db, subject);
  expect(copied.map(({ table, rows }) => [table, rows.length])).toEqual([
    ['cabinet_member', 1],
    ['upload_session', 0],
    ['upload_segment', 0],
    ['favourite', 0],
    ['document_version', 1],
  ]);
  const lines = await world.run(async (tx) => {
    await tx.em.nativeUpdate(User, { id: idOf(owner) }, { status: 'ERASED' });
    return archivePersonalData.erase(tx, { ...subject, fileIds: [], traces: [] }, []);
  }, null);
  expect(lines.filter(({ count }) => count > 0)).toMatchObject([
    { record: 'CABINET_PLACES', fate: 'DESTROYED', count: 1 },
    { record: 'DOCUMENT_VERSIONS', fate: 'PSEUDONYMISED', count: 1 },
  ]);
  expect(await openStored(world.ctx(), version.file?.id ?? '')).toBeDefined();
  expect(await world.run(({ em }) => em.count(CabinetMember, { cabinet: cabinetId, user: idOf(owner) }), null)).toBe(0);
  await world.worker.runDue();
  const notices = await world.db.selectFrom('notification').selectAll().where('user_id', '=', idOf(admin)).execute();
  expect(notices.map(({ data }) => JSON.stringify(data))).toEqual([expect.stringContaining(idOf(contributor))]);
});

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { CabinetMember } from '../../../src/entities/archive/cabinet-member.entity.ts';
import { Cabinet } from '../../../src/entities/archive/cabinet.entity.ts';
import type { UploadSession } from '../../../src/entities/archive/upload-session.entity.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import {
  appendUpload,
  beginUpload,
  cancelUpload,
  findReceipt,
  giveUpUpload,
  receiptFacts,
  receiptText,
  standOf,
  type BeginUpload,
} from '../../../src/services/archive/index.ts';
import { finishUpload } from '../../../src/services/archive/uploads/finish-upload.ts';
import { sweepUploads } from '../../../src/services/archive/uploads/sweep-uploads.ts';
import { collectGarbage } from '../../../src/services/files/tasks/collect-garbage.ts';
import { openDownload } from '../../../src/services/files/index.ts';
import { isSignedBy } from '../../../src/services/audit/proofs/signing.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { createArchiveWorld, idOf, type ArchiveWorld } from './archive-world.ts';

let world: ArchiveWorld;
let owner: Actor;
let cabinetId: string;
beforeAll(async () => {
  world = await createArchiveWorld();
  owner = await world.person();
  cabinetId = await world.cabinet(owner);
});
afterAll(() => world.close());

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const text = (length: number): Buffer =>
  Buffer.from(
    randomBytes(Math.ceil(length / 2))
      .toString('hex')
      .slice(0, length),
  );
const begin = (wanted: Partial<BeginUpload> & { size: number }, actor = owner): Promise<UploadSession> =>
  world.run(beginUpload, { cabinetId, name: `${randomUUID()}.txt`, ...wanted }, actor);

/** The bytes of a request; one that `breaks` ends like a connection that is reset. */
async function* body(bytes: Buffer, breaks = false, piece = 10_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += piece) yield Buffer.from(bytes.subarray(at, at + piece));
  if (breaks) throw new Error('aborted');
}
const append = (
  uploadId: string,
  offset: number,
  bytes: Buffer,
  {
    breaks = false,
    actor = owner,
    ctx = {},
    ...more
  }: Partial<Parameters<typeof appendUpload>[1]> & {
    breaks?: boolean;
    actor?: Actor;
    ctx?: Partial<AppContext>;
  } = {},
): Promise<UploadSession> =>
  appendUpload(
    { ...world.ctx(actor), ...ctx },
    { uploadId, offset, length: bytes.length, body: body(bytes, breaks), ...more },
  );
const session = (id: string) =>
  world.db.selectFrom('upload_session').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
const reserved = async (id = cabinetId): Promise<number> =>
  Number(
    (await world.db.selectFrom('cabinet').select('reserved_bytes').where('id', '=', id).executeTakeFirstOrThrow())
      .reserved_bytes,
  );
const stored = (): Promise<string[]> => world.stored();
const contentOf = async (documentId: string): Promise<Buffer> => {
  const { file_id: fileId } = await world.db
    .selectFrom('document_version')
    .select('file_id')
    .where('document_id', '=', documentId)
    .orderBy('number', 'desc')
    .executeTakeFirstOrThrow();
  const stream = await (await openDownload(world.ctx(owner), { fileId: fileId as string })).open();
  return Buffer.concat((await stream.toArray()) as Buffer[]);
};

describe('an upload in several requests', () => {
  test('goes on from its last durable byte, and becomes one document with one receipt', async () => {
    const bytes = text(150_000);
    const before = (await stored()).length;
    const { id } = await begin({ size: bytes.length, name: 'été.txt', sha256: sha256(bytes), deleteAfterUpload: true });
    expect(await reserved()).toBe(bytes.length);
    // A connection that breaks loses nothing that has arrived.
    expect(await append(id, 0, bytes.subarray(0, 70_000), { breaks: true })).toMatchObject({ receivedBytes: 70_000 });
    await expect(append(id, 60_000, bytes.subarray(60_000))).rejects.toMatchObject({
      code: 'UPLOAD_OFFSET_WRONG',
      details: { offset: 70_000 },
    });
    await expect(append(id, 80_000, bytes.subarray(80_000))).rejects.toMatchObject({ code: 'UPLOAD_OFFSET_WRONG' });
    await append(id, 70_000, bytes.subarray(70_000, 100_001));
    const last = await append(id, 100_001, bytes.subarray(100_001));
    expect(last).toMatchObject({ status: 'FINISHING', segmentCount: 3 });
    await world.worker.runDue();

    const done = await session(id);
    expect(done).toMatchObject({ status: 'DONE', refusal: null });
    expect((await contentOf(done.made_document_id as string)).equals(bytes)).toBe(true);
    const receipt = await world.run(findReceipt, { uploadId: id });
    const { keyId, publicKey } = world.ctx().uploads.signer.keys()[0] as { keyId: string; publicKey: string };
    expect(receipt).toMatchObject({
      sha256: sha256(bytes),
      sizeBytes: bytes.length,
      keyId,
      versionId: done.made_version_id,
    });
    expect(isSignedBy(publicKey)(receiptText(receiptFacts(receipt as never)), receipt?.signature as string)).toBe(true);
    expect(await reserved()).toBe(0);
    expect(await world.db.selectFrom('upload_segment').select('id').where('session_id', '=', id).execute()).toEqual([]);
    // The pieces are gone, and so are their keys; what is left is the version.
    expect((await stored()).length).toBe(before + 1);

    // The answer to the last request was lost: it is repeated, and nothing happens again.
    expect(await append(id, bytes.length, Buffer.alloc(0))).toMatchObject({ status: 'DONE' });
    await finishUpload(world.ctx(), { uploadId: id });
    await expect(append(id, bytes.length, Buffer.from('x'))).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(world.run(cancelUpload, { uploadId: id }, owner)).rejects.toMatchObject({
      code: 'ACTION_NOT_ALLOWED',
    });
    const documents = await world.db.selectFrom('document').select('id').where('title', '=', 'été.txt').execute();
    expect(documents.length).toBe(1);
    expect(world.auditLog.filter(({ targetId }) => targetId === id).map(({ action }) => action)).toEqual([
      'UPLOAD_BEGUN',
      'UPLOAD_FINISHED',
    ]);
  });

  test('in one piece is not sealed a second time', async () => {
    const bytes = text(100_000);
    const { id } = await begin({ size: bytes.length });
    await append(id, 0, bytes);
    const { id: segmentId } = await world.db
      .selectFrom('upload_segment')
      .select('id')
      .where('session_id', '=', id)
      .executeTakeFirstOrThrow();
    await world.worker.runDue();
    const { made_document_id: documentId } = await session(id);
    const file = await world.db
      .selectFrom('document_version as v')
      .innerJoin('stored_file as f', 'f.id', 'v.file_id')
      .select('f.version_id')
      .where('v.document_id', '=', documentId as string)
      .executeTakeFirstOrThrow();
    expect(file.version_id).toBe(segmentId);
    expect((await contentOf(documentId as string)).equals(bytes)).toBe(true);
  });

  test('is made durable in between when it takes long', async () => {
    const bytes = text(100_000);
    const { id } = await begin({ size: bytes.length });
    const uploads = { ...world.ctx().uploads, segments: { afterMs: 0, leastBytes: 30_000, showMs: 0 } };
    expect(await append(id, 0, bytes, { ctx: { uploads } })).toMatchObject({ segmentCount: 4, status: 'FINISHING' });
    const shown = world.live.flatMap(({ stream, payload }) =>
      stream === `uploadProgress:${id}` && 'arrivedBytes' in payload ? [Number(payload['arrivedBytes'])] : [],
    );
    expect(shown.at(-1)).toBe(bytes.length);
    expect(shown).toEqual([...new Set(shown)].sort((a, b) => a - b));
    await world.worker.runDue();
    expect((await contentOf((await session(id)).made_document_id as string)).equals(bytes)).toBe(true);
  });

  test('of an empty text finishes at once; an empty PDF is refused', async () => {
    const { id, status } = await begin({ size: 0, name: 'vide.txt' });
    expect(status).toBe('FINISHING');
    await world.worker.runDue();
    expect(await session(id)).toMatchObject({ status: 'DONE' });
    expect((await contentOf((await session(id)).made_document_id as string)).length).toBe(0);
    await expect(begin({ size: 0, name: 'vide.pdf' })).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
  });

  test('two last requests at once, and two judges, make one document', async () => {
    const bytes = text(40_000);
    const { id } = await begin({ size: bytes.length, name: 'deux.txt' });
    await append(id, 0, bytes.subarray(0, 20_000));
    const both = await Promise.allSettled([
      append(id, 20_000, bytes.subarray(20_000)),
      append(id, 20_000, bytes.subarray(20_000)),
    ]);
    expect(both.some(({ status }) => status === 'fulfilled')).toBe(true);
    await Promise.all([finishUpload(world.ctx(), { uploadId: id }), finishUpload(world.ctx(), { uploadId: id })]);
    await world.worker.runDue();
    const documents = await world.db.selectFrom('document').select('id').where('title', '=', 'deux.txt').execute();
    const receipts = await world.db.selectFrom('upload_receipt').select('id').where('session_id', '=', id).execute();
    expect([documents.length, receipts.length]).toEqual([1, 1]);
    expect((await contentOf(documents[0]?.id as string)).equals(bytes)).toBe(true);
  });

  test('is taken over by whoever comes back: the request that hangs adds nothing more', async () => {
    const bytes = text(60_000);
    const { id } = await begin({ size: bytes.length });
    const hanging = body(bytes.subarray(0, 20_000));
    const held = {
      next: async () => {
        const result = await hanging.next();
        // The sender has gone silent.
        return result.done === true ? new Promise<never>(() => undefined) : result;
      },
    };
    const first = append(id, 0, bytes.subarray(0, 20_000), { length: 60_000, body: held as never });
    await world.ctx().uploads.writers.takeOver(id);
    while ((await session(id)).writer === null) await new Promise(setImmediate);
    // Nobody else ends it by knowing its address.
    const stranger = await world.person();
    await expect(append(id, 0, bytes, { actor: stranger })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(giveUpUpload(world.ctx(stranger), { uploadId: id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(standOf(world.ctx(stranger), id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(world.ctx().uploads.writers.size).toBe(1);
    await world.ctx().uploads.writers.takeOver(id);
    await expect(first).rejects.toMatchObject({ code: 'UPLOAD_BUSY' });
    // At once, too: while the request is still finding its upload.
    const silent = { next: () => new Promise<never>(() => undefined) };
    const second = append(id, Number((await session(id)).received_bytes), bytes, { length: null, body: silent });
    while (world.ctx().uploads.writers.size === 0) await new Promise(setImmediate);
    await Promise.all([
      expect(second).rejects.toMatchObject({ code: 'UPLOAD_BUSY' }),
      world.ctx().uploads.writers.takeOver(id),
    ]);
    const { received_bytes: offset } = await session(id);
    await append(id, Number(offset), bytes.subarray(Number(offset)));
    await world.worker.runDue();
    expect((await contentOf((await session(id)).made_document_id as string)).equals(bytes)).toBe(true);
  });
});

describe('what is refused leaves nothing', () => {
  test('a false SHA-256, one byte too much, bytes that are not what the name says, a wrong checksum', async () => {
    const before = (await stored()).length;
    const bytes = text(30_000);
    const lied = await begin({ size: bytes.length, sha256: '0'.repeat(64) });
    await append(lied.id, 0, bytes);
    await world.worker.runDue();
    expect(await session(lied.id)).toMatchObject({ status: 'REFUSED', refusal: 'CHECKSUM_MISMATCH' });

    const { id } = await begin({ size: bytes.length });
    const more = Buffer.concat([bytes, Buffer.from('!')]);
    await expect(append(id, 0, more)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(append(id, 0, more, { length: null })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    const checksum = { algorithm: 'sha1' as const, digest: Buffer.alloc(20) };
    await expect(append(id, 0, bytes, { checksum })).rejects.toMatchObject({ code: 'CHECKSUM_MISMATCH' });
    const right = { algorithm: 'sha256' as const, digest: createHash('sha256').update(bytes.subarray(0, 9)).digest() };
    await expect(append(id, 0, bytes.subarray(0, 5), { checksum: right, breaks: true })).rejects.toMatchObject({
      code: 'UPLOAD_INCOMPLETE',
    });
    expect(await append(id, 0, bytes.subarray(0, 9), { checksum: right })).toMatchObject({ receivedBytes: 9 });
    await world.run(cancelUpload, { uploadId: id }, owner);
    await expect(append(id, 9, bytes.subarray(9))).rejects.toMatchObject({ code: 'UPLOAD_EXPIRED' });

    const page = await begin({ size: 200_000, name: 'page.pdf' });
    await expect(append(page.id, 0, text(200_000))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
    await world.run(cancelUpload, { uploadId: page.id }, owner);
    await world.worker.runDue();
    expect([(await stored()).length, await reserved()]).toEqual([before, 0]);
  });

  test('names, sizes, places and people that are not right', async () => {
    const stranger = await world.person();
    const reader = await world.person();
    const shared = await world.cabinet(owner, [[reader, 'READER']]);
    const refusals: [Partial<BeginUpload> & { size: number }, string, Actor?][] = [
      [{ size: -1 }, 'INPUT_INVALID'],
      [{ size: 3 * 2 ** 30 }, 'FILE_TOO_LARGE'],
      [{ size: 5, name: 'program.exe' }, 'FILE_TYPE_REFUSED'],
      [{ size: 5, cabinetId: randomUUID() }, 'NOT_FOUND'],
      [{ size: 5, folderId: randomUUID() }, 'NOT_FOUND'],
      [{ size: 5, documentId: randomUUID(), expectedVersion: 1 }, 'NOT_FOUND'],
      [{ size: 5 }, 'NOT_FOUND', stranger],
      [{ size: 5, cabinetId: shared }, 'FORBIDDEN', reader],
    ];
    for (const [wanted, code, actor] of refusals)
      await expect(begin(wanted, actor).catch(({ code: found }) => [wanted, found])).resolves.toEqual([wanted, code]);
    const { id } = await begin({ size: 5 });
    await expect(append(id, 0, text(5), { actor: stranger })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(world.run(cancelUpload, { uploadId: id }, stranger)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await world.run(cancelUpload, { uploadId: id }, owner);
  });

  test('a name that is taken, a version that is stale, a document trashed meanwhile, a right that has ended', async () => {
    const member = await world.person();
    const shared = await world.cabinet(owner, [[member, 'CONTRIBUTOR']]);
    const { document } = await world.upload(owner, { cabinetId: shared, name: 'pris.txt', text: 'un' });
    await expect(begin({ cabinetId: shared, size: 2, name: 'PRIS.txt' })).rejects.toMatchObject({ code: 'NAME_TAKEN' });
    const version = { cabinetId: shared, documentId: document.id, expectedVersion: 1, size: 4, name: 'pris.txt' };
    await expect(begin({ ...version, expectedVersion: 2 })).rejects.toMatchObject({ code: 'VERSION_STALE' });
    const [first, second] = [await begin(version), await begin(version, member)];
    await append(first.id, 0, Buffer.from('deux'));
    await world.worker.runDue();
    expect(await session(first.id)).toMatchObject({ status: 'DONE', made_document_id: document.id });
    await expect(append(second.id, 0, Buffer.from('troi'), { actor: member })).rejects.toMatchObject({
      code: 'VERSION_STALE',
    });

    // The same bytes make no version: the receipt is of the one that has them, which was read back.
    const same = await begin({ cabinetId: shared, name: 'pris.txt', size: 4, onNameTaken: 'NEW_VERSION' });
    await append(same.id, 0, Buffer.from('deux'));
    await world.worker.runDue();
    expect((await session(same.id)).made_version_id).toBe((await session(first.id)).made_version_id);

    const late = await begin({ cabinetId: shared, size: 4 }, member);
    await world.run(({ em }) => em.nativeDelete(CabinetMember, { user: idOf(member) }), null);
    await expect(append(late.id, 0, text(4), { actor: member })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

test('a hundred uploads begun at once never reserve more than there is space for, nor more than twenty a person', async () => {
  const people = await Promise.all(Array.from({ length: 6 }, () => world.person()));
  const narrow = await world.cabinet(
    owner,
    people.map((one) => [one, 'CONTRIBUTOR'] as const),
  );
  await world.run(({ em }) => em.nativeUpdate(Cabinet, { id: narrow }, { storageLimit: 1_000 }), null);
  const begun = await Promise.allSettled(
    Array.from({ length: 100 }, (_, i) => begin({ cabinetId: narrow, size: 90 }, people[i % 6] as Actor)),
  );
  expect(begun.filter(({ status }) => status === 'fulfilled').length).toBe(11);
  expect(await reserved(narrow)).toBe(990);
  const wide = await world.cabinet(owner);
  const many = await Promise.allSettled(Array.from({ length: 25 }, () => begin({ cabinetId: wide, size: 1 })));
  expect(many.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(20);
  const live = await world.db
    .selectFrom('upload_session')
    .select('id')
    .where('uploader_id', '=', idOf(owner))
    .where('status', '=', 'RECEIVING')
    .execute();
  expect(live.length).toBe(20);
});

test('what nobody continues for seven days expires; until then the sweep of files leaves its bytes alone', async () => {
  const someone = await world.person();
  const theirs = await world.cabinet(someone);
  const { id } = await begin({ cabinetId: theirs, size: 50_000 }, someone);
  await append(id, 0, text(20_000), { actor: someone });
  const { id: segment } = await world.db
    .selectFrom('upload_segment')
    .select('id')
    .where('session_id', '=', id)
    .executeTakeFirstOrThrow();
  world.clock.advance(6 * 86_400_000);
  await collectGarbage({ ...world.ctx(), now: new Date(Date.now() + 6 * 86_400_000) }, {});
  await sweepUploads(world.ctx(), {});
  expect(await stored()).toContain(`${segment}.sef`);
  expect(await append(id, 20_000, text(10_000), { actor: someone })).toMatchObject({ receivedBytes: 30_000 });
  world.clock.advance(7 * 86_400_000 + 1);
  await sweepUploads(world.ctx(), {});
  await world.worker.runDue();
  expect(await session(id)).toMatchObject({ status: 'EXPIRED' });
  const notices = await world.db
    .selectFrom('notification')
    .select('title')
    .where('user_id', '=', idOf(someone))
    .execute();
  expect(notices).toEqual([{ title: 'Envoi expiré' }]);
  const mails = await world.db
    .selectFrom('email_delivery')
    .select('template')
    .where('recipient_id', '=', idOf(someone))
    .execute();
  expect(mails).toEqual([{ template: 'upload-expired' }]);
  expect(await stored()).not.toContain(`${segment}.sef`);
  expect(await reserved(theirs)).toBe(0);
});

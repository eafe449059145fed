import { randomBytes, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { User } from '../../../src/entities/identity/user.entity.ts';
import { openServices, keyStoreOf } from '../../../src/adapters.ts';
import { rangeOf } from '../../../src/resolvers/http/downloads.ts';
import type { Actor } from '../../../src/services/access/actor.ts';
import { system } from '../../../src/services/access/actor.ts';
import {
  deleteFile,
  openDownload,
  receiveFile,
  requestDownload,
  rewrapKeys,
} from '../../../src/services/files/index.ts';
import { collectGarbage } from '../../../src/services/files/tasks/collect-garbage.ts';
import type { Tx, AppContext } from '../../../src/services/platform/context.ts';
import { addActiveKey, createVault, loadKeyRing } from '../../../src/services/vault/index.ts';
import { openStore, type TestStore } from '../../support/store.ts';
import { createWorld, type World } from '../../support/world.ts';
import { docx } from '../../support/zip.ts';
import { makePerson } from '../../support/make/person.ts';
import { makeActor } from '../../support/make/actor.ts';

let world: World;
let store: TestStore;
let contextFor: (actor?: Actor, more?: Partial<AppContext>) => AppContext;
let owner: Actor;
let stranger: Actor;

const personNamed =
  (name: string) =>
  async ({ em }: Tx<'em'>): Promise<User> =>
    makePerson(em, {
      email: `${name}@example.org`,
      firstName: name,
      lastName: 'Test',
    });
const actorOf = (user: User): Actor => makeActor(user.id, { role: user.role, sessionId: null });

beforeAll(async () => {
  store = await openStore(await mkdtemp(join(tmpdir(), 'stored-')));
  world = await createWorld({
    services: async (config, clock) => {
      const services = await openServices(config, clock);
      return { ...services, vault: { ...services.vault, storage: store.storage } };
    },
  });
  owner = actorOf(await world.run(personNamed('alice'), {}));
  stranger = actorOf(await world.run(personNamed('bob'), {}));
  contextFor = (actor = owner, more = {}) => ({
    ...world.contextFor(actor),
    mayReadFile: async ({ actor: { userId } }) => userId === owner.userId,
    ...more,
  });
});
afterAll(async () => {
  await world.close();
  await store.close();
});

const upload = (bytes: Buffer, filename = 'roman.docx', mimetype = 'application/octet-stream') =>
  Promise.resolve({
    filename,
    mimetype,
    createReadStream: () => Readable.from([bytes.subarray(0, 100), bytes.subarray(100)]),
  });
const receive = (bytes: Buffer, ctx = contextFor()) =>
  receiveFile(ctx, { upload: upload(bytes), kinds: ['DOCUMENT'], attach: async (_tx, file) => file });
const read = async (stream: Readable): Promise<Buffer> => Buffer.concat((await stream.toArray()) as Buffer[]);
const everyFile = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const sealed = (): Promise<string[]> => store.versions();

describe('a file that is received', () => {
  test('is sealed on disk, described in the database, and read back whole and by range by its reader only', async () => {
    const canary = randomBytes(48).toString('hex');
    const bytes = docx(canary);
    const file = await receive(bytes);
    expect(file).toMatchObject({ name: 'roman.docx', kind: 'DOCUMENT', sizeBytes: bytes.length });
    for (const path of everyFile(world.database.directory)) expect(readFileSync(path).includes(canary)).toBe(false);
    for (const id of await sealed()) expect((await store.bytesOf(id)).includes(canary)).toBe(false);

    const { url, expiresAt } = await requestDownload(contextFor(), { fileId: file.id });
    expect(expiresAt.getTime() - world.clock.now().getTime()).toBe(60_000);
    const grant = new URL(url).searchParams.get('grant') as string;
    const download = await openDownload(contextFor(stranger), { fileId: file.id, grant });
    expect((await read(await download.open())).equals(bytes)).toBe(true);
    // The link was the owner's, whoever followed it.
    expect(world.auditLog.at(-1)).toMatchObject({
      action: 'FILE_DOWNLOADED',
      targetId: file.id,
      payload: { userId: owner.userId },
    });
    expect((await read(await download.open({ offset: 10, length: 20 }))).equals(bytes.subarray(10, 30))).toBe(true);
    await expect(requestDownload(contextFor(stranger), { fileId: file.id })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(requestDownload(contextFor(), { fileId: randomUUID() })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(openDownload(contextFor(stranger), { fileId: file.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test('the use of a link is recorded once, whichever bytes are asked for first, and nothing when none are sent', async () => {
    const bytes = docx('once');
    const file = await receive(bytes);
    const uses = () =>
      world.auditLog.filter(({ action, targetId }) => action === 'FILE_DOWNLOADED' && targetId === file.id).length;
    const linked = async (ctx = contextFor(stranger)) => openDownload(ctx, { fileId: file.id, grant: await link() });
    const link = async () =>
      new URL((await requestDownload(contextFor(), { fileId: file.id })).url).searchParams.get('grant') as string;
    const download = await linked();
    expect(uses()).toBe(0);
    await read(await download.open({ offset: 1, length: bytes.length - 1 }));
    expect(uses()).toBe(1);
    await Promise.all(
      [undefined, { offset: 0, length: 5 }, { offset: bytes.length - 3, length: 3 }].map(async (range) =>
        read(await download.open(range)),
      ),
    );
    expect(uses()).toBe(1);
    await read(await (await linked()).open({ offset: bytes.length - 1, length: 1 }));
    expect(uses()).toBe(2);
    const atOnce = await linked();
    await Promise.all([1, 2, 3].map(async (offset) => read(await atOnce.open({ offset, length: 1 }))));
    expect(uses()).toBe(3);
    // Somebody signed in, without a link: each whole download, and a part that continues none.
    const own = await openDownload(contextFor(), { fileId: file.id });
    await read(await own.open({ offset: 1, length: 1 }));
    await read(await own.open({ offset: 2, length: 1 }));
    expect(uses()).toBe(4);
    await read(await own.open());
    await read(await own.open());
    await read(await own.open({ offset: 2, length: 1 }));
    expect(uses()).toBe(6);
  });

  test('a link that was changed, that is too old or that names another file is refused', async () => {
    const file = await receive(docx('a'));
    const other = await receive(docx('b'));
    const grant = new URL((await requestDownload(contextFor(), { fileId: file.id })).url).searchParams.get(
      'grant',
    ) as string;
    await expect(openDownload(contextFor(), { fileId: other.id, grant })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
    await expect(openDownload(contextFor(), { fileId: file.id, grant: `${grant}x` })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
    await expect(openDownload(contextFor(), { fileId: file.id, grant: `${grant}.more` })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
    await expect(
      openDownload(contextFor(), { fileId: file.id, grant: `e30.${grant.split('.')[1]}` }),
    ).rejects.toMatchObject({ code: 'TOKEN_INVALID' });
    const later = new Date(world.clock.now().getTime() + 61_000);
    await expect(openDownload(contextFor(owner, { now: later }), { fileId: file.id, grant })).rejects.toMatchObject({
      code: 'TOKEN_INVALID',
    });
  });

  test('leaves nothing in the database when it is refused, cut off, too large, or when what it is for refuses it', async () => {
    const before = [(await sealed()).length, (await world.db.selectFrom('stored_file').select('id').execute()).length];
    const small = contextFor(owner, { config: { ...world.config, MAX_UPLOAD_BYTES: 200 } });
    await expect(receive(docx('trop long'), small)).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    await expect(receive(Buffer.from('MZ'))).rejects.toMatchObject({ code: 'FILE_TYPE_REFUSED' });
    async function* broken() {
      yield docx('x').subarray(0, 300);
      throw new Error('reset');
    }
    const gone = { filename: 'a.docx', mimetype: '', createReadStream: () => Readable.from(broken()) };
    await expect(
      receiveFile(contextFor(), { upload: Promise.resolve(gone), kinds: ['DOCUMENT'], attach: async () => 0 }),
    ).rejects.toMatchObject({ code: 'UPLOAD_INCOMPLETE' });
    expect([(await sealed()).length, (await world.db.selectFrom('stored_file').select('id').execute()).length]).toEqual(
      before,
    );

    const refusing = receiveFile(contextFor(), {
      upload: upload(docx('x')),
      kinds: ['DOCUMENT'],
      attach: async () => {
        throw new Error('no');
      },
    });
    await expect(refusing).rejects.toThrow('no');
    expect((await world.db.selectFrom('stored_file').select('id').execute()).length).toBe(before[1]);
    expect((await sealed()).length).toBe((before[0] as number) + 1);
  });

  test('what a crash left without a row is swept once a day old, and nothing else', async () => {
    const kept = await receive(docx('kept'));
    const rows = await world.db.selectFrom('data_key').select('version_id').execute();
    const known = new Set(rows.map((row) => row.version_id));
    expect(known).toContain(kept.versionId);
    const lost = (await sealed()).filter((id) => !known.has(id));
    expect(lost.length).toBeGreaterThan(0);
    const later = (hours: number) => contextFor(system, { now: new Date(Date.now() + hours * 3_600_000) });
    await collectGarbage(later(23), {});
    expect(await sealed()).toEqual(expect.arrayContaining(lost));
    await collectGarbage(later(25), {});
    expect((await sealed()).sort()).toEqual([...known].sort());
  });

  test('deleting it destroys its key at once; another’s file, or one that is held, stays', async () => {
    const file = await receive(docx('x'));
    await expect(deleteFile(contextFor(stranger), { fileId: file.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      deleteFile(contextFor(owner, { isFileHeld: async () => true }), { fileId: file.id }),
    ).rejects.toMatchObject({ code: 'ACTION_NOT_ALLOWED' });
    await expect(
      deleteFile(contextFor(stranger, { isFileHeld: async () => true }), { fileId: file.id }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await deleteFile(contextFor(), { fileId: file.id });
    expect(await world.db.selectFrom('data_key').select('id').where('file_id', '=', file.id).execute()).toEqual([]);
    await expect(requestDownload(contextFor(), { fileId: file.id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(world.auditLog.at(-1)).toMatchObject({ action: 'FILE_DELETED', targetId: file.id });
  });

  test('a person has two places at once, and gets them back whatever happens', async () => {
    const delayed = Promise.withResolvers<Awaited<ReturnType<typeof upload>>>();
    const waiting = [1, 2].map(() =>
      receiveFile(contextFor(), { upload: delayed.promise, kinds: ['DOCUMENT'], attach: async () => 'done' }),
    );
    await expect(receive(docx('x'))).rejects.toMatchObject({ code: 'RATE_LIMITED' });
    delayed.reject(new Error('gone'));
    for (const one of waiting) await expect(one).rejects.toThrow('gone');
    await expect(receive(docx('x'))).resolves.toMatchObject({ kind: 'DOCUMENT' });
  });

  test('damage is found, reported in one way, and audited as critical', async () => {
    const file = await receive(docx('précieux'));
    const bytes = await store.bytesOf(file.versionId);
    bytes[140] = (bytes[140] as number) ^ 1;
    await store.overwrite(file.versionId, bytes);
    const download = await openDownload(contextFor(), { fileId: file.id });
    const outcome = await download
      .open({ offset: 0, length: 5 })
      .then(read)
      .then(
        () => 'read',
        (error: { code: string }) => error.code,
      );
    expect(outcome).not.toBe('read');
    await new Promise((done) => setTimeout(done, 50));
    expect(
      world.auditLog.some(
        ({ action, targetId, severity }) =>
          action === 'FILE_INTEGRITY' && targetId === file.id && severity === 'CRITICAL',
      ),
    ).toBe(true);
  });
});

test('a rotation wraps every key anew, goes on where it stopped, and every file still opens', async () => {
  const bytes = docx('rotation');
  const file = await receive(bytes);
  const store = keyStoreOf(world.config);
  const old = (await loadKeyRing(store)).active.id;
  const ring = await addActiveKey(store);
  const vault = createVault(contextFor().vault.storage, () => ring);
  const reported: number[] = [];
  await rewrapKeys(contextFor(system, { vault }), ({ remaining }) => void reported.push(remaining));
  expect(reported.at(-1)).toBe(0);
  expect(await world.db.selectFrom('data_key').select('id').where('kek_id', '=', old).execute()).toEqual([]);
  const download = await openDownload(contextFor(owner, { vault }), { fileId: file.id });
  expect((await read(await download.open())).equals(bytes)).toBe(true);
  expect(await rewrapKeys(contextFor(system, { vault }), () => undefined)).toBe(0);
});

test.each([
  [undefined, undefined],
  ['bytes=0-9', { offset: 0, length: 10 }],
  ['bytes=90-', { offset: 90, length: 10 }],
  ['bytes=-10', { offset: 90, length: 10 }],
  ['bytes=0-1000', { offset: 0, length: 100 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=-500', { offset: 0, length: 100 }],
  ['bytes=9-0', undefined],
  ['bytes=0-1,5-6', undefined],
  ['items=0-1', undefined],
  ['bytes=-', undefined],
])('the range %j of 100 bytes is %j', (header, expected) => {
  expect(rangeOf(header, 100)).toEqual(expected);
});

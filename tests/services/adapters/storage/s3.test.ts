// @lane sqlite: the database has no part in it
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { localDisk } from '../../../../src/services/adapters/storage/local-disk.ts';
import type { Storage } from '../../../../src/services/adapters/storage/port.ts';
import { s3Storage } from '../../../../src/services/adapters/storage/s3.ts';
import { newId } from '../../../../src/services/kernel/ids.ts';
import { createVault, openFile, openRange, sealFile } from '../../../../src/services/vault/index.ts';
import { ringOf } from '../../../../src/services/vault/key-ring.ts';
import { newMasterKey } from '../../../../src/services/vault/master-key.ts';
import { placeFrom } from '../../../../src/services/platform/config/places.ts';
import { testS3, type TestS3 } from '../../../support/s3.ts';

const root = await mkdtemp(join(tmpdir(), 'stores-'));
let s3: TestS3;
beforeAll(async () => {
  s3 = await testS3();
});
afterAll(async () => {
  await s3.close();
  await rm(root, { recursive: true, force: true });
});

const mebibyte = 2 ** 20;
const bucketNamed = (prefix: string): Storage => s3Storage({ ...s3.place, prefix, attempts: 3 });

async function store(storage: Storage, bytes: Uint8Array, id = newId()): Promise<string> {
  const part = await storage.create(id);
  for (let at = 0; at < bytes.length; at += mebibyte) await part.append(bytes.subarray(at, at + mebibyte));
  await part.commit();
  return id;
}

async function contentOf(storage: Storage, id: string): Promise<Buffer | undefined> {
  const object = await storage.open(id);
  if (!object) return undefined;
  const bytes = Buffer.alloc(object.size + 1);
  const length = await object.read(bytes, 0);
  await object.close();
  return bytes.subarray(0, length);
}

async function listed<T>(entries: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const entry of entries) all.push(entry);
  return all;
}

/** What every store promises. */
describe.each([
  ['a folder', () => localDisk(join(root, newId()))],
  ['a bucket', async () => bucketNamed(`${newId()}/`)],
] as const)('%s', (_name, open) => {
  test.each([1, 1_000, 200_000, 9 * mebibyte])('gives %i bytes back, once they are committed', async (size) => {
    const [storage, bytes, id] = [await open(), randomBytes(size), newId()];
    const part = await storage.create(id);
    for (let at = 0; at < size; at += 100_000) await part.append(bytes.subarray(at, at + 100_000));
    expect(await storage.open(id)).toBeUndefined();
    expect(await listed(storage.objects())).toEqual([]);
    await part.commit();
    expect((await contentOf(storage, id))?.equals(bytes)).toBe(true);
    expect(await listed(storage.objects())).toMatchObject([{ versionId: id, size }]);
    expect(await listed(storage.parts())).toEqual([]);
  });

  test('reads by position, and less only at the end', async () => {
    const [storage, bytes] = [await open(), randomBytes(300_000)];
    const object = await storage.open(await store(storage, bytes));
    expect(object?.size).toBe(300_000);
    for (const [position, length] of [
      [0, 10],
      [131_070, 10],
      [131_072, 50_000],
      [299_995, 10],
      [300_000, 10],
    ] as const) {
      const into = Buffer.alloc(length);
      const read = await object?.read(into, position);
      expect(into.subarray(0, read)).toEqual(bytes.subarray(position, position + length));
    }
    await object?.close();
  });

  test('never replaces an object, nor when two are written at once', async () => {
    const storage = await open();
    const id = await store(storage, Buffer.from('first'));
    const part = await storage.create(id);
    await part.append(Buffer.from('second'));
    await expect(part.commit()).rejects.toThrow('never replaced');
    await part.abort();
    expect((await contentOf(storage, id))?.toString()).toBe('first');
    expect(await listed(storage.parts())).toEqual([]);
  });

  test('drops an aborted object, however often it is aborted, and removes one once', async () => {
    const [storage, id] = [await open(), newId()];
    const part = await storage.create(id);
    for (let i = 0; i < 9; i += 1) await part.append(Buffer.alloc(mebibyte, 1));
    const [unfinished] = await listed(storage.parts());
    expect(unfinished?.size).toBeGreaterThanOrEqual(8 * mebibyte);
    await part.abort();
    await part.abort();
    expect([await storage.open(id), await listed(storage.parts())]).toEqual([undefined, []]);
    await store(storage, Buffer.from('x'), id);
    expect([await storage.delete(id), await storage.delete(id)]).toEqual([true, false]);
  });

  test('lists what a killed process left, so that the sweep removes it', async () => {
    const storage = await open();
    const part = await storage.create(newId());
    for (let i = 0; i < 9; i += 1) await part.append(Buffer.alloc(mebibyte, 1));
    const [left, ...others] = await listed(storage.parts());
    expect(others).toEqual([]);
    expect(Math.abs(Date.now() - (left?.modifiedAt.getTime() ?? 0))).toBeLessThan(60_000);
    expect([await storage.deletePart(left?.name ?? ''), await storage.deletePart(left?.name ?? '')]).toEqual([
      true,
      false,
    ]);
    for (const name of ['', '../x', `${newId()}.sef`, `${newId()}/..:1`]) {
      expect(await storage.deletePart(name)).toBe(false);
      if (name !== '') await expect(storage.create(name)).rejects.toThrow(TypeError);
    }
    await part.abort();
  });
});

describe('a bucket', () => {
  test('takes the first of two that are completed at once, in one piece or in several', async () => {
    const storage = bucketNamed('raced/');
    for (const size of [100, 9 * mebibyte]) {
      const id = newId();
      const parts = await Promise.all([1, 2].map(() => storage.create(id)));
      for (const [i, part] of parts.entries()) await part.append(Buffer.alloc(size, i));
      const outcomes = await Promise.allSettled(parts.map((part) => part.commit()));
      expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
      await Promise.all(parts.filter((_, i) => outcomes[i]?.status === 'rejected').map((part) => part.abort()));
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      expect((await contentOf(storage, id))?.equals(Buffer.alloc(size, winner))).toBe(true);
    }
    expect(s3.unfinished()).toEqual([]);
  });

  test('stores once although an answer was lost or a connection broke', async () => {
    const storage = bucketNamed('faults/');
    for (const size of [100, 9 * mebibyte])
      for (const fault of ['answer lost', 'reset'] as const) {
        const [bytes, id] = [randomBytes(size), newId()];
        const part = await storage.create(id);
        await part.append(bytes);
        // The last request of a commit: the object itself, or what completes it.
        s3.faults.push(...(size > 100 ? [] : [fault]));
        if (size > 100) s3.faults.push(fault, fault);
        await part.commit();
        expect((await contentOf(storage, id))?.equals(bytes)).toBe(true);
        s3.faults.length = 0;
      }
  });

  test('says that it is full, or away, and leaves nothing', async () => {
    const storage = bucketNamed('full/');
    for (const [status, code] of [
      [507, 'STORAGE_FULL'],
      [503, 'UNAVAILABLE'],
    ] as const) {
      const part = await storage.create(newId());
      await part.append(Buffer.from('x'));
      s3.faults.push(...Array.from({ length: 3 }, () => status));
      await expect(part.commit()).rejects.toMatchObject({ code });
      s3.faults.length = 0;
      await part.abort();
    }
    expect(await listed(storage.objects())).toEqual([]);
    const nowhere = s3Storage({ ...s3.place, endpoint: 'http://127.0.0.1:1', prefix: '', attempts: 1 });
    await expect(nowhere.open(newId())).rejects.toMatchObject({ code: 'UNAVAILABLE' });
  });

  test('holds sealed files: read whole, by range, and refused once it was altered', async () => {
    const master = newMasterKey();
    const vault = createVault(bucketNamed('sealed/'), () => ringOf({ activeId: master.id, keys: [master] }));
    const plain = randomBytes(9 * mebibyte);
    const file = await sealFile(vault, { fileId: newId(), versionId: newId(), source: Readable.from([plain]) });
    expect((await buffer(await openFile(vault, file))).equals(plain)).toBe(true);
    const range = { offset: 8 * mebibyte - 5, length: 10 };
    expect(await buffer(await openRange(vault, file, range))).toEqual(plain.subarray(range.offset, range.offset + 10));
    await expect(openFile(vault, { ...file, dekId: newId() })).rejects.toMatchObject({ code: 'WRAP_AUTH' });
    expect(await listed(vault.storage.objects())).toMatchObject([{ versionId: file.versionId, size: file.storedSize }]);
  });

  test('is tried by writing, reading and removing', async () => {
    await bucketNamed('tried/').probe?.();
    expect(await listed(bucketNamed('tried/').objects())).toEqual([]);
    await expect(s3Storage({ ...s3.place, bucket: 'absent', prefix: '' }).probe?.()).rejects.toThrow();
  });
});

test.each([
  ['file:/srv/files', { kind: 'FOLDER', folder: '/srv/files' }],
  ['s3://archive', { kind: 'S3', bucket: 'archive', prefix: '', endpoint: undefined, region: undefined }],
  [
    's3://archive/a/b/?endpoint=https://s3.example.org&region=fr-par',
    { kind: 'S3', bucket: 'archive', prefix: 'a/b/', endpoint: 'https://s3.example.org', region: 'fr-par' },
  ],
  ['s3://a/b', undefined],
  ['s3://archive?endpiont=x', undefined],
  ['s3://archive?endpoint=ftp://x', undefined],
  ['https://archive', undefined],
  ['file://host/folder', undefined],
  ['files', undefined],
])('%s is the place %j', (text, place) => {
  expect(placeFrom(text)).toEqual(place);
});

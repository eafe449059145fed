import { afterAll, describe, expect, test } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { DomainError } from '../../../src/services/kernel/errors.ts';
import { newId } from '../../../src/services/kernel/ids.ts';
import type { SealedFile, SealRequest } from '../../../src/services/vault/index.ts';
import { createVault, openFile, openRange, passingPieces, sealFile } from '../../../src/services/vault/index.ts';
import { ringOf } from '../../../src/services/vault/key-ring.ts';
import { newMasterKey } from '../../../src/services/vault/master-key.ts';
import { ProvenEnds } from '../../../src/services/vault/proven-ends.ts';
import { openStore } from '../../support/store.ts';
import { inPieces, plaintext, sha256 } from './published.ts';

const root = await mkdtemp(join(tmpdir(), 'vault-'));
const store = await openStore(root);
afterAll(async () => {
  await store.close();
  await rm(root, { recursive: true, force: true });
});

const masterKey = newMasterKey();
const ring = ringOf({ activeId: masterKey.id, keys: [masterKey] });
const vault = createVault(store.storage, () => ring);

const seal = async (source: SealRequest['source'], options: Partial<SealRequest> = {}): Promise<SealedFile> =>
  await sealFile(vault, { fileId: newId(), versionId: newId(), source, ...options });
const sealBytes = async (bytes: Uint8Array): Promise<SealedFile> => await seal(inPieces(bytes, 50_000));
const { partsLeft } = store;

/** Bytes given before the end or before an error, and that error. */
async function drain(stream: Readable): Promise<{ bytes: Buffer; error?: unknown }> {
  const pieces: Buffer[] = [];
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) pieces.push(piece);
    return { bytes: Buffer.concat(pieces) };
  } catch (error) {
    return { bytes: Buffer.concat(pieces), error };
  }
}

describe('a stored file', () => {
  test('comes back as it was, with the facts that the database needs', async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 1_048_576, 1_048_577, 2_500_000]) {
      const plain = randomBytes(size);
      const file = await sealBytes(plain);
      const onDisk = await store.bytesOf(file.versionId);
      expect(file).toMatchObject({
        size,
        storedSize: onDisk.length,
        chunkCount: Math.max(1, Math.ceil(size / 65_536)),
        kekId: masterKey.id,
        sha256: sha256(plain),
        ciphertextSha256: sha256(onDisk),
      });
      expect(file.wrappedKey).toHaveLength(97);
      expect((await buffer(await openFile(vault, file))).equals(plain)).toBe(true);
      if (size >= 65_536) expect(onDisk.includes(plain.subarray(0, 32))).toBe(false);
    }
    expect(await partsLeft()).toEqual([]);
  });

  test('gives any range of its bytes', async () => {
    const plain = plaintext(1_300_000);
    const file = await sealBytes(plain);
    const range = fc
      .tuple(fc.nat(plain.length), fc.nat(plain.length))
      .map(([a, b]) => ({ offset: Math.min(a, b), length: Math.abs(a - b) }));
    await fc.assert(
      fc.asyncProperty(range, async ({ offset, length }) => {
        const bytes = await buffer(await openRange(vault, file, { offset, length }));
        return bytes.equals(plain.subarray(offset, offset + length));
      }),
      { numRuns: process.env['STORM'] === 'full' ? 500 : 120, seed: 20_261_120 },
    );
    for (const bad of [
      { offset: -1, length: 1 },
      { offset: 0, length: plain.length + 1 },
      { offset: 0.5, length: 1 },
    ]) {
      await expect(openRange(vault, file, bad)).rejects.toThrow(RangeError);
    }
  });

  test('cut short, refuses even a range at its head', async () => {
    const file = await sealBytes(plaintext(300_000));
    const head = { offset: 0, length: 10 };
    expect(await buffer(await openRange(vault, file, head))).toHaveLength(10);
    const cut = 128 + 2 * 65_552;
    await store.overwrite(file.versionId, (await store.bytesOf(file.versionId)).subarray(0, cut));
    await expect(openRange(vault, file, head)).rejects.toMatchObject({ code: 'LENGTH_MISMATCH' });
    // Even a row that agrees with the shorter length does not help.
    await expect(openRange(vault, { ...file, size: 2 * 65_536 }, head)).rejects.toMatchObject({ code: 'CHUNK_AUTH' });
    await expect(openFile(vault, file)).rejects.toMatchObject({ code: 'LENGTH_MISMATCH' });
  });

  test('damaged in its middle, gives whole verified chunks and then an error, never an end', async () => {
    const plain = plaintext(2_000_000);
    const file = await sealBytes(plain);
    const onDisk = await store.bytesOf(file.versionId);
    const damagedChunk = 20;
    onDisk[128 + damagedChunk * 65_552 + 99] = (onDisk[128 + damagedChunk * 65_552 + 99] ?? 0) ^ 4;
    await store.overwrite(file.versionId, onDisk);
    const { bytes, error } = await drain(await openFile(vault, file));
    expect(error).toMatchObject({ name: 'SefError', code: 'CHUNK_AUTH' });
    expect(bytes.length % 65_536).toBe(0);
    expect(bytes.length).toBeLessThanOrEqual(damagedChunk * 65_536);
    expect(bytes.equals(plain.subarray(0, bytes.length))).toBe(true);
    expect((await drain(await openRange(vault, file, { offset: 21 * 65_536, length: 5 }))).error).toBeUndefined();
    expect((await drain(await openRange(vault, file, { offset: 20 * 65_536, length: 5 }))).error).toMatchObject({
      code: 'CHUNK_AUTH',
    });
  });

  test('replaced by another, removed, or opened with another row, is refused', async () => {
    const [one, two] = [await sealBytes(plaintext(9)), await sealBytes(plaintext(9))];
    await expect(openFile(vault, { ...one, wrappedKey: two.wrappedKey })).rejects.toMatchObject({ code: 'WRAP_AUTH' });
    await store.overwrite(one.versionId, await store.bytesOf(two.versionId));
    await expect(openFile(vault, one)).rejects.toMatchObject({ code: 'WRONG_CONTEXT' });
    await vault.storage.delete(one.versionId);
    await expect(openFile(vault, one)).rejects.toMatchObject({ code: 'MISSING' });
  });

  test('is proved whole once a minute, and again as soon as its bytes were touched', async () => {
    let now = 0;
    const watched = { ...vault, provenEnds: new ProvenEnds(() => now) };
    const file = await sealBytes(plaintext(200_000));
    const head = { offset: 0, length: 1 };
    const rangeOf = async (): Promise<unknown> => (await drain(await openRange(watched, file, head))).error;
    expect(await rangeOf()).toBeUndefined();
    const onDisk = await store.bytesOf(file.versionId);
    onDisk[onDisk.length - 1] = (onDisk[onDisk.length - 1] ?? 0) ^ 1;
    await store.overwrite(file.versionId, onDisk);
    await expect(rangeOf()).rejects.toMatchObject({ code: 'CHUNK_AUTH' });

    // What only the clock and the etag can show: the same etag is trusted until the minute is over.
    const sameEtag: typeof vault = {
      ...watched,
      storage: {
        ...vault.storage,
        open: async (id) => {
          const object = await vault.storage.open(id);
          return (
            object && {
              size: object.size,
              etag: 'fixed',
              read: (into, at) => object.read(into, at),
              close: () => object.close(),
            }
          );
        },
      },
    };
    sameEtag.provenEnds.add(`${file.versionId} fixed`);
    now = 59_999;
    expect((await drain(await openRange(sameEtag, file, head))).bytes).toHaveLength(1);
    now = 60_000;
    await expect(openRange(sameEtag, file, head)).rejects.toMatchObject({ code: 'CHUNK_AUTH' });
  });

  test('is closed again, whether its stream was read, dropped half-way, never read, or refused', async () => {
    let open = 0;
    const counted: typeof vault = {
      ...vault,
      storage: {
        ...vault.storage,
        open: async (id) => {
          const object = await vault.storage.open(id);
          if (!object) return undefined;
          open += 1;
          return {
            size: object.size,
            etag: object.etag,
            read: (into, at) => object.read(into, at),
            close: async () => {
              open -= 1;
              await object.close();
            },
          };
        },
      },
    };
    const file = await sealBytes(plaintext(3_000_000));
    await drain(await openFile(counted, file));
    for await (const piece of (await openFile(counted, file)) as AsyncIterable<Buffer>) if (piece.length > 0) break;
    const unread = await openFile(counted, file);
    const closed = new Promise((resolve) => unread.once('close', resolve));
    unread.destroy();
    await closed;
    await expect(openFile(counted, { ...file, size: 1 })).rejects.toMatchObject({ code: 'LENGTH_MISMATCH' });
    // A store on the network lets go once the range on its way has arrived.
    while (open > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(open).toBe(0);
  });
});

describe('sealing', () => {
  test('refuses one byte more than the limit, and leaves nothing', async () => {
    const before = await partsLeft();
    for (const limit of [0, 10, 70_000, 3_000_000]) {
      expect((await seal(inPieces(plaintext(limit), 60_000), { limit })).size).toBe(limit);
      const refused = seal(inPieces(plaintext(limit + 1), 60_000), { limit });
      await expect(refused).rejects.toMatchObject({ name: 'DomainError', code: 'FILE_TOO_LARGE', details: { limit } });
    }
    expect(await partsLeft()).toEqual(before);
  });

  test('shows the first bytes before anything is stored', async () => {
    for (const [size, shown] of [
      [0, 0],
      [5, 5],
      [65_536, 65_536],
      [4_000_000, 65_536],
    ] as const) {
      const heads: Buffer[] = [];
      const plain = plaintext(size);
      await seal(inPieces(plain, 300_000), { inspect: (head) => void heads.push(Buffer.from(head)) });
      expect(heads).toEqual([plain.subarray(0, shown)]);
      const versionId = newId();
      const listed: string[] = [];
      const refusal = seal(inPieces(plain, 4_000_000), {
        versionId,
        inspect: async () => {
          listed.push(...(await partsLeft()));
          throw new Error('not a PDF');
        },
      });
      await expect(refusal).rejects.toThrow('not a PDF');
      expect(listed).toEqual([]);
      expect(await vault.storage.open(versionId)).toBeUndefined();
    }
  });

  test('interrupted, leaves neither a part nor an object, and closes the source', async () => {
    const source = new Readable({ read: () => undefined });
    source.push(plaintext(3_000_000));
    const versionId = newId();
    const sealing = seal(source, { versionId });
    const timer = setTimeout(() => source.destroy(new Error('connection reset')), 50);
    await expect(sealing).rejects.toThrow('connection reset');
    clearTimeout(timer);
    expect(await partsLeft()).toEqual([]);
    expect(await vault.storage.open(versionId)).toBeUndefined();

    const endless = Readable.from(inPieces(plaintext(100), 10));
    await expect(seal(endless, { limit: 5 })).rejects.toMatchObject({ code: 'FILE_TOO_LARGE' });
    expect(endless.destroyed).toBe(true);
  });

  test('refused by full storage, says so once and leaves nothing', async () => {
    const full: typeof vault = {
      ...vault,
      storage: {
        ...vault.storage,
        create: async (id) => {
          const part = await vault.storage.create(id);
          let calls = 0;
          return {
            append: async (bytes) => {
              if (++calls > 1) throw new DomainError('STORAGE_FULL');
              await part.append(bytes);
            },
            commit: async () => await part.commit(),
            abort: async () => await part.abort(),
          };
        },
      },
    };
    const request = { fileId: newId(), versionId: newId(), source: inPieces(plaintext(5_000_000), 65_536) };
    await expect(sealFile(full, request)).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    expect(await partsLeft()).toEqual([]);
  });

  test('and opening 64 MiB take little memory', async () => {
    const piece = randomBytes(65_536);
    const stream = async function* (): AsyncGenerator<Uint8Array> {
      for (let i = 0; i < 1_024; i++) yield piece;
    };
    await buffer(await openFile(vault, await sealBytes(plaintext(2_000_000))));
    const before = process.memoryUsage.rss();
    let most = 0;
    const file = await seal(stream());
    most = process.memoryUsage.rss();
    let read = 0;
    for await (const bytes of (await openFile(vault, file)) as AsyncIterable<Buffer>) {
      read += bytes.length;
      if (read % 4_194_304 === 0) most = Math.max(most, process.memoryUsage.rss());
    }
    expect(read).toBe(64 * 1_048_576);
    expect((most - before) / 1_048_576).toBeLessThan(48);
  });

  test('from what another file holds leaves no memory to the collector', async () => {
    const old = await sealBytes(plaintext(40 * 1_048_576));
    globalThis.gc?.();
    const before = process.memoryUsage().arrayBuffers;
    let [most, earlier]: [number, Uint8Array] = [0, Buffer.alloc(1)];
    const source = async function* (): AsyncGenerator<Uint8Array> {
      for await (const bytes of passingPieces(vault, old)) {
        expect(earlier.length).toBeLessThan(2);
        most = Math.max(most, process.memoryUsage().arrayBuffers);
        yield (earlier = bytes);
      }
    };
    expect((await seal(source())).sha256).toBe(old.sha256);
    expect((most - before) / 1_048_576).toBeLessThan(8);
  });
});

import type { Readable } from 'node:stream';
import type { StoredObject } from '../adapters/storage/port.ts';
import type { SealedIds } from './format/header.ts';
import { release } from '../kernel/release.ts';
import { SefError } from './format/sef-error.ts';
import { plainStream } from './plain-stream.ts';
import type { ByteRange } from './sealed-content.ts';
import { SealedContent } from './sealed-content.ts';
import type { Vault } from './vault.ts';
import { unwrapKey } from './wrapped-key.ts';

/** What the database holds of a stored file. */
export interface StoredFile extends SealedIds {
  readonly wrappedKey: Uint8Array;
  /** Plaintext bytes. */
  readonly size: number;
}

/**
 * The whole file, from its first byte to its proven end. Key, header and length are verified before the promise
 * resolves, so that an entry point can still answer with an error; later damage destroys the stream with `SefError`, and the
 * bytes given until then are whole verified chunks. Destroy the stream to stop early.
 */
export async function openFile(vault: Vault, file: StoredFile): Promise<Readable> {
  return await opening(vault, file, async ({ content }) => content.read({ offset: 0, length: content.size }));
}

/**
 * The whole file in pieces, each of which is valid until the next is asked for: for whoever copies or hashes them, so that their memory need not
 * wait for the collector. Nothing is opened before the first is asked for. Errors: those of `openFile`.
 */
export async function* passingPieces(vault: Vault, file: StoredFile): AsyncGenerator<Uint8Array> {
  for await (const bytes of (await openFile(vault, file)) as AsyncIterable<Uint8Array>) {
    yield bytes;
    release(bytes);
  }
}

/**
 * A run of bytes of the file. Proves the true end of the file first, once a minute for the same stored bytes: a file
 * that was cut short refuses even a range at its head. Throws `RangeError` when the range leaves the file.
 */
export async function openRange(vault: Vault, file: StoredFile, range: ByteRange): Promise<Readable> {
  const { offset, length } = range;
  const isInside =
    [offset, length].every((value) => Number.isSafeInteger(value) && value >= 0) && offset + length <= file.size;
  if (!isInside) throw new RangeError('The range leaves the file.');
  return await opening(vault, file, async ({ object, content }) => {
    const key = `${file.versionId} ${object.etag}`;
    if (!vault.provenEnds.has(key)) {
      await content.proveEnd();
      vault.provenEnds.add(key);
    }
    return content.read(range);
  });
}

interface Opened {
  readonly object: StoredObject;
  readonly content: SealedContent;
}

async function opening(
  vault: Vault,
  file: StoredFile,
  start: (opened: Opened) => Promise<AsyncIterator<Buffer>>,
): Promise<Readable> {
  const object = await vault.storage.open(file.versionId);
  if (!object) throw new SefError('MISSING');
  let content: SealedContent | undefined;
  const close = async (): Promise<void> => {
    content?.destroy();
    await object.close();
  };
  try {
    content = await verified(vault, file, object);
    return plainStream({ pieces: await start({ object, content }), close });
  } catch (error) {
    await close();
    throw error;
  }
}

async function verified(vault: Vault, file: StoredFile, object: StoredObject): Promise<SealedContent> {
  const dek = await unwrapKey(vault.ring(), file.wrappedKey, file);
  try {
    const content = await SealedContent.open(object, file, dek);
    if (content.size === file.size) return content;
    content.destroy();
    throw new SefError('LENGTH_MISMATCH');
  } finally {
    dek.fill(0);
  }
}

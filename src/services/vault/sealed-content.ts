import { timingSafeEqual } from 'node:crypto';
import type { StoredObject } from '../adapters/storage/port.ts';
import { ChunkCipher } from './format/chunk-cipher.ts';
import { deriveContentKeys } from './format/content-keys.ts';
import type { Geometry } from './format/geometry.ts';
import { geometryOf } from './format/geometry.ts';
import type { SealedIds } from './format/header.ts';
import { HEADER_BYTES, idBytes, parseHeader } from './format/header.ts';
import { SefError } from './format/sef-error.ts';
import { sealedBatches } from './sealed-batches.ts';

/** A run of plaintext bytes. */
export interface ByteRange {
  readonly offset: number;
  readonly length: number;
}

/** A sealed object whose header has been verified. What it yields has been verified; `SefError` otherwise. */
export class SealedContent {
  readonly #object: StoredObject;
  readonly #geometry: Geometry;
  readonly #cipher: ChunkCipher;

  private constructor(object: StoredObject, geometry: Geometry, cipher: ChunkCipher) {
    this.#object = object;
    this.#geometry = geometry;
    this.#cipher = cipher;
  }

  /** Verifies the structure, then the ids, then the commitment, before any chunk is read. */
  static async open(object: StoredObject, ids: SealedIds, dek: Uint8Array): Promise<SealedContent> {
    const bytes = Buffer.alloc(HEADER_BYTES);
    const header = parseHeader(bytes.subarray(0, await object.read(bytes, 0)));
    if (!header.ids.equals(idBytes(ids))) throw new SefError('WRONG_CONTEXT');
    const { commitment, contentKey } = deriveContentKeys(dek, header.prefix);
    const cipher = new ChunkCipher(contentKey);
    try {
      if (!timingSafeEqual(commitment, header.commitment)) throw new SefError('COMMITMENT');
      return new SealedContent(object, geometryOf(object.size, header.chunkLog2), cipher);
    } catch (error) {
      cipher.destroy();
      throw error;
    }
  }

  /** Plaintext bytes, computed from the size of the object; `proveEnd` or reading to the end proves it. */
  get size(): number {
    return this.#geometry.size;
  }

  /** Opens the last chunk as the last: a file that was cut short does not pass, wherever it was cut. */
  async proveEnd(): Promise<void> {
    const { chunkCount } = this.#geometry;
    for await (const { from, chunks } of sealedBatches(this.#object, this.#geometry, {
      from: chunkCount - 1,
      to: chunkCount,
    })) {
      for (const chunk of chunks) this.#open(from, chunk).fill(0);
    }
  }

  /** The bytes of a range inside the content; each piece belongs to a chunk that was verified as a whole. */
  async *read({ offset, length }: ByteRange): AsyncGenerator<Buffer> {
    const { chunkBytes, chunkCount } = this.#geometry;
    const end = offset + length;
    // Even an empty range opens one chunk: an empty file is only empty once its chunk says so.
    const first = Math.min(Math.floor(offset / chunkBytes), chunkCount - 1);
    const span = { from: first, to: Math.max(first + 1, Math.ceil(end / chunkBytes)) };
    for await (const { from, chunks } of sealedBatches(this.#object, this.#geometry, span)) {
      for (const [i, chunk] of chunks.entries()) {
        const start = (from + i) * chunkBytes;
        const wanted = this.#open(from + i, chunk).subarray(Math.max(0, offset - start), end - start);
        if (wanted.length > 0) yield wanted;
      }
    }
  }

  /** Forgets the key. The object belongs to whoever opened it. */
  destroy(): void {
    this.#cipher.destroy();
  }

  #open(index: number, sealed: Uint8Array): Buffer {
    return this.#cipher.open({ index, isLast: index === this.#geometry.chunkCount - 1 }, sealed);
  }
}

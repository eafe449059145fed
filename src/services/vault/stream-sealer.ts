import { createHash } from 'node:crypto';
import type { Storage, StoragePart } from '../adapters/storage/port.ts';
import { release } from '../kernel/release.ts';
import { yieldToEventLoop } from '../kernel/yield-to-event-loop.ts';
import { DomainError } from '../kernel/errors.ts';
import { ChunkCipher, TAG_BYTES } from './format/chunk-cipher.ts';
import { deriveContentKeys } from './format/content-keys.ts';
import { MAX_CHUNKS } from './format/geometry.ts';
import type { HeaderFields } from './format/header.ts';
import { encodePrefix, HEADER_BYTES } from './format/header.ts';

/** One chunk at a time would pay one write and several promises for each; sixteen of them make 1 MiB. */
const BATCH_CHUNKS = 16;

/** What sealing a stream leaves behind. Sizes in bytes, digests in hexadecimal. */
export interface SealedStream {
  readonly size: number;
  readonly storedSize: number;
  readonly chunkCount: number;
  readonly sha256: string;
  readonly ciphertextSha256: string;
}

/**
 * Turns a stream of unknown length into a sealed object, in constant memory. Plaintext is gathered into a batch, and
 * a full batch is only sealed once one more byte has come: the chunk that ends the file is marked as the last.
 * Two output buffers take turns, so that one is written while the next is filled.
 */
export class StreamSealer {
  readonly #storage: Storage;
  readonly #versionId: string;
  readonly #header: Buffer;
  readonly #cipher: ChunkCipher;
  readonly #chunkBytes: number;
  readonly #batch: Buffer;
  readonly #outputs: [Buffer, Buffer];
  readonly #plainHash = createHash('sha256');
  readonly #sealedHash = createHash('sha256');
  #filled = 0;
  #dirty = 0;
  #turn: 0 | 1 = 0;
  #chunkCount = 0;
  #size = 0;
  #storedSize = 0;
  #part: StoragePart | undefined;
  #pendingWrite: Promise<void> = Promise.resolve();

  constructor(storage: Storage, fields: HeaderFields, dek: Uint8Array) {
    const prefix = encodePrefix(fields);
    const { commitment, contentKey } = deriveContentKeys(dek, prefix);
    this.#storage = storage;
    this.#versionId = fields.ids.versionId;
    this.#header = Buffer.concat([prefix, commitment]);
    this.#cipher = new ChunkCipher(contentKey);
    this.#chunkBytes = 2 ** fields.chunkLog2;
    this.#batch = Buffer.allocUnsafeSlow(BATCH_CHUNKS * this.#chunkBytes);
    const outputBytes = HEADER_BYTES + BATCH_CHUNKS * (this.#chunkBytes + TAG_BYTES);
    this.#outputs = [Buffer.allocUnsafeSlow(outputBytes), Buffer.allocUnsafeSlow(outputBytes)];
  }

  /** Plaintext bytes taken so far. */
  get size(): number {
    return this.#size;
  }

  /** How the content begins, as far as one chunk, while nothing has been stored yet. */
  get head(): Uint8Array {
    return this.#batch.subarray(0, Math.min(this.#filled, this.#chunkBytes));
  }

  async add(bytes: Uint8Array): Promise<void> {
    this.#size += bytes.length;
    this.#plainHash.update(bytes);
    for (let taken = 0; taken < bytes.length;) {
      if (this.#filled === this.#batch.length) await this.#flush(false);
      const piece = bytes.subarray(taken, taken + this.#batch.length - this.#filled);
      this.#batch.set(piece, this.#filled);
      this.#filled += piece.length;
      this.#dirty = Math.max(this.#dirty, this.#filled);
      taken += piece.length;
    }
  }

  /** Seals what remains and makes the object durable and visible. */
  async finish(): Promise<SealedStream> {
    await this.#flush(true);
    await this.#pendingWrite;
    await this.#part?.commit();
    return {
      size: this.#size,
      storedSize: this.#storedSize,
      chunkCount: this.#chunkCount,
      sha256: this.#plainHash.digest('hex'),
      ciphertextSha256: this.#sealedHash.digest('hex'),
    };
  }

  /** Leaves nothing in storage. */
  async abort(): Promise<void> {
    await this.#pendingWrite.catch(() => undefined);
    await this.#part?.abort();
  }

  /** Forgets the plaintext and the key, and gives back its memory: the collector would leave it for long. Nothing is being written. */
  destroy(): void {
    this.#batch.fill(0, 0, this.#dirty);
    this.#cipher.destroy();
    for (const buffer of [this.#batch, ...this.#outputs]) release(buffer);
  }

  async #flush(isEnd: boolean): Promise<void> {
    this.#part ??= await this.#storage.create(this.#versionId);
    await yieldToEventLoop();
    const sealed = this.#sealBatch(isEnd);
    this.#sealedHash.update(sealed);
    this.#storedSize += sealed.length;
    this.#filled = 0;
    this.#turn = this.#turn === 0 ? 1 : 0;
    await this.#pendingWrite;
    this.#pendingWrite = this.#part.append(sealed);
    // A failure is met at the next flush; until then it must not count as unhandled.
    this.#pendingWrite.catch(() => undefined);
  }

  /** Seals the batch into the output buffer whose turn it is: the other may still be on its way to storage. */
  #sealBatch(isEnd: boolean): Buffer {
    const output = this.#outputs[this.#turn];
    let length = this.#chunkCount === 0 ? this.#header.copy(output) : 0;
    // An empty file still has one chunk, which proves that it is empty.
    const chunks = Math.max(1, Math.ceil(this.#filled / this.#chunkBytes));
    if (this.#chunkCount + chunks > MAX_CHUNKS)
      throw new DomainError('FILE_TOO_LARGE', { limit: MAX_CHUNKS * this.#chunkBytes });
    for (let i = 0; i < chunks; i++) {
      const place = { index: this.#chunkCount++, isLast: isEnd && i === chunks - 1 };
      const plain = this.#batch.subarray(i * this.#chunkBytes, Math.min((i + 1) * this.#chunkBytes, this.#filled));
      length += this.#cipher.seal(place, plain, output.subarray(length));
    }
    return output.subarray(0, length);
  }
}

import type { Storage } from '../adapters/storage/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { yieldToEventLoop } from '../kernel/yield-to-event-loop.ts';
import type { HeaderFields } from './format/header.ts';
import type { SealedStream } from './stream-sealer.ts';
import { StreamSealer } from './stream-sealer.ts';

/** A millisecond's work, more or less. */
const bytesPerYield = 256 * 1024;

/** What is sealed, and on which conditions. */
export interface SealSource {
  /** The plaintext: any stream of bytes, such as a `Readable`. It is destroyed when sealing fails. */
  readonly source: AsyncIterable<Uint8Array>;
  /** Most bytes accepted; one more is `DomainError('FILE_TOO_LARGE', { limit })`. */
  readonly limit?: number;
  /**
   * Sees the first bytes (up to one chunk, 64 KiB; all of a smaller file) before anything is stored, and throws to
   * refuse. The bytes are only valid during the call.
   */
  readonly inspect?: (head: Uint8Array) => void | Promise<void>;
}

/** The key of one file and the random part of its header. Tests give the published ones, `sealFile` fresh ones. */
export interface SealMaterial extends HeaderFields {
  readonly dek: Uint8Array;
}

/** Seals a stream into storage; whatever fails, nothing is left there. */
export async function sealStream(storage: Storage, material: SealMaterial, from: SealSource): Promise<SealedStream> {
  const sealer = new StreamSealer(storage, material, material.dek);
  try {
    await pour(from, sealer, 2 ** material.chunkLog2);
    return await sealer.finish();
  } catch (error) {
    await sealer.abort();
    throw error;
  } finally {
    sealer.destroy();
  }
}

async function pour(
  { source, limit = Infinity, inspect }: SealSource,
  sealer: StreamSealer,
  headBytes: number,
): Promise<void> {
  let isInspected = inspect === undefined;
  const look = async (): Promise<void> => {
    isInspected = true;
    await inspect?.(sealer.head);
  };
  for await (const bytes of yielding(source)) {
    if (sealer.size + bytes.length > limit) throw new DomainError('FILE_TOO_LARGE', { limit });
    // Pieces as small as a chunk, so that the head is seen before the first batch is full and leaves for storage.
    for (let at = 0; at < bytes.length; at += headBytes) {
      await sealer.add(bytes.subarray(at, at + headBytes));
      if (!isInspected && sealer.size >= headBytes) await look();
    }
  }
  if (!isInspected) await look();
}

/** The same bytes; the event loop turns now and then, even when they are all there already. */
async function* yielding(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let sinceYield = 0;
  for await (const bytes of source) {
    sinceYield += bytes.length;
    if (sinceYield >= bytesPerYield) {
      sinceYield = 0;
      await yieldToEventLoop();
    }
    yield bytes;
  }
}

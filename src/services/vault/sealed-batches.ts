import { release } from '../kernel/release.ts';
import { yieldToEventLoop } from '../kernel/yield-to-event-loop.ts';
import type { StoredObject } from '../adapters/storage/port.ts';
import { TAG_BYTES } from './format/chunk-cipher.ts';
import type { Geometry } from './format/geometry.ts';
import { chunkLength, chunkOffset } from './format/geometry.ts';
import { SefError } from './format/sef-error.ts';

/** Chunks fetched by one read: 1 MiB at the usual chunk size. */
const BATCH_CHUNKS = 16;

/** Chunks `from` (included) to `to` (excluded). */
export interface ChunkSpan {
  readonly from: number;
  readonly to: number;
}

/** Consecutive sealed chunks, the first of which has the index `from`. Valid until the next batch is asked for. */
export interface SealedBatch {
  readonly from: number;
  readonly chunks: readonly Uint8Array[];
}

/** Fetches a span batch by batch: while one is being opened, the next is being read into the other buffer. */
export async function* sealedBatches(
  object: StoredObject,
  geometry: Geometry,
  span: ChunkSpan,
): AsyncGenerator<SealedBatch> {
  const capacity = Math.min(BATCH_CHUNKS, span.to - span.from) * (geometry.chunkBytes + TAG_BYTES);
  // One batch, as most ranges are, needs no second buffer.
  let [current, spare] = [
    Buffer.allocUnsafeSlow(capacity),
    Buffer.allocUnsafeSlow(span.to - span.from > BATCH_CHUNKS ? capacity : 0),
  ];
  const fetch = (from: number): Promise<SealedBatch> => {
    const read = readBatch(object, geometry, { from, to: Math.min(from + BATCH_CHUNKS, span.to), into: current });
    // A failure is met when the batch is awaited; until then it must not count as unhandled.
    read.catch(() => undefined);
    return read;
  };
  let ahead = fetch(span.from);
  try {
    for (let from = span.from; from < span.to; from += BATCH_CHUNKS) {
      const batch = await ahead;
      // The first bytes are waited for; the rest lets others in between.
      if (from > span.from) await yieldToEventLoop();
      [current, spare] = [spare, current];
      if (from + BATCH_CHUNKS < span.to) ahead = fetch(from + BATCH_CHUNKS);
      yield batch;
    }
  } finally {
    await ahead.catch(() => undefined);
    for (const buffer of [current, spare]) release(buffer);
  }
}

async function readBatch(
  object: StoredObject,
  geometry: Geometry,
  batch: ChunkSpan & { into: Buffer },
): Promise<SealedBatch> {
  const { from, to, into } = batch;
  const start = chunkOffset(geometry, from);
  const length = chunkOffset(geometry, to - 1) + chunkLength(geometry, to - 1) + TAG_BYTES - start;
  if ((await object.read(into.subarray(0, length), start)) < length) throw new SefError('TRUNCATED');
  const step = geometry.chunkBytes + TAG_BYTES;
  const chunks = Array.from({ length: to - from }, (_, i) => into.subarray(i * step, Math.min((i + 1) * step, length)));
  return { from, chunks };
}

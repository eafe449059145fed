import { HEADER_BYTES } from './header.ts';
import { SefError } from './sef-error.ts';
import { TAG_BYTES } from './chunk-cipher.ts';

/** 2^24 chunks, 1 TiB at 64 KiB: 2^36 AES blocks per key keep GCM's bound near 2^-57. */
export const MAX_CHUNKS = 2 ** 24;

/** Where the chunks of one sealed file lie. Sizes in bytes. */
export interface Geometry {
  readonly chunkBytes: number;
  readonly chunkCount: number;
  /** Length of the plaintext. */
  readonly size: number;
}

/** What the size of a sealed file says about its content, or why no file can have this size. */
export function geometryOf(storedSize: number, chunkLog2: number): Geometry {
  const chunkBytes = 2 ** chunkLog2;
  const sealedChunk = chunkBytes + TAG_BYTES;
  const body = storedSize - HEADER_BYTES;
  if (body < TAG_BYTES) throw new SefError('TRUNCATED');
  const chunkCount = Math.ceil(body / sealedChunk);
  const last = body - (chunkCount - 1) * sealedChunk;
  // An empty chunk exists only as the single chunk of an empty file.
  if (last < TAG_BYTES || (last === TAG_BYTES && chunkCount > 1)) throw new SefError('MALFORMED');
  if (chunkCount > MAX_CHUNKS) throw new SefError('TOO_LONG');
  return { chunkBytes, chunkCount, size: body - chunkCount * TAG_BYTES };
}

/** Size of the sealed file that holds `size` bytes in `chunkCount` chunks. */
export const storedSizeOf = (size: number, chunkCount: number): number => HEADER_BYTES + size + chunkCount * TAG_BYTES;

/** Offset of a sealed chunk in its file. */
export const chunkOffset = ({ chunkBytes }: Geometry, index: number): number =>
  HEADER_BYTES + index * (chunkBytes + TAG_BYTES);

/** Plaintext bytes of a chunk. */
export const chunkLength = ({ chunkBytes, chunkCount, size }: Geometry, index: number): number =>
  index === chunkCount - 1 ? size - index * chunkBytes : chunkBytes;

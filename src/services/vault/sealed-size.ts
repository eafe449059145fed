import { TAG_BYTES } from './format/chunk-cipher.ts';
import { DEFAULT_CHUNK_LOG2, HEADER_BYTES } from './format/header.ts';

/** What sealing adds to plain bytes: a header for each file and a tag for each chunk; an empty file has one chunk. */
export const sealedOverhead = {
  headerBytes: HEADER_BYTES,
  tagBytes: TAG_BYTES,
  chunkBytes: 2 ** DEFAULT_CHUNK_LOG2,
} as const;

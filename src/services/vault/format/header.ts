import { SefError } from './sef-error.ts';
import { uuidBytes } from './uuid.ts';

/**
 * SEF1 header, 128 bytes, big-endian:
 *
 *     0   8  magic "SEF1\r\n\x1a\n"        16  16  file id
 *     8   1  version = 1                   32  16  version id
 *     9   1  suite = 1                     48  16  data key id
 *    10   1  log2 of the chunk, 12..20     64  32  salt
 *    11   1  flags = 0                     96  32  commitment
 *    12   4  reserved = 0                 128      chunks
 *
 * Suite 1 is HKDF-SHA-256 and AES-256-GCM. There is no negotiation: another suite would be another version.
 */
export const HEADER_BYTES = 128;
export const PREFIX_BYTES = 96;
export const SALT_BYTES = 32;
/** 64 KiB: a range costs one chunk, and the event loop is held for less than 0.1 ms. */
export const DEFAULT_CHUNK_LOG2 = 16;

const MAGIC = Buffer.from('SEF1\r\n\x1a\n', 'latin1');
const VERSION = 1;
const SUITE = 1;
const IDS_AT = 16;
const SALT_AT = 64;

/** What a sealed file is, and which key opens it. All three are bound into its keys. */
export interface SealedIds {
  readonly fileId: string;
  readonly versionId: string;
  readonly dekId: string;
}

export interface HeaderFields {
  readonly ids: SealedIds;
  readonly salt: Uint8Array;
  readonly chunkLog2: number;
}

export interface ParsedHeader {
  /** Bytes 0 to 95: what the keys are bound to. */
  readonly prefix: Buffer;
  readonly ids: Buffer;
  readonly commitment: Buffer;
  readonly chunkLog2: number;
}

const isChunkLog2 = (value: number): boolean => value >= 12 && value <= 20;

/** The three ids as they stand in the header: 48 bytes. */
export const idBytes = (ids: SealedIds): Buffer =>
  Buffer.concat([uuidBytes(ids.fileId), uuidBytes(ids.versionId), uuidBytes(ids.dekId)]);

/** Bytes 0 to 95; the commitment, which depends on them, completes the header. */
export function encodePrefix({ ids, salt, chunkLog2 }: HeaderFields): Buffer {
  if (salt.length !== SALT_BYTES || !isChunkLog2(chunkLog2)) throw new RangeError('Salt or chunk size out of range.');
  const fixed = Buffer.concat([MAGIC, Buffer.of(VERSION, SUITE, chunkLog2, 0, 0, 0, 0, 0)]);
  return Buffer.concat([fixed, idBytes(ids), salt]);
}

/** Checks the structure alone; the ids and the commitment are for the caller, who knows what was asked for. */
export function parseHeader(bytes: Buffer): ParsedHeader {
  if (bytes.length < HEADER_BYTES) throw new SefError('TRUNCATED_HEADER');
  if (!bytes.subarray(0, MAGIC.length).equals(MAGIC)) throw new SefError('BAD_MAGIC');
  if (bytes.readUInt8(8) !== VERSION) throw new SefError('BAD_VERSION');
  if (bytes.readUInt8(9) !== SUITE) throw new SefError('BAD_SUITE');
  const chunkLog2 = bytes.readUInt8(10);
  if (!isChunkLog2(chunkLog2)) throw new SefError('BAD_CHUNK');
  if (bytes.readUInt8(11) !== 0 || bytes.readUInt32BE(12) !== 0) throw new SefError('BAD_FLAGS');
  return {
    prefix: bytes.subarray(0, PREFIX_BYTES),
    ids: bytes.subarray(IDS_AT, SALT_AT),
    commitment: bytes.subarray(PREFIX_BYTES, HEADER_BYTES),
    chunkLog2,
  };
}

/** The salt inside a prefix. */
export const saltOf = (prefix: Uint8Array): Uint8Array => prefix.subarray(SALT_AT, SALT_AT + SALT_BYTES);

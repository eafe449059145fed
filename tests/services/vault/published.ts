import { createHash, createSecretKey } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { DEFAULT_CHUNK_LOG2 } from '../../../src/services/vault/format/header.ts';
import { uuidText } from '../../../src/services/vault/format/uuid.ts';
import { ringOf } from '../../../src/services/vault/key-ring.ts';
import type { SealMaterial } from '../../../src/services/vault/seal-stream.ts';
import { sealStream } from '../../../src/services/vault/seal-stream.ts';
import { SealedContent } from '../../../src/services/vault/sealed-content.ts';
import { MemoryStorage, stored } from './memory-storage.ts';

interface Vector {
  chunk_log2: number;
  plain_len: number;
  ct_len: number;
  header_hex: string;
  first_chunk_head_hex: string;
  tail_hex: string;
  ct_sha256: string;
}

interface Vectors {
  dek: string;
  file_id: string;
  version_id: string;
  dek_id: string;
  kek: string;
  kek_id: string;
  salt: string;
  wrap_salt: string;
  wrapped_dek: string;
  vectors: Vector[];
}

/** The published vectors of the format. */
export const published = JSON.parse(readFileSync(new URL('vectors.json', import.meta.url), 'utf8')) as Vectors;

export const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
export const sha256 = (data: Uint8Array): string => createHash('sha256').update(data).digest('hex');

export const ids = {
  fileId: uuidText(bytes(published.file_id)),
  versionId: uuidText(bytes(published.version_id)),
  dekId: uuidText(bytes(published.dek_id)),
};
export const dek = bytes(published.dek);
export const kekId = uuidText(bytes(published.kek_id));
export const publishedRing = ringOf({
  activeId: kekId,
  keys: [{ id: kekId, secret: createSecretKey(bytes(published.kek)) }],
});

/** The plaintext that the vectors were made of. */
export function plaintext(length: number): Buffer {
  const made = Buffer.alloc(length);
  for (let i = 0; i < length; i += 1) made[i] = i * 31 + (i >> 8) * 7;
  return made;
}

export const material = (chunkLog2 = DEFAULT_CHUNK_LOG2, changes: Partial<SealMaterial> = {}): SealMaterial => ({
  ids,
  dek: Buffer.from(dek),
  salt: bytes(published.salt),
  chunkLog2,
  ...changes,
});

/** Cuts data into pieces as a network would. */
export async function* inPieces(data: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < data.length; at += size) yield data.subarray(at, at + size);
}

/** Seals into memory and returns the sealed file. */
export async function sealed(plain: Uint8Array, using: SealMaterial, pieceBytes = 1_500): Promise<Buffer> {
  const storage = new MemoryStorage();
  await sealStream(storage, using, { source: inPieces(plain, pieceBytes) });
  return Buffer.from(storage.files.get(using.ids.versionId) ?? []);
}

export interface Reading {
  /** Every byte released, before or without an error. */
  readonly released: Buffer;
  readonly error?: unknown;
}

/** Reads a sealed file from end to end, and keeps what was released even when it is refused. */
export async function unseal(file: Uint8Array, expected = { ids, dek }): Promise<Reading> {
  const pieces: Buffer[] = [];
  try {
    const content = await SealedContent.open(stored(file), expected.ids, expected.dek);
    for await (const piece of content.read({ offset: 0, length: content.size })) pieces.push(piece);
    return { released: Buffer.concat(pieces) };
  } catch (error) {
    return { released: Buffer.concat(pieces), error };
  }
}

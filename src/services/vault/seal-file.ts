import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import { newId } from '../kernel/ids.ts';
import type { SealedIds } from './format/header.ts';
import { DEFAULT_CHUNK_LOG2, SALT_BYTES } from './format/header.ts';
import type { SealSource } from './seal-stream.ts';
import { sealStream } from './seal-stream.ts';
import type { SealedStream } from './stream-sealer.ts';
import type { Vault } from './vault.ts';
import { kekIdOf, wrapKey } from './wrapped-key.ts';

/** A file version to be stored. Both ids are UUIDs, and the version's is used once: a copy is another version. */
export interface SealRequest extends SealSource {
  readonly fileId: string;
  readonly versionId: string;
}

/** Everything the database must remember of a stored file: without its wrapped key, the object is noise. */
export interface SealedFile extends SealedIds, SealedStream {
  readonly kekId: string;
  /** 97 bytes; more when a key service wrapped it. */
  readonly wrappedKey: Buffer;
}

/**
 * Seals a stream under a fresh data key and stores it durably. The caller then writes, in one transaction, the
 * data-key row and the version row; if it fails to, a sweep removes the object.
 *
 * Errors: `DomainError` `FILE_TOO_LARGE` (details: `limit`, bytes) `STORAGE_FULL` or `KEY_UNAVAILABLE`; whatever `inspect` or the
 * source throws. After an error nothing is left in storage.
 */
export async function sealFile(vault: Vault, request: SealRequest): Promise<SealedFile> {
  const ids: SealedIds = { fileId: request.fileId, versionId: request.versionId, dekId: newId() };
  const dek = randomBytes(32);
  try {
    const wrappedKey = await wrapKey(vault.ring(), dek, ids).catch((error: unknown) => {
      // Nobody reads the source then: it may hold a file open.
      if (request.source instanceof Readable) request.source.destroy();
      throw error;
    });
    const material = { ids, dek, salt: randomBytes(SALT_BYTES), chunkLog2: DEFAULT_CHUNK_LOG2 };
    const sealed = await sealStream(vault.storage, material, request);
    return { ...ids, kekId: kekIdOf(wrappedKey), wrappedKey, ...sealed };
  } finally {
    dek.fill(0);
  }
}

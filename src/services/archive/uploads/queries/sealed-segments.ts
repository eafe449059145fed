import type { Db } from '../../../platform/context.ts';
import { numberFrom } from '../../../platform/orm/values.ts';
import type { SealedFile, StoredFile } from '../../../vault/index.ts';

/** A piece of an upload, as it opens. */
export type SealedSegment = StoredFile & SealedFile;

/** The pieces of an upload in their order, with their keys. */
export async function sealedSegments(db: Db, uploadId: string): Promise<SealedSegment[]> {
  const rows = await db
    .selectFrom('upload_segment as s')
    .innerJoin('data_key as k', 'k.id', 's.data_key_id')
    .select(['s.id', 's.size_bytes', 's.stored_bytes', 's.chunk_count', 's.sha256', 's.ciphertext_sha256'])
    .select(['k.id as dek_id', 'k.file_id', 'k.kek_id', 'k.wrapped'])
    .where('s.session_id', '=', uploadId)
    .orderBy('s.position')
    .execute();
  return rows.map((row) => ({
    fileId: row.file_id,
    versionId: row.id,
    dekId: row.dek_id,
    kekId: row.kek_id,
    wrappedKey: Buffer.from(row.wrapped as Uint8Array),
    size: numberFrom(row.size_bytes),
    storedSize: numberFrom(row.stored_bytes),
    chunkCount: row.chunk_count,
    sha256: row.sha256,
    ciphertextSha256: row.ciphertext_sha256,
  }));
}

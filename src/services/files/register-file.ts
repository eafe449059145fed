import { DataKey } from '../../entities/vault/data-key.entity.ts';
import { StoredFile, type FileKind } from '../../entities/files/stored-file.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import type { Tx } from '../platform/context.ts';
import type { SealedFile } from '../vault/index.ts';

export interface NewFile {
  readonly sealed: SealedFile;
  readonly name: string;
  readonly mimeType: string;
  readonly kind: FileKind;
  /** Null for what the application makes itself. */
  readonly ownerId: string | null;
}

/** Remembers a sealed file: its key and its description, in the caller's transaction. Until then its bytes are noise. */
export function registerFile({ em, record }: Tx<'em' | 'record'>, file: NewFile): StoredFile {
  const { sealed } = file;
  em.create(DataKey, {
    id: sealed.dekId,
    fileId: sealed.fileId,
    versionId: sealed.versionId,
    kekId: sealed.kekId,
    wrapped: sealed.wrappedKey,
  });
  record({
    action: 'FILE_STORED',
    targetType: 'file',
    targetId: sealed.fileId,
    payload: { versionId: sealed.versionId, size: sealed.size, ciphertextSha256: sealed.ciphertextSha256 },
    ...(file.ownerId === null ? {} : { personal: { subjectId: file.ownerId, values: { name: file.name } } }),
  });
  return em.create(StoredFile, {
    id: sealed.fileId,
    versionId: sealed.versionId,
    dataKeyId: sealed.dekId,
    name: file.name,
    mimeType: file.mimeType,
    kind: file.kind,
    owner: file.ownerId === null ? null : em.getReference(User, file.ownerId),
    sizeBytes: sealed.size,
    sha256: sealed.sha256,
    ciphertextSha256: sealed.ciphertextSha256,
  });
}

import type { Readable } from 'node:stream';
import { DomainError } from '../kernel/errors.ts';
import type { Surroundings } from '../platform/scope.ts';
import { openFile, SefError } from '../vault/index.ts';
import { findSealed } from './queries/find-file.ts';

/** Opens a file for the house itself: whoever asks has answered for who may. `FILE_DAMAGED` when it is not whole. */
export async function openStored({ db, vault }: Pick<Surroundings, 'db' | 'vault'>, fileId: string): Promise<Readable> {
  const row = await findSealed(db, fileId);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  try {
    return await openFile(vault, { fileId: row.fileId, versionId: row.versionId, dekId: row.dekId, wrappedKey: row.wrapped as Uint8Array, size: Number(row.size) });
  } catch (error) {
    throw error instanceof SefError ? new DomainError('FILE_DAMAGED', {}, { cause: error }) : error;
  }
}

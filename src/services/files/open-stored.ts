import type { Readable } from 'node:stream';
import { DomainError } from '../kernel/errors.ts';
import type { Db, AppContext } from '../platform/context.ts';
import { openFile, SefError } from '../vault/index.ts';
import { findSealed } from './queries/find-file.ts';

/** A stored file as another module reads it; who may have it is that module's decision. */
export interface OpenedFile {
  readonly name: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  open(): Promise<Readable>;
}

/** Undefined once the file was deleted. */
export async function openStored(
  { db, vault }: { db: Db } & Pick<AppContext, 'vault'>,
  fileId: string,
): Promise<OpenedFile | undefined> {
  const row = await findSealed(db, fileId);
  if (row === undefined) return undefined;
  const { name, mimeType, versionId, dekId } = row;
  const size = Number(row.size);
  return {
    name,
    mimeType,
    size,
    open: () =>
      openFile(vault, { fileId, versionId, dekId, wrappedKey: row.wrapped as Uint8Array, size }).catch(
        (cause: unknown) => {
          throw cause instanceof SefError ? new DomainError('FILE_DAMAGED', {}, { cause }) : cause;
        },
      ),
  };
}

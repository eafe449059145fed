import type { Readable } from 'node:stream';
import { DomainError } from '../kernel/errors.ts';
import type { Db, AppContext } from '../platform/context.ts';
import { openFile, SefError, type Vault } from '../vault/index.ts';
import { findSealed } from './queries/find-file.ts';
import { isVerified } from './scan/scan.policy.ts';

type SealedRow = NonNullable<Awaited<ReturnType<typeof findSealed>>>;

/** A stored file as another module reads it; who may have it is that module's decision. */
export interface OpenedFile {
  readonly name: string;
  readonly mimeType: string;
  /** Bytes. */
  readonly size: number;
  /** False for what waits for an antivirus: the application may read it, people other than admins not. */
  readonly isVerified: boolean;
  open(): Promise<Readable>;
}

type Reading = { readonly db: Db } & Pick<AppContext, 'vault'>;

/** Undefined once the file was deleted, or was found infected. */
export async function openStored({ db, vault }: Reading, fileId: string): Promise<OpenedFile | undefined> {
  const row = await findSealed(db, fileId);
  return row === undefined || row.scanStatus === 'INFECTED' ? undefined : openedFrom(vault, row);
}

/** A file that waits for the antivirus. */
export async function openUnjudged({ db, vault }: Reading, fileId: string): Promise<OpenedFile | undefined> {
  const row = await findSealed(db, fileId);
  return row?.scanStatus === 'PENDING' || row?.scanStatus === 'UNVERIFIED' ? openedFrom(vault, row) : undefined;
}

function openedFrom(vault: Vault, row: SealedRow): OpenedFile {
  const { fileId, name, mimeType, versionId, dekId } = row;
  const size = Number(row.size);
  return {
    name,
    mimeType,
    size,
    isVerified: isVerified(row),
    open: () =>
      openFile(vault, { fileId, versionId, dekId, wrappedKey: row.wrapped as Uint8Array, size }).catch(
        (cause: unknown) => {
          throw cause instanceof SefError ? new DomainError('FILE_DAMAGED', {}, { cause }) : cause;
        },
      ),
  };
}

/** Reads one file whole, by the vault given: to prove that its keys open what is stored. Its id; undefined without files. */
export async function openStoredBy(
  ctx: { db: Db } & Pick<AppContext, 'vault'>,
  read: (content: Readable) => Promise<Uint8Array>,
): Promise<string | undefined> {
  const newest = await ctx.db
    .selectFrom('stored_file')
    .select('id')
    .where('deleted_at', 'is', null)
    .orderBy('created_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  const file = newest && (await openStored(ctx, newest.id));
  if (!file || !newest) return undefined;
  await read(await file.open());
  return newest.id;
}

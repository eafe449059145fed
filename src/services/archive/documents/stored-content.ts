import type { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import { DataKey } from '../../../entities/vault/data-key.entity.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { openStored, registerFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import { lockedForUpdate, writing } from '../../platform/orm/values.ts';
import { sealFile, type SealedFile } from '../../vault/index.ts';

/** The content of a version, sealed once more under a key of its own; its bytes wait for their rows. */
export interface Resealed {
  readonly versionId: string;
  readonly sealed: SealedFile;
  readonly file: Pick<StoredFile, 'name' | 'mimeType' | 'kind'>;
}

export type Resealing = { readonly db: Db } & Pick<AppContext, 'vault'>;

/** A version whose content is to be sealed once more. */
export type ContentSource = Pick<DocumentVersion, 'id' | 'sha256' | 'sizeBytes'> & { readonly fileId: string };

export type SeePlain = (bytes: number) => Promise<void>;

/** Seals the content of a version under a new key, outside any transaction. FILE_DAMAGED when its bytes are not those it had. */
export async function resealed(
  ctx: Resealing,
  { id: versionId, sha256, fileId }: ContentSource,
  see?: SeePlain,
): Promise<Resealed> {
  const opened = await openStored(ctx, fileId);
  const file = await describedFile(ctx, fileId);
  if (opened === undefined) throw new DomainError('NOT_FOUND');
  const ids = { fileId: newId(), versionId: newId() };
  const plain = (await opened.open()) as AsyncIterable<Uint8Array>;
  const sealed = await sealFile(ctx.vault, { ...ids, source: see === undefined ? plain : seen(plain, see) });
  if (sealed.sha256 !== sha256) throw new DomainError('FILE_DAMAGED');
  return { versionId, sealed, file };
}

/** What a stored file is called. Error: NOT_FOUND. */
export async function describedFile({ db }: Pick<Resealing, 'db'>, fileId: string): Promise<Resealed['file']> {
  const file = await db
    .selectFrom('stored_file')
    .select(['name', 'mime_type', 'kind'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (file === undefined) throw new DomainError('NOT_FOUND');
  return { name: file.name, mimeType: file.mime_type, kind: file.kind };
}

async function* seen(source: AsyncIterable<Uint8Array>, see: SeePlain): AsyncGenerator<Uint8Array> {
  for await (const bytes of source) {
    yield bytes;
    await see(bytes.length);
  }
}

/** The rows of what was sealed. A key that is remembered already becomes the file's as it is now, whoever wrapped it anew meanwhile. */
export async function registered(
  tx: Tx<'em' | 'record'>,
  { sealed, file }: Pick<Resealed, 'sealed' | 'file'>,
): Promise<StoredFile> {
  const { db, dialect } = writing(tx.em);
  const query = db.selectFrom('data_key').select(['kek_id', 'wrapped']).where('id', '=', sealed.dekId);
  const known = await lockedForUpdate(query, dialect).executeTakeFirst();
  if (known === undefined) return registerFile(tx, { sealed, ...file, ownerId: null });
  await tx.em.nativeDelete(DataKey, { id: sealed.dekId });
  const present = { ...sealed, kekId: known.kek_id, wrappedKey: Buffer.from(known.wrapped as Uint8Array) };
  return registerFile(tx, { sealed: present, ...file, ownerId: null });
}

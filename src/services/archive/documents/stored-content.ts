import type { DocumentVersion } from '../../../entities/archive/document-version.entity.ts';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { openStored, registerFile } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { newId } from '../../kernel/ids.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import { sealFile, type SealedFile } from '../../vault/index.ts';

/** The content of a version, sealed once more under a key of its own; its bytes wait for their rows. */
export interface Resealed {
  readonly versionId: string;
  readonly sealed: SealedFile;
  readonly file: Pick<StoredFile, 'name' | 'mimeType' | 'kind'>;
}

export type Resealing = { readonly db: Db } & Pick<AppContext, 'vault'>;

/** Seals the content of a version under a new key, outside any transaction. FILE_DAMAGED when its bytes are not those it had. */
export async function resealed(
  ctx: Resealing,
  { id: versionId, sha256, fileId }: Pick<DocumentVersion, 'id' | 'sha256'> & { readonly fileId: string },
): Promise<Resealed> {
  const opened = await openStored(ctx, fileId);
  const file = await ctx.db
    .selectFrom('stored_file')
    .select(['name', 'mime_type', 'kind'])
    .where('id', '=', fileId)
    .executeTakeFirst();
  if (opened === undefined || file === undefined) throw new DomainError('NOT_FOUND');
  const ids = { fileId: newId(), versionId: newId() };
  const sealed = await sealFile(ctx.vault, { ...ids, source: await opened.open() });
  if (sealed.sha256 !== sha256) throw new DomainError('FILE_DAMAGED');
  return { versionId, sealed, file: { name: file.name, mimeType: file.mime_type, kind: file.kind } };
}

/** The rows of what was sealed. */
export const registered = (tx: Tx<'em' | 'record'>, { sealed, file }: Resealed): StoredFile =>
  registerFile(tx, { sealed, ...file, ownerId: null });

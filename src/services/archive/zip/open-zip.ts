import type { Readable } from 'node:stream';
import { grantHolder, openStored, readGrant } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, ReadContext, Tx } from '../../platform/context.ts';
import { getCabinet } from '../queries/cabinet-rows.ts';
import { scopeOf } from './request-zip.ts';
import { zipEntries, type ZipItem } from './zip-entries.ts';

/** An archive that is about to be sent. */
export interface OpenedZip {
  readonly name: string;
  readonly stream: Readable;
}

type Needed = ReadContext & Pick<AppContext, 'run' | 'vault' | 'zip' | 'downloadKey'>;

/**
 * Packs what a link was given for, as its holder may read it now, one file at a time: each document is in the audit log when its bytes
 * are sent. Errors: TOKEN_INVALID, NOT_FOUND, ARCHIVE_LIMIT.
 */
export async function openArchiveZip(
  ctx: Needed,
  { cabinetId, grant }: { readonly cabinetId: string; readonly grant: string },
): Promise<OpenedZip> {
  const { fileId, versionId, userId } = readGrant(ctx.downloadKey, grant, ctx.now);
  if (fileId !== cabinetId || userId === null) throw new DomainError('TOKEN_INVALID');
  const actor = await grantHolder(ctx, userId);
  if (actor === undefined) throw new DomainError('NOT_FOUND');
  const read: ReadContext = { db: ctx.db, now: ctx.now, actor };
  const cabinet = await getCabinet(read, cabinetId);
  const folders = await ctx.db.selectFrom('folder').select('id').where('id', '=', versionId).execute();
  const scope = scopeOf(cabinetId, versionId, (id) => folders.some((one) => one.id === id));
  const items = await zipEntries(read, scope);
  const stream = ctx.zip.pack(items.map((item) => ({ name: item.name, open: () => opened(ctx, item, userId) })));
  return { name: `${cabinet.name}.zip`, stream };
}

async function opened(ctx: Needed, { documentId, fileId }: ZipItem, userId: string): Promise<Readable> {
  const file = await openStored(ctx, fileId);
  if (file === undefined) throw new DomainError('NOT_FOUND');
  await ctx.run(note, { documentId, fileId, userId });
  return file.open();
}

async function note(
  { record }: Tx<'record'>,
  { documentId, fileId, userId }: { readonly documentId: string; readonly fileId: string; readonly userId: string },
): Promise<void> {
  const payload = { userId, fileId, form: 'ZIP' };
  record({ action: 'DOCUMENT_DOWNLOADED', targetType: 'document', targetId: documentId, payload });
}

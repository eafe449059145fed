import type { ReadContext } from '../../platform/context.ts';
import { numberFrom } from '../../platform/orm/values.ts';
import { mayInCabinet, type CabinetAccess } from '../access/cabinet-access.ts';
import { folderAccess } from '../access/folder-access.ts';
import { documentsById, type DocumentRow } from './document-rows.ts';

export interface BytesQuestion {
  readonly ids: readonly string[];
  readonly isOfAllVersions: boolean;
  /** Documents of this cabinet do not count. */
  readonly exceptIn?: string;
}

/** Plain bytes of those of these documents that the actor may read. Each folder is asked about once. */
export async function readableBytes(
  ctx: ReadContext,
  { ids, isOfAllVersions, exceptIn }: BytesQuestion,
): Promise<number> {
  const asked = new Map<string, Promise<CabinetAccess>>();
  const accessTo = ({ cabinetId, folderId }: DocumentRow): Promise<CabinetAccess> => {
    const key = folderId ?? cabinetId;
    const known = asked.get(key) ?? folderAccess(ctx.db, ctx, { cabinetId, folderId });
    asked.set(key, known);
    return known;
  };
  const readable: DocumentRow[] = [];
  for (const row of (await documentsById(ctx, ids)).values())
    if (row.cabinetId !== exceptIn && mayInCabinet(ctx.actor, await accessTo(row), 'document:read')) readable.push(row);
  if (!isOfAllVersions) return readable.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return versionBytes(ctx, readable);
}

async function versionBytes({ db }: ReadContext, rows: readonly DocumentRow[]): Promise<number> {
  if (rows.length === 0) return 0;
  const { bytes } = await db
    .selectFrom('document_version')
    .select(({ fn }) => fn.sum('size_bytes').as('bytes'))
    .where(
      'document_id',
      'in',
      rows.map(({ id }) => id),
    )
    .where('deleted_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numberFrom(bytes);
}

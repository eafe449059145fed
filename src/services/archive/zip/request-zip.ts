import { personOf } from '../../access/actor.ts';
import { fieldError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import { signGrant, type DownloadLink } from '../../files/index.ts';
import type { AppContext, ReadContext } from '../../platform/context.ts';
import { getDocument } from '../queries/document-rows.ts';
import { requireSeen } from '../queries/cabinet-rows.ts';
import { getFolder } from '../queries/folder-rows.ts';
import { zipEntries, type ZipScope } from './zip-entries.ts';

export interface RequestArchiveZip {
  readonly cabinetId: string;
  readonly folderId?: string | null | undefined;
  readonly documentIds?: readonly string[] | null | undefined;
}

/** What a grant says is packed. */
const everything = 'cabinet';
const mostChosen = 100;

type Needed = ReadContext & Pick<AppContext, 'config' | 'downloadKey'>;

/**
 * A link that packs a cabinet, a folder or some documents into one ZIP, good for a minute. What the caller may not read is left out.
 * Errors: NOT_FOUND, ARCHIVE_LIMIT.
 */
export async function requestArchiveZip(ctx: Needed, input: RequestArchiveZip): Promise<DownloadLink> {
  const { cabinetId } = input;
  const scope: ZipScope = { cabinetId, folderId: input.folderId ?? null, documentIds: input.documentIds ?? null };
  await requireSeen(ctx, cabinetId);
  await requireReadable(ctx, scope);
  await zipEntries(ctx, scope);
  const target = { fileId: cabinetId, versionId: grantedFor(scope), userId: personOf(ctx.actor) };
  const { token, expiresAt } = signGrant(ctx.downloadKey, target, ctx.now);
  return { url: `${ctx.config.publicUrl}/archive/zip/${cabinetId}?grant=${token}`, expiresAt };
}

async function requireReadable(ctx: Needed, { folderId, documentIds }: ZipScope): Promise<void> {
  if (folderId !== null) await getFolder(ctx, folderId);
  const chosen = documentIds ?? [];
  if (chosen.length > mostChosen || documentIds?.length === 0) throw fieldError('input.documentIds', 'range');
  for (const id of chosen) await getDocument(ctx, id);
}

/** A folder is written alone, documents after one another. */
const grantedFor = ({ folderId, documentIds }: ZipScope): string => documentIds?.join(',') ?? folderId ?? everything;

/** What a grant was given for. */
export function scopeOf(cabinetId: string, granted: string, isFolder: (id: string) => boolean): ZipScope {
  if (granted === everything) return { cabinetId, folderId: null, documentIds: null };
  const ids = granted.split(',').filter(isId);
  const [first = ''] = ids;
  return ids.length === 1 && isFolder(first)
    ? { cabinetId, folderId: first, documentIds: null }
    : { cabinetId, folderId: null, documentIds: ids };
}

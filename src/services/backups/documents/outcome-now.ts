import type { RestoreOutcome } from '../../../entities/backups/restore-item.entity.ts';
import type { Db } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { DocumentOfBackup } from './documents-of-backup.ts';

/**
 * What becomes of a document now: WAITING when it can be restored, else the reason to leave it as it is. ERASED: its key was taken
 * out of the backup, or its cabinet is no more. Asked for the plan, and again before each document.
 */
export async function outcomeNow(
  ctx: { readonly db: Db; readonly now: Date },
  { id, cabinetId, sha256, key }: Pick<DocumentOfBackup, 'id' | 'cabinetId' | 'sha256' | 'key'>,
): Promise<RestoreOutcome> {
  const cabinet = await ctx.db.selectFrom('cabinet').select('status').where('id', '=', cabinetId).executeTakeFirst();
  if (key === null || cabinet === undefined || cabinet.status === 'DESTROYED') return 'ERASED';
  return cabinet.status === 'ACTIVE' ? outcomeOfLive(ctx, { id, sha256 }) : 'ARCHIVED';
}

async function outcomeOfLive(
  { db, now }: { readonly db: Db; readonly now: Date },
  { id, sha256 }: Pick<DocumentOfBackup, 'id' | 'sha256'>,
): Promise<RestoreOutcome> {
  const live = await db
    .selectFrom('document')
    .leftJoin('document_version as version', 'version.id', 'document.current_version_id')
    .select(['document.status', 'document.locked_until', 'version.sha256'])
    .where('document.id', '=', id)
    .executeTakeFirst();
  if (live === undefined || live.status === 'PURGED') return 'WAITING';
  if (live.locked_until !== null && instantFrom(live.locked_until) > now) return 'LOCKED';
  return live.sha256 === sha256 ? 'IDENTICAL' : 'WAITING';
}

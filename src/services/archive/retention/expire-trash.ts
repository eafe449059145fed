import { sql } from 'kysely';
import type { AppContext } from '../../platform/context.ts';
import { destroyable, purgeEach } from './empty-trash.ts';
import { deleteEmptyFolders } from './empty-folders.ts';
import { noticeDays } from './run-retention.ts';

const dayMs = 86_400_000;
const atOnce = 500;

/**
 * Every night: destroys what has been in the trash for the days of its cabinet. What must be kept stays, and so does what went there
 * because its time is over, until its notice is.
 */
export async function expireTrash(ctx: Pick<AppContext, 'run' | 'db' | 'now' | 'certificateKeys'>): Promise<number> {
  let purged = 0;
  for (const { id: cabinetId, trash_days } of await cabinetsInUse(ctx)) {
    const trashedBefore = new Date(ctx.now.getTime() - trash_days * dayMs);
    for (;;) {
      const ids = await expired(ctx, { cabinetId, trashedBefore });
      const gone = await purgeEach(ctx, { ids, why: 'TRASH_EXPIRED' });
      purged += gone;
      if (gone < atOnce) break;
    }
    await ctx.run(deleteEmptyFolders, { cabinetId, trashedBefore });
  }
  return purged;
}

const cabinetsInUse = ({ db }: Pick<AppContext, 'db'>) =>
  db.selectFrom('cabinet').select(['id', 'trash_days']).where('status', '=', 'ACTIVE').orderBy('id').execute();

async function expired(
  ctx: Pick<AppContext, 'db' | 'now'>,
  { cabinetId, trashedBefore }: { readonly cabinetId: string; readonly trashedBefore: Date },
): Promise<string[]> {
  const noticeSince = new Date(ctx.now.getTime() - noticeDays * dayMs);
  const rows = await destroyable(ctx)
    .where('document.cabinet_id', '=', cabinetId)
    .where('document.trashed_at', '<=', trashedBefore)
    .where(
      sql<boolean>`(document.due_at is null or document.due_at <> document.trashed_at or document.due_at <= ${noticeSince})`,
    )
    .orderBy('document.trashed_at')
    .orderBy('document.id')
    .limit(atOnce)
    .execute();
  return rows.map(({ id }) => id);
}

import { Backup } from '../../../entities/backups/backup.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { notifyLate } from '../notices/notices.ts';
import { beginBackup } from '../making/begin-backup.ts';
import { rungAt } from './ladder.ts';

type Needed = Pick<AppContext, 'run' | 'db' | 'now' | 'config' | 'backups' | 'log'>;

const hourMs = 3_600_000;
/** A day, and some time for the backup itself: what is older breaks the promise of losing one day at most. */
export const oldestMs = 26 * hourMs;

/** Begins the backup of each target: every day, and in between when the newest is too old. One that runs is left alone. */
export async function backUpDue(ctx: Needed, { isDaily }: { readonly isDaily: boolean }): Promise<void> {
  for (const { url } of ctx.backups.targets) {
    await warnOfGap(ctx, url);
    try {
      await ctx.run(beginDue, { target: url, isDaily });
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'BACKUP_RUNNING') throw error;
      ctx.log.info({ target: url }, 'a backup is running already');
    }
  }
}

/** More than a day would be lost: whoever can do something about it learns it. */
async function warnOfGap(ctx: Needed, target: string): Promise<void> {
  const since = await newestAt(ctx, target);
  if (since !== undefined && ctx.now.getTime() - since.getTime() > oldestMs)
    await ctx.run(notifyLate, { target, since });
}

/** When the newest whole backup of a target was begun; undefined without one. */
export async function newestBackupAt({ db }: Pick<Needed, 'db'>, target: string): Promise<Date | undefined> {
  const newest = await db
    .selectFrom('backup')
    .select('created_at')
    .where('target', '=', target)
    .where('status', '=', 'COMPLETE')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return newest && instantFrom(newest.created_at);
}

/** The same; of a target without one, the first moment that the server is known to have run. */
export async function newestAt({ db }: Pick<Needed, 'db'>, target: string): Promise<Date | undefined> {
  const newest = await newestBackupAt({ db }, target);
  if (newest !== undefined) return newest;
  const run = await db
    .selectFrom('schedule_run')
    .select('created_at')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst();
  return run && instantFrom(run.created_at);
}

/** Backups that count for the ladder and for the age of the newest. */
const whole = ['COMPLETE', 'DAMAGED'] as const;

async function beginDue(
  tx: Tx<'em' | 'now' | 'actor' | 'enqueue' | 'record' | 'config'>,
  { target, isDaily }: { readonly target: string; readonly isDaily: boolean },
): Promise<void> {
  const since = new Date(tx.now.getTime() - 45 * 24 * hourMs);
  const earlier = await tx.em.find(
    Backup,
    { target, status: [...whole], createdAt: { $gte: since } },
    { orderBy: { id: 'desc' } },
  );
  const newest = earlier[0]?.createdAt.getTime() ?? -Infinity;
  if (!isDaily && tx.now.getTime() - newest < oldestMs) return;
  const rung = rungAt(tx.now, earlier, tx.config.TIME_ZONE);
  await beginBackup(tx, { target, trigger: 'SCHEDULED', rung });
}

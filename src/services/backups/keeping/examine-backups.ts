import { instantFrom } from '../../platform/orm/values.ts';
import type { AppContext } from '../../platform/context.ts';
import { oldestMs } from './back-up-due.ts';

type Needed = Pick<AppContext, 'db' | 'now' | 'backups' | 'config'>;

/** What `/health` says of backups. */
export interface BackupsExamined {
  /** More than a day would be lost. */
  readonly concern: string | undefined;
  readonly warning: string | undefined;
}

const hourMs = 3_600_000;

/** Is the newest backup of each target young enough, and one of them on another disk? A new installation has a day for its first. */
export async function examineBackups(ctx: Needed): Promise<BackupsExamined> {
  const ages = await Promise.all(ctx.backups.targets.map(({ url }) => ageOf(ctx, url)));
  const oldest = Math.max(...ages);
  const concern =
    oldest > oldestMs ? `the newest backup of a target is ${Math.floor(oldest / hourMs)} hours old` : undefined;
  const warning = (await areAllBeside(ctx)) ? 'every backup is on the disk of the data' : undefined;
  return { concern, warning };
}

async function ageOf({ db, now }: Needed, target: string): Promise<number> {
  const newest = await db
    .selectFrom('backup')
    .select('created_at')
    .where('target', '=', target)
    .where('status', '=', 'COMPLETE')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  // The first schedule that ran says since when there is a server.
  const since =
    newest ??
    (await db.selectFrom('schedule_run').select('created_at').orderBy('created_at').limit(1).executeTakeFirst());
  return since === undefined ? 0 : now.getTime() - instantFrom(since.created_at).getTime();
}

/** A target that is away, or not made yet, is not counted: its backups are the concern. */
async function areAllBeside({ backups, config }: Needed): Promise<boolean> {
  const found = await Promise.all(
    backups.targets.map((target) =>
      target.examine(config.dataDir).then(
        ({ isOnDataDisk }) => isOnDataDisk,
        () => undefined,
      ),
    ),
  );
  return found.some((one) => one === true) && !found.includes(false);
}

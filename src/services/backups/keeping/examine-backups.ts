import { instantFrom } from '../../platform/orm/values.ts';
import type { AppContext } from '../../platform/context.ts';
import { newestAt, newestBackupAt, oldestMs } from './back-up-due.ts';

type Needed = Pick<AppContext, 'db' | 'now' | 'backups' | 'config'>;

/** What `/health` says of backups. */
export interface BackupsExamined {
  /** More than a day would be lost. */
  readonly concern: string | undefined;
  readonly warning: string | undefined;
  /** When the newest backup of each target was begun: that of the target which is furthest behind. Undefined while one has none. */
  readonly at: string | undefined;
}

const hourMs = 3_600_000;

/** Is the newest backup of each target young enough, and one of them on another disk? A new installation has a day for its first. */
export async function examineBackups(ctx: Needed): Promise<BackupsExamined> {
  const ages = await Promise.all(ctx.backups.targets.map(({ url }) => ageOf(ctx, url)));
  const oldest = Math.max(...ages);
  const concern =
    oldest > oldestMs ? `the newest backup of a target is ${Math.floor(oldest / hourMs)} hours old` : undefined;
  const warning = (await areAllBeside(ctx)) ? 'every backup is on the disk of the data' : undefined;
  return { concern, warning, at: await allSince(ctx) };
}

async function allSince(ctx: Needed): Promise<string | undefined> {
  const newest = await Promise.all(ctx.backups.targets.map(({ url }) => newestBackupAt(ctx, url)));
  const known = newest.filter((at) => at !== undefined).toSorted((a, b) => a.getTime() - b.getTime());
  return known.length < newest.length ? undefined : known[0]?.toISOString();
}

async function ageOf(ctx: Needed, target: string): Promise<number> {
  const since = await newestAt(ctx, target);
  return since === undefined ? 0 : ctx.now.getTime() - since.getTime();
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

/** The newest restore for practice that ended, as `/health` shows it. */
export interface DrillExamined {
  readonly at: string;
  readonly result: 'PASSED' | 'FAILED';
  readonly seconds: number;
  /** Nobody knows whether the backups can be restored. */
  readonly concern: string | undefined;
}

/** A month, and some days in which the server may not have run. */
const oldestDrillMs = 40 * 24 * hourMs;

/** Undefined before the first one. */
export async function examineDrills({ db, now }: Pick<Needed, 'db' | 'now'>): Promise<DrillExamined | undefined> {
  const newest = await db
    .selectFrom('restore_drill')
    .select(['created_at', 'finished_at', 'result'])
    .where('result', 'in', ['PASSED', 'FAILED'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (newest === undefined || newest.result === 'RUNNING') return undefined;
  const [begun, ended] = [instantFrom(newest.created_at), instantFrom(newest.finished_at)];
  const isOld = now.getTime() - ended.getTime() > oldestDrillMs;
  const concern =
    newest.result === 'FAILED' ? 'the newest restore drill failed' : isOld ? 'no restore drill for 40 days' : undefined;
  const seconds = Math.round((ended.getTime() - begun.getTime()) / 1_000);
  return { at: ended.toISOString(), result: newest.result, seconds, concern };
}

import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { entities } from '../../../entities/index.ts';
import { RestoreDrill } from '../../../entities/backups/restore-drill.entity.ts';
import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import { auditLogOf, verifyAuditLog } from '../../audit/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { openOrm } from '../../platform/orm/orm.ts';
import type { AppContext, Db, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { drillTask } from '../backup-jobs.ts';
import { targetOf } from '../targets.ts';
import { drillCompleted, drillFailed } from '../events.ts';
import { BackupFault } from '../format/backup-fault.ts';
import { openSample } from '../repository/open-sample.ts';
import { listManifests, openManifest, openRepository } from '../repository/repository.ts';
import { restorePlace } from '../restoring/restore-place.ts';

type Needed = Pick<AppContext, 'run' | 'config' | 'vault' | 'backups' | 'auditKeys' | 'auditSigner' | 'log'>;

/** So many files are opened, taken at random. */
const filesOpened = 50;

/** Practises the restore of the newest backup of each target, in turn; or the one drill that was asked for. */
export async function runDrills(ctx: Needed, { drillId }: PayloadOf<typeof drillTask>): Promise<void> {
  if (drillId !== undefined) {
    const drill = await ctx.run(({ em }: Tx<'em'>) => em.findOneOrFail(RestoreDrill, { id: drillId }), undefined);
    if (drill.result === 'RUNNING') await runDrill(ctx, drill);
    return;
  }
  for (const { url } of ctx.backups.targets)
    await runDrill(
      ctx,
      await ctx.run(({ em }: Tx<'em'>) => Promise.resolve(em.create(RestoreDrill, { target: url })), undefined),
    );
}

/**
 * Restores the newest backup of a target into a temporary place, opens some files, checks the audit log and the invoice series,
 * and removes everything. What fails is its result, and no error.
 */
export async function runDrill(
  ctx: Needed,
  { id, target }: Pick<RestoreDrill, 'id' | 'target'>,
): Promise<RestoreDrill> {
  const folder = join(`${ctx.config.dataDir}-drill`, id);
  try {
    return await ctx.run(record, { id, outcome: await practise(ctx, targetOf(ctx, target), folder) });
  } catch (error) {
    ctx.log.error({ error, target }, 'a restore drill failed');
    return await ctx.run(record, { id, outcome: { fault: faultOf(error) } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Outcome {
  readonly backupId?: string;
  readonly rowsRead?: number;
  readonly opened?: number;
  /** Null when all is as it must be. */
  readonly fault: string | null;
}

const faultOf = (error: unknown): string => {
  if (error instanceof BackupFault) return error.message;
  return error instanceof DomainError ? error.code : 'INTERNAL';
};

async function practise(ctx: Needed, target: BackupTarget, folder: string): Promise<Outcome> {
  const repository = await openRepository(target, ctx.backups.keys);
  const newest = repository === undefined ? undefined : [...(await listManifests(repository)).keys()].at(-1);
  if (repository === undefined || newest === undefined) throw new BackupFault('NO_BACKUP', target.url);
  const manifest = await openManifest(repository, newest);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const { DATABASE_URL: _server, ...own } = ctx.config;
  const database = { file: join(folder, 'atelier.sqlite') };
  const { lost } = await restorePlace({
    config: { ...own, dataDir: folder, DATABASE_URL: undefined },
    ...{ database, repository, manifest, others: [], print: () => undefined },
    storage: await ctx.backups.openFolder(join(folder, 'files')),
    register: { read: () => Promise.resolve([]), write: () => Promise.resolve() },
  });
  const percent = Math.min(100, Math.max(1, (100 * 2 * filesOpened) / Math.max(manifest.summary.objects, 1)));
  const sample = await openSample(repository, manifest, { vault: ctx.vault, percent, most: filesOpened });
  const faults = [
    ...(lost.length > 0 ? [`OBJECT_MISSING ${lost[0]}`] : []),
    ...sample.damages.slice(0, 1).map(({ code, name }) => `${code} ${name}`),
    ...(await faultsOfRows(ctx, database)),
  ];
  return { backupId: newest, rowsRead: manifest.summary.rows, opened: sample.opened, fault: faults[0] ?? null };
}

/** The chain of the audit log, and the series: no invoice beyond the next number. */
async function faultsOfRows(ctx: Needed, database: { readonly file: string }): Promise<string[]> {
  const orm = await openOrm(database, [...entities]);
  try {
    const db = orm.em.fork().getKysely({ type: 'read' }) as unknown as Db;
    const found = await verifyAuditLog({ source: auditLogOf(db), key: ctx.auditKeys.held(), signer: ctx.auditSigner });
    const beyond = await db
      .selectFrom('invoice')
      .innerJoin('invoice_counter', 'invoice_counter.series', 'invoice.series')
      .select('invoice.series')
      .whereRef('invoice.sequence', '>=', 'invoice_counter.next_number')
      .limit(1)
      .executeTakeFirst();
    return [
      ...('at' in found ? [`${found.verdict} at entry ${found.at}`] : []),
      ...(beyond === undefined ? [] : [`SERIES_BEHIND ${beyond.series}`]),
    ];
  } finally {
    await orm.close(true);
  }
}

async function record(
  { em, now, emit, record: enter }: Tx<'em' | 'now' | 'emit' | 'record'>,
  { id, outcome }: { readonly id: string; readonly outcome: Outcome },
): Promise<RestoreDrill> {
  const drill = await em.findOneOrFail(RestoreDrill, { id });
  const hasPassed = outcome.fault === null;
  Object.assign(drill, { ...outcome, fault: outcome.fault?.slice(0, 200) ?? null, finishedAt: now });
  drill.result = hasPassed ? 'PASSED' : 'FAILED';
  enter({ action: 'RESTORE_DRILLED', targetId: outcome.backupId ?? null, outcome: hasPassed ? 'SUCCESS' : 'FAILURE' });
  emit(hasPassed ? drillCompleted : drillFailed, { drillId: id });
  return drill;
}

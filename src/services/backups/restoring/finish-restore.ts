import { Backup } from '../../../entities/backups/backup.entity.ts';
import { RestoreRun } from '../../../entities/backups/restore-run.entity.ts';
import { acknowledgeRestore, checkpointFileOf, readCheckpoints } from '../../audit/index.ts';
import { raiseMark } from '../../billing/index.ts';
import { newId } from '../../kernel/ids.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { restoreCompleted } from '../events.ts';
import type { Manifest } from '../format/manifest.ts';
import { adoptBackups } from '../keeping/adopt-backups.ts';
import { keepTombstones, knownTombstones } from '../keeping/keep-tombstones.ts';
import { listManifests, openManifest, type Repository } from '../repository/repository.ts';
import { applyTombstones } from './apply-tombstones.ts';
import { quietThePast } from './quiet-the-past.ts';

type Needed = Pick<
  AppContext,
  'run' | 'db' | 'now' | 'log' | 'config' | 'auditSigner' | 'auditKeys' | 'personalData' | 'backups'
>;

export interface FinishRestore {
  readonly repository: Repository;
  readonly manifest: Manifest;
  readonly lost: readonly string[];
  readonly print: (line: string) => void;
}

/**
 * What a restored place must know before it opens: who was forgotten since, which invoice numbers were given, which entries of the
 * audit log are lost; and that it is not the day of the backup. Every step may be repeated.
 */
export async function finishRestore(ctx: Needed, { repository, manifest, lost, print }: FinishRestore): Promise<void> {
  const targets = [...new Set([repository.target, ...ctx.backups.targets])];
  const { keys, people } = await applyTombstones(ctx, await knownTombstones(ctx, targets));
  print(`Forgotten again: ${keys} keys, ${people} people.`);
  const marks = await newestMarks(repository, manifest);
  for (const [series, sequence] of Object.entries(marks))
    if (sequence > 0) await raiseMark(ctx.config, series, sequence);
  print(`Invoice series: ${Object.keys(marks).length} marks.`);
  const loss = await acknowledgeRestore(ctx, { anchors: await anchorsOf(ctx) });
  print(
    loss === null
      ? 'Audit log: nothing that was published is lost.'
      : `Audit log: entries after ${loss.keptThrough}, up to ${loss.lostThrough}, are lost; it says so, signed.`,
  );
  const quieted = await ctx.run(quietThePast, undefined);
  print(
    `Ended: ${quieted.sessions} sessions, ${quieted.tokens} API tokens. Not sent again: ${quieted.mails} mails, ${quieted.jobs} notices.`,
  );
  await adoptBackups(ctx, repository);
  await ctx.run(recordRestore, { backupId: manifest.id, lost: lost.length, files: manifest.summary.objects });
  await keepTombstones(ctx);
}

/** The highest number that any backup at the target knows: those after the restored one were given too. */
async function newestMarks(repository: Repository, { marks }: Manifest): Promise<Record<string, number>> {
  const highest = { ...marks };
  for (const id of [...(await listManifests(repository)).keys()].slice(-3)) {
    const other = await openManifest(repository, id).catch(() => undefined);
    for (const [series, mark] of Object.entries(other?.marks ?? {}))
      highest[series] = Math.max(highest[series] ?? 0, mark);
  }
  return highest;
}

async function anchorsOf({ config }: Pick<Needed, 'config'>) {
  try {
    return await readCheckpoints(checkpointFileOf(config));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

async function recordRestore(
  tx: Tx<'em' | 'now' | 'record' | 'emit'>,
  { backupId, lost, files }: { readonly backupId: string; readonly lost: number; readonly files: number },
): Promise<void> {
  for (const running of await tx.em.find(Backup, { status: 'RUNNING' }))
    Object.assign(running, { status: 'FAILED', failure: 'RESTORED', finishedAt: tx.now, leaseUntil: null });
  if ((await tx.em.findOne(RestoreRun, { backupId, kind: 'DISASTER' })) !== null) return;
  const run = tx.em.create(RestoreRun, {
    ...{ id: newId(), backupId, kind: 'DISASTER', status: 'COMPLETE', scope: {}, total: files },
    ...{ restored: files - lost, skipped: lost, finishedAt: tx.now },
  });
  tx.record({ action: 'BACKUP_RESTORED', targetId: backupId, payload: { runId: run.id, lost } });
  tx.emit(restoreCompleted, { runId: run.id });
}

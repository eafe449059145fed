import { RestoreRun } from '../../../entities/backups/restore-run.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { beginBackup } from '../making/begin-backup.ts';
import { makeBackup, type MakingContext } from '../making/make-backup.ts';

/**
 * Before documents are put back: a backup of what is there now, at the first target. A restore only adds versions, so that one which
 * fails stops nothing: the admins learn of it as of any other. Error: BACKUP_RUNNING while a process that died seems to make it.
 */
export async function backUpBeforeRestore(ctx: MakingContext, { runId }: { readonly runId: string }): Promise<void> {
  const [target] = ctx.backups.targets;
  if (target === undefined) return;
  const backupId = await ctx.run(beginOnce, { runId, target: target.url }).catch((error: unknown) => {
    // Another one began a moment ago: it holds what is there, too.
    if (error instanceof DomainError && error.code === 'BACKUP_RUNNING') return null;
    throw error;
  });
  if (backupId !== null) await makeBackup(ctx, { backupId });
}

/** A run that is done again goes on with the backup that it began. */
async function beginOnce(
  tx: Tx<'em' | 'now' | 'actor' | 'enqueue' | 'record'>,
  { runId, target }: { readonly runId: string; readonly target: string },
): Promise<string | null> {
  const run = await tx.em.findOneOrFail(RestoreRun, { id: runId });
  if (run.status !== 'RUNNING') return null;
  if (run.backupBeforeId !== null) return run.backupBeforeId;
  const { id } = await beginBackup(tx, { target, trigger: 'BEFORE_RESTORE', rung: 'DAILY', isQueued: false });
  run.backupBeforeId = id;
  return id;
}

import { Backup } from '../../../entities/backups/backup.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { backupStates } from '../backup.states.ts';
import { backupCompleted, backupFailed } from '../events.ts';
import { BackupFault } from '../format/backup-fault.ts';
import { manifestName, runningName } from '../format/names.ts';
import { backupProgress } from '../live.ts';
import { openSnapshot } from '../../platform/orm/snapshot/snapshot.ts';
import { tableShapes } from '../../platform/orm/snapshot/table-shapes.ts';
import { openManifest } from '../repository/repository.ts';
import { repositoryToWrite } from '../targets.ts';
import { copyEverything, type Copied } from './copy-everything.ts';
import { takeLease, type Lease } from './lease.ts';
import { longestProtection } from '../keeping/ladder.ts';
import { finishRemovals } from '../keeping/finish-removals.ts';

export type MakingContext = Pick<AppContext, 'run' | 'db' | 'config' | 'vault' | 'backups' | 'log'>;

/**
 * Makes a backup that was begun, or goes on with one whose process died. What fails is remembered in its row and is over:
 * the next one is begun by its schedule. Error: BACKUP_RUNNING while another process makes it.
 */
export async function makeBackup(ctx: MakingContext, { backupId }: { readonly backupId: string }): Promise<void> {
  const lease = await takeLease(ctx, backupId);
  // Whoever ended it may have died before its mark was gone.
  if (lease === null) return withdraw(ctx, backupId);
  try {
    const copied = (await alreadyWritten(ctx, backupId)) ?? (await copyOf(ctx, backupId, lease));
    await ctx.run(completeBackup, { backupId, copied });
    await withdraw(ctx, backupId);
    if (copied.lost.length > 0)
      ctx.log.error({ backupId, lost: copied.lost.length }, 'files were lost before a backup');
  } catch (error) {
    if (error instanceof DomainError && error.code === 'BACKUP_RUNNING') throw error;
    ctx.log.error({ error, backupId }, 'a backup failed');
    await ctx.run(failBackup, { backupId, holder: lease.holder, failure: codeOf(error) });
    await withdraw(ctx, backupId);
  }
}

const backupOf = ({ run }: Pick<AppContext, 'run'>, backupId: string): Promise<Backup> =>
  run(({ em }: Tx<'em'>) => em.findOneOrFail(Backup, { id: backupId }), undefined);

async function copyOf(ctx: MakingContext, backupId: string, lease: Lease): Promise<Copied> {
  const backup = await backupOf(ctx, backupId);
  const repository = await repositoryToWrite(ctx, backup.target);
  const source = {
    tables: () => Promise.resolve(tableShapes()),
    openSnapshot: () => openSnapshot(ctx),
    finishRemovals: () => finishRemovals(ctx, repository),
  };
  return copyEverything(ctx, { backup, lease, repository, source });
}

/** The process died between the manifest and the row: the backup is there. */
async function alreadyWritten(ctx: MakingContext, backupId: string): Promise<Copied | undefined> {
  const { target } = await backupOf(ctx, backupId);
  const repository = await repositoryToWrite(ctx, target);
  if ((await repository.target.sizeOf(manifestName(backupId, 1))) === undefined) return undefined;
  const { sha256, keyId: _keyId, signature: _signature, ...content } = await openManifest(repository, backupId, 1);
  const bytes = content.summary.objectBytes + pieceBytesOf(content.tables);
  return { content, sha256, lost: [], progress: { rows: content.summary.rows, objects: 0, bytes, addedBytes: 0 } };
}

const pieceBytesOf = (tables: Copied['content']['tables']): number =>
  Object.values(tables).reduce((sum, { pieces }) => sum + pieces.reduce((all, { size }) => all + size, 0), 0);

/** From here on what it wrote is what its manifest names. */
async function withdraw(ctx: MakingContext, backupId: string): Promise<void> {
  const { target } = await backupOf(ctx, backupId);
  await repositoryToWrite(ctx, target).then(
    (repository) => repository.target.delete(runningName(backupId)),
    () => undefined,
  );
}

const codeOf = (error: unknown): string => {
  if (error instanceof DomainError || error instanceof BackupFault) return error.code;
  return ((error as NodeJS.ErrnoException).code ?? 'INTERNAL').slice(0, 60);
};

async function completeBackup(
  tx: Tx<'em' | 'now' | 'config' | 'emit' | 'publish'>,
  { backupId, copied: { content, sha256, progress } }: { backupId: string; copied: Copied },
): Promise<void> {
  const backup = await tx.em.findOneOrFail(Backup, { id: backupId });
  if (backup.status !== 'RUNNING') return;
  transition(backupStates, backup, 'complete');
  Object.assign(backup, {
    ...{ finishedAt: tx.now, summary: content.summary, path: manifestName(backupId, 1), sha256, revision: 1 },
    sizeBytes: content.summary.objectBytes + pieceBytesOf(content.tables),
    addedBytes: Math.max(backup.addedBytes, progress.addedBytes),
    protectedUntil: longestProtection(backup, tx.config.BACKUP_PROTECTED_DAYS),
    leaseUntil: null,
  });
  tx.emit(backupCompleted, { backupId });
  tx.publish(backupProgress, backupId, { backupId, status: 'COMPLETE', ...progress });
}

async function failBackup(
  tx: Tx<'em' | 'now' | 'emit' | 'record' | 'publish'>,
  { backupId, holder, failure }: { backupId: string; holder: string; failure: string },
): Promise<void> {
  const backup = await tx.em.findOne(Backup, { id: backupId, status: 'RUNNING', holder });
  if (backup === null) return;
  transition(backupStates, backup, 'fail');
  Object.assign(backup, { finishedAt: tx.now, failure, leaseUntil: null });
  const { target } = backup;
  const last = await tx.em.findOne(Backup, { target, status: ['COMPLETE', 'DAMAGED'] }, { orderBy: { id: 'desc' } });
  const failures = await tx.em.count(Backup, { target, status: 'FAILED', ...(last && { id: { $gt: last.id } }) });
  tx.record({ action: 'BACKUP_FAILED', targetId: backupId, outcome: 'FAILURE', payload: { failure } });
  tx.emit(backupFailed, { backupId, failures: failures + 1 });
  tx.publish(backupProgress, backupId, { backupId, status: 'FAILED' });
}

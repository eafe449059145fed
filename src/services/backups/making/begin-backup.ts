import type { BackupRung, BackupTrigger } from '../../../entities/backups/backup.entity.ts';
import { Backup } from '../../../entities/backups/backup.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { takeTurn } from '../../platform/exclusive.ts';
import { makeBackupTask } from '../backup-jobs.ts';
import { recordProtection, requireProtection } from '../keeping/protect-backup.ts';

export interface BeginBackup {
  readonly target: string;
  readonly trigger: BackupTrigger;
  readonly label?: string | null;
  readonly rung?: BackupRung;
  /** Nobody deletes it before: at most as long as `protectBackup` allows. */
  readonly protectedUntil?: Date | null;
  /** The command copies in its own process. */
  readonly isQueued?: boolean;
}

/** Begins a backup to one target, and queues the copying. Errors: BACKUP_RUNNING while another one to it runs, INPUT_INVALID. */
export async function beginBackup(
  tx: Tx<'em' | 'now' | 'actor' | 'enqueue' | 'record'>,
  { target, trigger, label = null, rung = 'MANUAL', protectedUntil = null, isQueued = true }: BeginBackup,
): Promise<Backup> {
  requireProtection(protectedUntil, { field: 'input.protectedUntil', now: tx.now });
  await takeTurn(tx, 'backup', target);
  const running = await tx.em.findOne(Backup, { status: 'RUNNING', target });
  if (running !== null) throw new DomainError('BACKUP_RUNNING', { backupId: running.id });
  const backup = tx.em.create(Backup, {
    target,
    trigger,
    label,
    rung,
    protectedUntil,
    requestedBy: tx.actor.userId,
  });
  if (isQueued)
    tx.enqueue(makeBackupTask, { backupId: backup.id }, { dedupeKey: `${makeBackupTask.kind}:${backup.id}` });
  tx.record({ action: 'BACKUP_CREATED', targetId: backup.id, payload: { trigger, rung } });
  recordProtection(tx, backup);
  return backup;
}

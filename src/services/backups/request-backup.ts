import { Backup } from '../../entities/backups/backup.entity.ts';
import { RestoreDrill } from '../../entities/backups/restore-drill.entity.ts';
import { requirePermission } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext, Tx } from '../platform/context.ts';
import { drillTask, verifyBackupTask } from './backup-jobs.ts';
import { beginBackup } from './making/begin-backup.ts';
import { targetNumbered } from './targets.ts';

type Needed = Pick<AppContext, 'run' | 'actor' | 'backups'>;

export interface CreateBackup {
  readonly target: number;
  readonly label?: string | null | undefined;
  /** Whoever may delete backups may protect this one. */
  readonly protectedUntil?: Date | null | undefined;
}

/** Begins a backup to a target of the settings, by its number. Errors: BACKUP_RUNNING, INPUT_INVALID, FORBIDDEN. */
export async function createBackup(
  ctx: Needed,
  { target, label = null, protectedUntil = null }: CreateBackup,
): Promise<Backup> {
  requirePermission(ctx.actor, 'backup:create');
  if (protectedUntil !== null) requirePermission(ctx.actor, 'backup:delete');
  const { url } = targetNumbered(ctx, target);
  return ctx.run(beginBackup, { target: url, trigger: 'MANUAL', label, protectedUntil });
}

/** Queues the verification of a backup. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export async function requestVerification(
  { em, actor, enqueue }: Tx<'em' | 'actor' | 'enqueue'>,
  { backupId, sample }: { readonly backupId: string; readonly sample: number },
): Promise<Backup> {
  requirePermission(actor, 'backup:verify');
  const backup = await em.findOne(Backup, { id: backupId });
  if (backup === null) throw new DomainError('NOT_FOUND');
  if (backup.status !== 'COMPLETE' && backup.status !== 'DAMAGED')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'verify', status: backup.status });
  enqueue(verifyBackupTask, { backupId, sample });
  return backup;
}

/** Begins a restore for practice, of the newest backup of a target. Error: INPUT_INVALID. */
export async function requestDrill(ctx: Needed, { target }: { readonly target: number }): Promise<RestoreDrill> {
  requirePermission(ctx.actor, 'backup:restore');
  const { url } = targetNumbered(ctx, target);
  return ctx.run(queueDrill, { target: url });
}

function queueDrill(
  { em, enqueue }: Tx<'em' | 'enqueue'>,
  { target }: { readonly target: string },
): Promise<RestoreDrill> {
  const drill = em.create(RestoreDrill, { target });
  enqueue(drillTask, { drillId: drill.id });
  return Promise.resolve(drill);
}

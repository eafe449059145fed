import { Backup } from '../../../entities/backups/backup.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { backupStates } from '../backup.states.ts';
import { idOfName } from '../format/names.ts';
import { targetOf } from '../targets.ts';
import { deleteUnlessLocked } from './lock-backup.ts';

type Needed = Pick<AppContext, 'run' | 'backups' | 'actor'>;

/**
 * Deletes a backup: its manifest at once, what only it needed by the next prunings. Errors: NOT_FOUND, ACTION_NOT_ALLOWED while it runs,
 * BACKUP_PROTECTED, BACKUP_TARGET_UNAVAILABLE.
 */
export async function deleteBackup(ctx: Needed, { backupId }: { readonly backupId: string }): Promise<Backup> {
  requirePermission(ctx.actor, 'backup:delete');
  const backup = await ctx.run(markDeleted, { backupId, backups: ctx.backups });
  await removeManifests(ctx, backup);
  return backup;
}

/** The row first: a manifest without a row is adopted by nobody, and removed by the next pruning. */
async function markDeleted(
  { em, now, record }: Tx<'em' | 'now' | 'record'>,
  { backupId: id, backups }: { readonly backupId: string } & Pick<AppContext, 'backups'>,
): Promise<Backup> {
  const backup = await em.findOne(Backup, { id });
  if (backup === null) throw new DomainError('NOT_FOUND');
  targetOf({ backups }, backup.target);
  const { protectedUntil } = backup;
  if (protectedUntil !== null && protectedUntil > now)
    throw new DomainError('BACKUP_PROTECTED', { until: protectedUntil.toISOString() });
  transition(backupStates, backup, 'delete');
  record({ action: 'BACKUP_DELETED', targetId: id });
  return backup;
}

/** Every revision of its manifest, and what lies beside it: what the target itself keeps goes by a later pruning. */
async function removeManifests(
  ctx: Pick<AppContext, 'backups'>,
  { id, target: url }: Pick<Backup, 'id' | 'target'>,
): Promise<void> {
  const target = targetOf(ctx, url);
  for (const folder of ['manifests/', 'kit/', 'protected/'])
    for await (const { name } of target.list(folder)) if (idOfName(name) === id) await deleteUnlessLocked(target, name);
  await target.persist();
}

import { Backup } from '../../../entities/backups/backup.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError } from '../../kernel/errors.ts';
import { transition } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { backupStates } from '../backup.states.ts';
import { kitName, manifestOfName, protectionOfName } from '../format/names.ts';
import { targetOf } from '../targets.ts';

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

/** Every revision of its manifest; may be repeated. */
export async function removeManifests(
  ctx: Pick<AppContext, 'backups'>,
  { id, target: url }: Pick<Backup, 'id' | 'target'>,
): Promise<void> {
  const target = targetOf(ctx, url);
  for await (const { name } of target.list('manifests/'))
    if (manifestOfName(name)?.id === id) await target.delete(name);
  await target.delete(kitName(id));
  for await (const { name } of target.list('protected/'))
    if (protectionOfName(name)?.id === id) await target.delete(name);
  await target.persist();
}

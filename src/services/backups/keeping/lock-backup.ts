import { Backup } from '../../../entities/backups/backup.entity.ts';
import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import { DomainError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { backupStates } from '../backup.states.ts';
import { kitName, manifestName, protectionName, repositoryName } from '../format/names.ts';
import { several } from '../making/several.ts';
import { namesOf, openManifest, type Repository } from '../repository/repository.ts';
import { repositoryToRead } from '../targets.ts';

/** Each is a question to the store. */
const atOnce = 16;

interface Protection {
  readonly until: Date | null;
  readonly now: Date;
}

/** The repository as it is for one backup: what is written or found there is locked, where the target can, while the backup is protected. */
export function lockedFor(repository: Repository, { until, now }: Protection): Repository {
  const target = until !== null && until > now ? repository.target.lockedUntil?.(until) : undefined;
  return target === undefined ? repository : { ...repository, target };
}

/** Locks everything that a backup consists of, for as long as it is protected now. May be repeated; nothing where the target locks nothing. */
export async function lockBackup(
  ctx: Pick<AppContext, 'run' | 'backups' | 'now'>,
  { backupId }: { readonly backupId: string },
): Promise<void> {
  const backup = await ctx.run(({ em }: Tx<'em'>) => em.findOne(Backup, { id: backupId }), undefined);
  if (backup === null || !allows(backupStates, backup.status, 'delete')) return;
  const plain = await repositoryToRead(ctx, backup.target);
  const repository = lockedFor(plain, { until: backup.protectedUntil, now: ctx.now });
  if (repository === plain) return;
  await several(atOnce, partsOf(repository, backup), async (name) => void (await repository.target.sizeOf(name)));
}

/** Everything that it consists of, its own manifest and what lies beside it included. */
async function* partsOf(
  repository: Repository,
  { id, protectedUntil }: Pick<Backup, 'id' | 'protectedUntil'>,
): AsyncGenerator<string> {
  const manifest = await openManifest(repository, id);
  yield* [repositoryName, kitName(id), manifestName(id, manifest.revision)];
  if (protectedUntil !== null) yield protectionName(id, protectedUntil);
  yield* namesOf(repository, manifest);
}

/** `false` also while the target itself keeps it: whoever asks again later removes it then. */
export async function deleteUnlessLocked(target: Pick<BackupTarget, 'delete'>, name: string): Promise<boolean> {
  try {
    return await target.delete(name);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'BACKUP_PROTECTED') return false;
    throw error;
  }
}

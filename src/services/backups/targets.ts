import type { BackupTarget } from '../adapters/backup-target/port.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext } from '../platform/context.ts';
import { makeRepository, openRepository, type Repository } from './repository/repository.ts';

type Needed = Pick<AppContext, 'backups'>;

/** The target of a row: BACKUP_TARGET_UNAVAILABLE when the settings name it no more. */
export function targetOf({ backups }: Needed, url: string): BackupTarget {
  const target = backups.targets.find((one) => one.url === url);
  if (target === undefined) throw new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: url });
  return target;
}

/** The target with this number of the settings, from 1. */
export function targetNumbered({ backups }: Needed, number: number): BackupTarget {
  const target = backups.targets[number - 1];
  if (target === undefined) throw new DomainError('INPUT_INVALID', { field: 'target' });
  return target;
}

/** Opens a repository to write into; it is made where there never was a backup: one that is gone is not there now. */
export async function repositoryToWrite(ctx: Needed & Pick<AppContext, 'db'>, url: string): Promise<Repository> {
  const earlier = await ctx.db
    .selectFrom('backup')
    .select('id')
    .where('target', '=', url)
    .where('status', 'in', ['COMPLETE', 'DAMAGED'])
    .limit(1)
    .executeTakeFirst();
  return earlier === undefined ? makeRepository(targetOf(ctx, url), ctx.backups.keys) : repositoryToRead(ctx, url);
}

/** Opens the repository of a row: BACKUP_TARGET_UNAVAILABLE when there is none. */
export async function repositoryToRead(ctx: Needed, url: string): Promise<Repository> {
  const found = await openRepository(targetOf(ctx, url), ctx.backups.keys);
  if (found === undefined) throw new DomainError('BACKUP_TARGET_UNAVAILABLE', { target: url });
  return found;
}

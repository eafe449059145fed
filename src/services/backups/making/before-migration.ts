import { wallClock } from '../../kernel/clock.ts';
import { newId } from '../../kernel/ids.ts';
import type { BackupTarget } from '../../adapters/backup-target/port.ts';
import type { Db } from '../../platform/context.ts';
import { openSnapshot } from '../../platform/orm/snapshot/snapshot.ts';
import { shapesAfter } from '../../platform/orm/snapshot/shapes-of-past.ts';
import { finishRemovals, type Removing } from '../keeping/finish-removals.ts';
import { beforeMigrationHolder, runningName } from '../format/names.ts';
import { makeRepository, type Repository } from '../repository/repository.ts';
import { repositoryToWrite } from '../targets.ts';
import { copyEverything, type Copying, type CopySource } from './copy-everything.ts';
import type { Lease } from './lease.ts';

/** A database that an earlier release left, and that is about to be migrated. */
export interface BeforeMigration extends Copying, Removing {
  readonly db: Db;
  /** The migrations that made it. */
  readonly executed: readonly string[];
}

/**
 * Makes a backup of a database as it is before its migration, to the first target that takes it. It has no row yet: the tables are not
 * those of this release, so `adoptBackups` makes one afterwards. Null when nobody is in it. Throws what the last target threw.
 */
export async function backUpBeforeMigration(ctx: BeforeMigration): Promise<Repository | null> {
  const tables = await shapesAfter(ctx.executed);
  const isThere = (name: string): boolean => tables.some((table) => table.name === name);
  if (!isThere('user') || !(await isUsed(ctx))) return null;
  const source: CopySource = {
    tables: () => Promise.resolve(tables),
    openSnapshot: () => openSnapshot({ ...ctx, isMigrating: true }),
    finishRemovals: (repository) => (isThere('backup_object') ? finishRemovals(ctx, repository) : Promise.resolve([])),
  };
  let failure: unknown;
  for (const target of ctx.backups.targets)
    try {
      const repository = isThere('backup')
        ? await repositoryToWrite(ctx, target.url)
        : await makeRepository(target, ctx.backups.keys);
      await copyTo(ctx, repository, source);
      return repository;
    } catch (error) {
      failure = error;
    }
  throw failure;
}

async function isUsed({ db }: Pick<BeforeMigration, 'db'>): Promise<boolean> {
  return (await db.selectFrom('user').select('id').limit(1).executeTakeFirst()) !== undefined;
}

/** Whoever migrates is alone. */
const ownLease = (): Lease => ({
  holder: beforeMigrationHolder,
  beat: () => Promise.resolve(),
  assure: () => Promise.resolve(wallClock.now()),
});

async function copyTo(ctx: Copying, repository: Repository, source: CopySource): Promise<void> {
  const backup = {
    id: newId(),
    createdAt: wallClock.now(),
    trigger: 'BEFORE_MIGRATION',
    rung: 'DAILY',
    protectedUntil: null,
  } as const;
  try {
    await copyEverything(ctx, { backup, repository, source, lease: ownLease() });
  } finally {
    await withdraw(repository.target, backup.id);
  }
}

async function withdraw(target: BackupTarget, id: string): Promise<void> {
  await target.delete(runningName(id)).catch(() => undefined);
}

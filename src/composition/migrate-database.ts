import { entities } from '../entities/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import { adoptBackups, backUpBeforeMigration, BackupFault, type Repository } from '../services/backups/index.ts';
import type { Config } from '../services/platform/config.ts';
import type { Db } from '../services/platform/context.ts';
import { migrate } from '../services/platform/orm/migrate.ts';
import { databaseOf, openOrm, type DatabaseSettings, type Orm } from '../services/platform/orm/orm.ts';
import { OperatorError } from '../services/platform/startup/operator-error.ts';
import { openBackups, openStorage } from './storage-adapters.ts';

/** Brings the database up to date, after a backup of what an earlier release left there. Part of the composition root. */
export async function migrateDatabase(config: Config, settings = databaseOf(config)): Promise<string[]> {
  if (!config.BACKUP_BEFORE_MIGRATION) return migrate(settings);
  const made: Repository[] = [];
  const before = async (executed: readonly string[]): Promise<void> => {
    const repository = await within(settings, (orm) => backUp(orm, config, executed)).catch(refused);
    if (repository !== null) made.push(repository);
  };
  const done = await migrate(settings, undefined, { before });
  for (const repository of made)
    await within(settings, (orm) => adoptBackups({ run: running(orm), config }, repository));
  return done;
}

async function backUp(orm: Orm, config: Config, executed: readonly string[]): Promise<Repository | null> {
  const db = orm.em.fork().getKysely({ type: 'read' }) as unknown as Db;
  const vault = { storage: await openStorage(config) };
  return backUpBeforeMigration({ config, backups: openBackups(config), vault, db, executed, run: running(orm) });
}

type Running = Parameters<typeof adoptBackups>[0]['run'];

/** A transaction, without what a unit of work adds: the tables of jobs and of the audit log may be those of another release. */
const running =
  (orm: Orm): Running =>
  (useCase, input) =>
    orm.em.fork().transactional((em) => useCase({ em }, input));

async function within<T>(settings: DatabaseSettings, work: (orm: Orm) => Promise<T>): Promise<T> {
  const orm = await openOrm(settings, [...entities]);
  try {
    return await work(orm);
  } finally {
    await orm.close(true);
  }
}

function refused(error: unknown): never {
  const isKnown = error instanceof DomainError || error instanceof BackupFault;
  throw new OperatorError(
    `The database must be migrated, and the backup before it failed (${isKnown ? error.code : String(error)}). Nothing was changed. See that a target of BACKUP_TARGETS can be written, or start once with BACKUP_BEFORE_MIGRATION=0 when you have a backup of your own.`,
    { cause: error },
  );
}

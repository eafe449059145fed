import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { createConnection } from 'mysql2/promise';
import type { Logger } from '../logger.ts';
import { Job } from '../../../entities/platform/job.entity.ts';
import { OperatorError } from '../startup/operator-error.ts';
import { databaseError } from './database-words.ts';
import { openOrm, dialectOf, type DatabaseSettings, type Orm } from './orm.ts';
import { assertExpectedSchema, assertKnownMigrations } from './schema/check-schema.ts';

const lockSeconds = 120;

/**
 * Brings the database up to date. When two processes start together, one migrates: the second waits, then finds nothing
 * to do. Throws an operator error for a database that cannot be used, is newer than this release, or does not match its
 * migrations.
 */
export const migrate = (settings: DatabaseSettings, log?: Logger, options: MigrateTo = {}): Promise<string[]> =>
  withDatabase(settings, log, async (orm) => {
    const done =
      dialectOf(settings) === 'sqlite'
        ? await withFileLock(settings.file, () => migrateEmbedded(orm, options))
        : await migrateServer(orm, options);
    if ((await orm.migrator.getPending()).length === 0) await assertExpectedSchema(orm, dialectOf(settings));
    return done;
  });

export interface MigrateTo {
  /** These and no others, whatever came in between: those that made the database of an earlier release. Every one unless given. */
  readonly only?: readonly string[] | undefined;
  /**
   * Called while nobody else migrates, before an earlier release's database is changed, with the migrations that made it. What it throws
   * leaves the database as it is.
   */
  readonly before?: ((executed: readonly string[]) => Promise<void>) | undefined;
}

async function up(orm: Orm, { only, before }: MigrateTo): Promise<string[]> {
  const executed = before === undefined ? [] : (await orm.migrator.getExecuted()).map(({ name }) => name);
  if (executed.length > 0 && (await orm.migrator.getPending()).length > 0) await before?.(executed);
  return (await orm.migrator.up(only === undefined ? {} : { migrations: [...only] })).map(({ name }) => name);
}

/** The pending migrations. Changes nothing; refuses the same databases as `migrate`. */
export const pendingMigrations = (settings: DatabaseSettings): Promise<string[]> =>
  withDatabase(settings, undefined, async (orm) => {
    await assertKnownMigrations(orm, dialectOf(settings));
    const pending = (await orm.migrator.getPending()).map(({ name }) => name);
    if (pending.length === 0) await assertExpectedSchema(orm, dialectOf(settings));
    return pending;
  });

async function withDatabase<T>(
  settings: DatabaseSettings,
  log: Logger | undefined,
  work: (orm: Orm) => Promise<T>,
): Promise<T> {
  try {
    if (settings.url !== undefined) await (await createConnection({ uri: settings.url, connectTimeout: 5_000 })).end();
    const orm = await openOrm(settings, migrationEntities, log);
    try {
      return await work(orm);
    } finally {
      await orm.close(true);
    }
  } catch (error) {
    throw databaseError(error, settings);
  }
}

/** Migrations are SQL; the ORM that runs them needs no entities. */
const migrationEntities = [Job];

async function migrateServer(orm: Orm, options: MigrateTo): Promise<string[]> {
  // A named lock belongs to its connection: it is released when the caller closes this short-lived ORM.
  const connection = orm.em.getDriver().getConnection('write');
  const row: { got: number | string | null } = await connection.execute(
    `select get_lock('atelier-migrate', ${lockSeconds}) as got`,
    [],
    'get',
  );
  if (Number(row.got) !== 1)
    throw new OperatorError(
      'Another process has been migrating this database for two minutes: look at what it does, then start again.',
    );
  await assertKnownMigrations(orm, 'mysql');
  return up(orm, options);
}

/** An exclusive transaction on a separate database: the operating system releases it even if the process is killed. */
async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(`${file}.migrating`);
  try {
    for (let attempt = 0; !tryLock(lock); attempt++) {
      if (attempt > lockSeconds * 20)
        throw new OperatorError(
          'Another process has been migrating this database for two minutes: look at what it does, then start again.',
        );
      await sleep(50);
    }
    return await work();
  } finally {
    lock.close();
  }
}

function tryLock(lock: DatabaseSync): boolean {
  try {
    lock.exec('begin exclusive');
    return true;
  } catch {
    return false;
  }
}

async function migrateEmbedded(orm: Orm, options: MigrateTo): Promise<string[]> {
  const run = (sql: string) => orm.em.getDriver().getConnection('write').execute(sql, [], 'all');
  // Rebuilding a table inside a transaction would cascade to its children unless foreign keys are off beforehand.
  await run('pragma foreign_keys = off');
  try {
    await assertKnownMigrations(orm, 'sqlite');
    const done = await up(orm, options);
    const broken = (await run('pragma foreign_key_check')) as unknown[];
    if (broken.length > 0) throw new Error('A migration left rows without their parents');
    return done;
  } finally {
    await run('pragma foreign_keys = on');
  }
}

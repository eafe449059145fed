import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '../logger.ts';
import { Job } from '../../../entities/platform/job.entity.ts';
import { openOrm, dialectOf, type DatabaseSettings, type Orm } from './orm.ts';

const lockSeconds = 120;

/** Brings the database up to date. Two processes that start together migrate once: the second waits, then finds nothing to do. */
export async function migrate(settings: DatabaseSettings, log?: Logger): Promise<string[]> {
  const orm = await openOrm(settings, migrationEntities, log);
  try {
    return dialectOf(settings) === 'sqlite' ? await withFileLock(settings.file, () => migrateEmbedded(orm)) : await migrateServer(orm);
  } finally {
    await orm.close(true);
  }
}

/** What would be run, as SQL, one list per pending migration. Changes nothing. */
export async function pendingMigrations(settings: DatabaseSettings): Promise<string[]> {
  const orm = await openOrm(settings, migrationEntities);
  try {
    return (await orm.migrator.getPending()).map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}

/** Migrations speak SQL; the ORM that runs them needs no entity of any domain. */
const migrationEntities = [Job];

async function migrateServer(orm: Orm): Promise<string[]> {
  // A named lock lives as long as its connection: it is released when the caller closes this short-lived ORM.
  const connection = orm.em.getDriver().getConnection('write');
  const row: { got: number | string | null } = await connection.execute(`select get_lock('atelier-migrate', ${lockSeconds}) as got`, [], 'get');
  if (Number(row.got) !== 1) throw new Error('Another process has been migrating for too long');
  return (await orm.migrator.up()).map(({ name }) => name);
}

/** An exclusive transaction on a database of its own: the operating system releases it even if the process dies. */
async function withFileLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const lock = new DatabaseSync(`${file}.migrating`);
  try {
    for (let attempt = 0; !tryLock(lock); attempt++) {
      if (attempt > lockSeconds * 20) throw new Error('Another process has been migrating for too long');
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

async function migrateEmbedded(orm: Orm): Promise<string[]> {
  const run = (sql: string) => orm.em.getDriver().getConnection('write').execute(sql, [], 'all');
  // Rebuilding a table inside a transaction would cascade to its children unless foreign keys are off beforehand.
  await run('pragma foreign_keys = off');
  try {
    const done = (await orm.migrator.up()).map(({ name }) => name);
    const broken = (await run('pragma foreign_key_check')) as unknown[];
    if (broken.length > 0) throw new Error('A migration left rows without their parents');
    return done;
  } finally {
    await run('pragma foreign_keys = on');
  }
}

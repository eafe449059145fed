import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { entities } from '../../../src/entities/index.ts';
import { migrate, pendingMigrations } from '../../../src/services/platform/orm/migrate.ts';
import { dialectOf, openOrm } from '../../../src/services/platform/orm/orm.ts';
import { createDatabase, type TestDatabase } from '../../support/database.ts';
import { spawnModule } from '../../support/processes/spawn.ts';
import { countRows, fillEveryTable } from '../../support/rows.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createDatabase({ migrated: false });
});
afterEach(() => database.drop());

test('two processes that start together migrate once', async () => {
  const wanted = await pendingMigrations(database.settings);
  expect(wanted.length).toBeGreaterThan(0);
  const pair = [1, 2].map(() =>
    spawnModule('tests/support/processes/migrate.ts', { DATABASE_SETTINGS: JSON.stringify(database.settings) }),
  );
  expect(await Promise.all(pair.map(({ ended }) => ended))).toEqual([0, 0]);
  const done = pair.flatMap(({ output }) => JSON.parse(/migrated (\[.*\])/.exec(output())?.[1] ?? 'null') as string[]);
  expect(done.sort()).toEqual([...wanted].sort());
  expect(await pendingMigrations(database.settings)).toEqual([]);
  expect(await migrate(database.settings)).toEqual([]);
});

test('each migration applies to a database with rows in every table, and loses none', async () => {
  const [first, ...later] = await pendingMigrations(database.settings);
  const orm = await openOrm(database.settings, [...entities]);
  await orm.migrator.up({ migrations: [first as string] });
  const tables = await fillEveryTable(orm);
  const isEmbedded = dialectOf(database.settings) === 'sqlite';
  // As `migrate` does: a table that others refer to is written anew with foreign keys off.
  if (isEmbedded) await orm.em.getDriver().getConnection('write').execute('pragma foreign_keys = off', [], 'all');
  for (const name of later) {
    const before = await countRows(orm, tables);
    await orm.migrator.up({ migrations: [name] });
    const after = await countRows(orm, tables);
    for (const table of tables)
      expect([table, (after[table] as number) >= (before[table] as number)]).toEqual([table, true]);
  }
  if (isEmbedded) expect(await orm.em.fork().execute('pragma foreign_key_check')).toEqual([]);
  expect(Math.min(...Object.values(await countRows(orm, tables)))).toBeGreaterThanOrEqual(1);
  await orm.close(true);
});

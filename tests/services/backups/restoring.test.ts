/** What a restore finds before it begins: a dry run, a place that is not its own, and migrations that came out of their order. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { migrateDatabase } from '../../../src/composition/migrate-database.ts';
import type { Tx } from '../../../src/services/platform/context.ts';
import { migrate, pendingMigrations } from '../../../src/services/platform/orm/migrate.ts';
import { databaseOf } from '../../../src/services/platform/orm/orm.ts';
import { knownMigrations } from '../../../src/services/platform/orm/snapshot/table-shapes.ts';
import { writing } from '../../../src/services/platform/orm/values.ts';
import { createDatabase } from '../../support/database.ts';
import { makePerson } from '../../support/make/person.ts';
import { createBackupsWorld, filesIn, type BackupsWorld } from './backups-world.ts';
import { restoreByCommand, within } from './restore-by-command.ts';

let world: BackupsWorld;
beforeAll(async () => {
  world = await createBackupsWorld();
  await world.run(async ({ em }: Tx<'em'>) => void makePerson(em), undefined);
  for (let i = 0; i < 3; i += 1) await world.store(randomBytes(1_000));
});
afterAll(() => world.close());

const folder = (): string => world.folders[0] as string;

test('a dry run says what would be restored, and changes nothing', async () => {
  const id = await world.backUp();
  const database = await createDatabase({ migrated: false });
  const dry = await restoreByCommand(world, database, { id, more: ['--dry-run'] });
  expect([dry.code, dry.lines.slice(1)]).toEqual([
    0,
    [
      'Place: empty.',
      'Keys: 1 master keys are expected.',
      expect.stringMatching(/^Rows: \d+ in \d+ tables\.$/),
      expect.stringMatching(/^Objects: 3 of 3, \d+ bytes\.$/),
      'Nothing was changed.',
    ],
  ]);
  expect(await filesIn(dry.config.dataDir).catch(() => [])).toEqual([]);
  const real = await restoreByCommand(world, database, { id });
  expect([real.code, real.lines.filter((line) => /^(Rows|Objects)/.test(line))]).toEqual([0, dry.lines.slice(3, 5)]);
  const again = await restoreByCommand(world, database, { id, more: ['--dry-run'] });
  expect([again.code, again.lines.at(-1)?.split(':')[0]]).toEqual([20, 'RESTORE_NOT_EMPTY']);
  await database.drop();
});

test('a dry run names how many files are nowhere', async () => {
  const id = await world.backUp();
  const [object = ''] = await filesIn(join(folder(), 'objects'));
  await rm(join(folder(), 'objects', object));
  const database = await createDatabase({ migrated: false });
  const dry = await restoreByCommand(world, database, { id, more: ['--dry-run'] });
  expect([dry.code, dry.lines.at(-1)]).toEqual([18, 'Nothing was changed. 1 files are nowhere.']);
  await database.drop();
});

const late = 'Migration0068_quota_marks';

test('a database whose migrations came out of their order is restored as it was, and migrated then', async () => {
  const { settings } = world.database;
  // As if a release had brought the one with the lower number later.
  await world.run(async ({ em }: Tx<'em'>) => {
    const { db } = writing(em);
    await sql`alter table cabinet drop column quota_mark`.execute(db);
    await sql`delete from mikro_orm_migrations where name = ${late}`.execute(db);
  }, undefined);
  expect(await pendingMigrations(settings)).toEqual([late]);
  await migrateDatabase(world.config, settings);
  const { id } = await world.db
    .selectFrom('backup')
    .select('id')
    .where('trigger', '=', 'BEFORE_MIGRATION')
    .executeTakeFirstOrThrow();
  const database = await createDatabase({ migrated: false });
  const { code, config } = await restoreByCommand(world, database, { id });
  expect(code).toBe(0);
  const names = await within(config, async (db) => {
    const { rows } = await sql<{ name: string }>`select name from mikro_orm_migrations order by id`.execute(db);
    return rows.map(({ name }) => name);
  });
  // The rows were there before it ran.
  expect([names.at(-1), names.length]).toEqual([late, knownMigrations().length]);
  await database.drop();

  // This release has migrated it already: the migration would never see the rows.
  const migrated = await createDatabase({ migrated: false });
  const dry = await restoreByCommand(world, migrated, { id, more: ['--dry-run'] });
  await migrate(databaseOf(dry.config));
  const refused = await restoreByCommand(world, migrated, { id });
  expect([refused.code, refused.lines.at(-1)?.split(':')[0]]).toEqual([20, 'RESTORE_NOT_EMPTY']);
  await migrated.drop();
});

test('a restore that was killed while it migrated goes on', async () => {
  const id = await world.backUp();
  const database = await createDatabase({ migrated: false });
  const dry = await restoreByCommand(world, database, { id, more: ['--dry-run'] });
  const state = { target: `file:${folder()}`, backupId: id, phase: 'BEGUN', triggers: [] };
  await writeFile(join(dry.config.dataDir, 'restoring.json'), JSON.stringify(state));
  await migrate(databaseOf(dry.config), undefined, { only: knownMigrations().slice(0, 5) });
  const { lines } = await restoreByCommand(world, database, { id });
  expect(lines.at(-1)).toMatch(/^Done/);
  expect(existsSync(join(dry.config.dataDir, 'restoring.json'))).toBe(false);
  await database.drop();
});

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Job } from '../../../src/entities/platform/job.entity.ts';
import { expectedSchemas } from '../../../src/migrations/expected-schema.generated.ts';
import { migrate, pendingMigrations } from '../../../src/services/platform/orm/migrate.ts';
import { openOrm } from '../../../src/services/platform/orm/orm.ts';
import { listSchema } from '../../../src/services/platform/orm/schema/check-schema.ts';
import { OperatorError } from '../../../src/services/platform/startup/operator-error.ts';
import { createDatabase, engine, type TestDatabase } from '../../support/database.ts';

const root = resolve(import.meta.dirname, '../../..');

let database: TestDatabase;
beforeEach(async () => {
  database = await createDatabase();
});
afterEach(() => database.drop());

/** Runs statements on the database as an operator would, by hand. */
async function byHand(...statements: readonly string[]): Promise<void> {
  const orm = await openOrm(database.settings, [Job]);
  const connection = orm.em.getDriver().getConnection('write');
  for (const statement of statements) await connection.execute(statement);
  await orm.close(true);
}

/** What the operator reads when the server does not start on this database. */
async function refusal(work: () => Promise<unknown> = () => migrate(database.settings)): Promise<string> {
  const error = await work().then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(OperatorError);
  return (error as Error).message;
}

test('a migrated database is the expected one, as its own server describes it', async () => {
  const orm = await openOrm(database.settings, [Job]);
  expect(await listSchema(orm, engine)).toEqual(expectedSchemas[engine].tables);
  await orm.close(true);
  expect(await migrate(database.settings)).toEqual([]);
});

describe('a schema that is not the expected one is refused, and the difference named', () => {
  test.each<[string, string, string | RegExp]>([
    ['a table that is gone', 'drop table `address_proof`', 'the table address_proof is missing'],
    [
      'a column that is gone',
      'alter table `faq_entry` drop column `answer`',
      'faq_entry: the column answer is missing',
    ],
    [
      'a column too many',
      'alter table `faq_entry` add column `rank_of_old` integer null',
      'faq_entry: the column rank_of_old is not expected',
    ],
    [
      'an index that is gone',
      engine === 'sqlite'
        ? 'drop index `audit_entry_action_seq_index`'
        : 'alter table `audit_entry` drop index `audit_entry_action_seq_index`',
      'audit_entry: the index (action, seq) is missing',
    ],
    [
      'a unique index too many',
      'create unique index `one_title` on `customer_order` (`title`)',
      'customer_order: the unique index (title) is not expected',
    ],
    ['a guard that is gone', 'drop trigger `invoice_fixed`', 'invoice: the trigger invoice_fixed is missing'],
  ])('%s', async (_what, statement, sentence) => {
    await byHand(statement);
    expect(await refusal()).toMatch(sentence);
    expect(await refusal(() => pendingMigrations(database.settings))).toMatch(sentence);
  });

  test('a guard that was weakened', async () => {
    await byHand(
      'drop trigger `invoice_kept`',
      engine === 'sqlite'
        ? "create trigger `invoice_kept` before delete on `invoice` when 1 = 0 begin select raise(abort, 'an issued invoice is kept'); end"
        : "create trigger `invoice_kept` before delete on `invoice` for each row begin if false then signal sqlstate '45000' set message_text = 'an issued invoice is kept'; end if; end",
    );
    expect(await refusal()).toContain('invoice: trigger invoice_kept is "');
  });

  if (engine === 'mysql') {
    test('a column of another type, or that may be empty', async () => {
      await byHand(
        'alter table `customer_order` modify `title` varchar(10) not null',
        'alter table `faq_entry` modify `answer` text null',
      );
      expect(await refusal()).toMatch(
        /customer_order: column title is "varchar\(10\) not null", expected "varchar\(\d+\) not null"/,
      );
      expect(await refusal()).toContain('faq_entry: column answer is "text null", expected "text not null"');
    });
  }

  test('a database made by an earlier state of the same migration', async () => {
    await database.drop();
    database = await createDatabase({ migrated: false });
    const [first] = await pendingMigrations(database.settings);
    const statements = gunzipSync(
      readFileSync(resolve(root, `tests/fixtures/edited-migration/Migration0001_foundation.${engine}.sql.gz`)),
    )
      .toString('utf8')
      .split(';\n')
      .filter((sql) => sql.trim() !== '');
    const orm = await openOrm(database.settings, [Job]);
    for (const sql of statements) await orm.em.getDriver().getConnection('write').execute(sql);
    await orm.migrator.getStorage().ensureTable?.();
    await orm.migrator.logMigration(first as string);
    await orm.close(true);
    const text = await refusal();
    expect(text).toMatch(/audit_export: (column format is|the check format in|the table audit_export)/);
    expect(text).toContain('earlier state of a migration');
  });
});

test('an index, or a table, that somebody added for purposes of their own stops nobody', async () => {
  await byHand(
    'create index `my_report` on `customer_order` (`title`)',
    'create table `my_notes` (`id` integer primary key)',
  );
  expect(await migrate(database.settings)).toEqual([]);
});

test('a database that a newer release migrated is refused before anything is run', async () => {
  const orm = await openOrm(database.settings, [Job]);
  await orm.migrator.logMigration('Migration0999_of_tomorrow');
  await orm.close(true);
  expect(await refusal()).toMatch(/migrated by a newer release \(Migration0999_of_tomorrow\)/);
  expect(await refusal(() => pendingMigrations(database.settings))).toMatch(/newer release/);
});

test('guards stand on both databases: none is lost when SQLite writes a table anew', () => {
  const guards = (dialect: 'sqlite' | 'mysql'): string[] =>
    Object.values(expectedSchemas[dialect].tables)
      .flatMap((parts) => parts.map(([name]) => name).filter((name) => name.startsWith('trigger ')))
      .sort();
  expect(guards('sqlite')).toEqual(guards('mysql'));
  expect(guards('sqlite').length).toBeGreaterThan(10);
});

describe('landed migrations are frozen', () => {
  const landed = readFileSync(resolve(root, 'src/migrations/landed.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('  ') as [string, string]);
  const files = (['sqlite', 'mysql'] as const)
    .flatMap((dialect) =>
      readdirSync(resolve(root, 'src/migrations', dialect))
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${dialect}/${name}`),
    )
    .sort();

  test.each(landed)('%s  %s', (hash, file) => {
    const now = createHash('sha256')
      .update(readFileSync(resolve(root, 'src/migrations', file)))
      .digest('hex');
    expect(
      now === hash
        ? 'as it landed'
        : `${file} has landed and was changed: databases that ran it would never get the change. Put it back and write the next migration.`,
    ).toBe('as it landed');
  });

  test('every migration is in the list', () => {
    const missing = files.filter((file) => !landed.some(([, name]) => name === file));
    expect(
      missing.length === 0
        ? ''
        : `${missing.join(', ')}: when it is ready to land, run node scripts/migrations.mjs land`,
    ).toBe('');
    expect(landed.map(([, name]) => name).filter((name) => !files.includes(name))).toEqual([]);
  });
});

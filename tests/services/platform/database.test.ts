import { expect, test } from '@jest/globals';
import { entities } from '../../../src/entities/index.ts';
import { PriceItem } from '../../../src/entities/catalog/price-item.entity.ts';
import { dialectOfManager } from '../../../src/services/platform/orm/values.ts';
import { createWorld } from '../../support/world.ts';
import { createDatabase, engine, type TestDatabase } from '../../support/database.ts';
import { openOrm } from '../../../src/services/platform/orm/orm.ts';
import { makePriceItem } from '../../support/make/price-item.ts';
import { until } from '../../support/until.ts';

test('each world has a migrated and empty database of its own, on the engine under test', async () => {
  const [one, two] = await Promise.all([createWorld(), createWorld()]);
  expect(dialectOfManager(one.orm.em)).toBe(engine);
  expect(await one.orm.migrator.getPending()).toEqual([]);
  await one.run(async ({ em }) => makePriceItem(em), undefined);
  expect(await one.orm.em.fork().count(PriceItem)).toBe(1);
  expect(await two.orm.em.fork().count(PriceItem)).toBe(0);
  await Promise.all([one.close(), two.close()]);
});

/** All rows of a database, its triggers and the next of its numbers. */
async function contentsOf({ settings }: TestDatabase): Promise<unknown> {
  const orm = await openOrm(settings, [...entities]);
  const ask = (statement: string): Promise<Record<string, unknown>[]> => orm.em.getConnection().execute(statement);
  const names = (rows: Record<string, unknown>[]): string[] => rows.map((row) => String(Object.values(row)[0])).sort();
  const isServer = engine === 'mysql';
  const tables = names(await ask(isServer ? 'show tables' : "select name from sqlite_master where type = 'table'"));
  const triggers = names(
    await ask(isServer ? 'show triggers' : "select name from sqlite_master where type = 'trigger'"),
  );
  const rows = new Map<string, unknown>();
  for (const table of tables) rows.set(table, await ask(`select * from \`${table}\``));
  const numbers = isServer
    ? await ask('select table_name, auto_increment from information_schema.tables where table_schema = database()')
    : await ask('select * from sqlite_sequence');
  await orm.close(true);
  return { rows, triggers, numbers };
}

/** Runs statements on a database that nobody else has open. */
async function write({ settings }: TestDatabase, ...statements: readonly string[]): Promise<void> {
  const orm = await openOrm(settings, [...entities]);
  for (const statement of statements) await orm.em.getConnection().execute(statement);
  await orm.close(true);
}

test('nobody meets what was written to a database that was dropped', async () => {
  const first = await createDatabase();
  const untouched = await contentsOf(first);
  await write(
    first,
    "insert into figure_change (at, on_day) values (null, '2026-01-02')",
    'delete from figure_head',
    'delete from mikro_orm_migrations',
    "insert into user_count values ('2026-01', 'ADMIN', 'ACTIVE', 5)",
  );
  expect(await contentsOf(first)).not.toEqual(untouched);
  await first.drop();
  const second = await createDatabase();
  expect(await contentsOf(second)).toEqual(untouched);
  await second.drop();
});

const onServer = engine === 'mysql' ? test : undefined;

onServer?.(
  'a database is lent again, unless what it is made of was changed, or somebody is still connected',
  async () => {
    const isLentAgain = async (use: (database: TestDatabase) => Promise<unknown>): Promise<boolean> => {
      const one = await createDatabase();
      await use(one);
      await one.drop();
      const next = await createDatabase();
      await next.drop();
      return next.settings.url === one.settings.url;
    };
    // A connection that was closed is the server's for a moment more, longer on a busy machine.
    await until('one is lent again', () => isLentAgain((one) => write(one, 'delete from figure_head')));
    for (const changing of [
      'alter table price_item add column colour int',
      'create index price_item_colour on price_item (created_at)',
      'drop trigger user_counted',
      'create trigger price_item_seen after insert on price_item for each row begin end',
      'create table colour (id int)',
      'drop table user_suffix',
    ])
      expect([changing, await isLentAgain((one) => write(one, changing))]).toEqual([changing, false]);
    const connected: Awaited<ReturnType<typeof openOrm>>[] = [];
    const stays = async ({ settings }: TestDatabase): Promise<void> => {
      const orm = await openOrm(settings, [...entities]);
      connected.push(orm);
      await orm.em.fork().count(PriceItem);
    };
    expect(await isLentAgain(stays)).toBe(false);
    for (const orm of connected) await orm.close(true);
  },
);

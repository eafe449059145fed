// Once per run: migrates one empty database of each kind, from which every test world is copied.
import '../../scripts/run-ts.mjs';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { createConnection } from 'mysql2/promise';
import { fastTemporaryFolder } from '../../scripts/temporary.mjs';

export default async function prepare() {
  // The server sends the playground's page the script and the tabs that are made here; those of an earlier run would
  // prove nothing.
  const { status } = spawnSync(process.execPath, ['scripts/build-playground.mjs'], { stdio: 'inherit' });
  if (status !== 0) throw new Error('scripts/build-playground.mjs failed');
  const { migrate } = await import('../../src/services/platform/orm/migrate.ts');
  const home = (process.env.TEST_HOME ??= mkdtempSync(join(fastTemporaryFolder(), 'atelier-tests-')));
  const file = join(home, 'template.sqlite');
  await migrate({ file });
  const template = new DatabaseSync(file);
  template.exec('pragma wal_checkpoint(truncate)');
  template.close();
  if (process.env.TEST_DATABASE_URL) {
    process.env.TEST_DATABASE_PREFIX ??= `atelier_test_${process.pid}_`;
    const { statements, emptying } = await mysqlTemplate(migrate, file);
    writeFileSync(join(home, 'template.sql'), statements);
    writeFileSync(join(home, 'emptying.json'), JSON.stringify(emptying));
  }
}

/**
 * The statements that make a migrated database, in one text: replayed ten times faster than the migrations run. And what
 * `database-server.ts` has to know to empty such a database: its triggers, and for each table how it becomes as it was.
 */
async function mysqlTemplate(migrate, file) {
  const name = `${process.env.TEST_DATABASE_PREFIX}template`;
  const server = await createConnection(process.env.TEST_DATABASE_URL);
  try {
    await server.query(`drop database if exists ${name}`);
    await server.query(`create database ${name} character set utf8mb4 collate utf8mb4_unicode_ci`);
    await migrate({ file, url: Object.assign(new URL(process.env.TEST_DATABASE_URL), { pathname: `/${name}` }).href });
    await server.query(`use ${name}`);
    const [tables, triggers] = [await readTables(server), await readTriggers(server)];
    return {
      statements: [
        'set foreign_key_checks = 0',
        ...tables.flatMap(({ create, contents }) => [create, ...contents]),
        ...triggers.map(({ create }) => create),
        'set foreign_key_checks = 1',
      ].join(';\n'),
      emptying: {
        tables: tables.map((table) => emptyingOf(table, triggers)),
        triggers: triggers.map(({ name }) => name),
      },
    };
  } finally {
    await server.query(`drop database if exists ${name}`);
    await server.end();
  }
}

async function readTables(server) {
  const [rows] = await server.query("show full tables where Table_type = 'BASE TABLE'");
  const tables = [];
  for (const row of rows) {
    const name = Object.values(row)[0];
    const [[made]] = await server.query(`show create table \`${name}\``);
    tables.push({ name, create: made['Create Table'], contents: await readContents(server, name) });
  }
  return tables;
}

/** Rows that migrations themselves insert (the list of migrations done, singletons), in a statement or none. */
async function readContents(server, table) {
  const [rows] = await server.query({ sql: `select * from \`${table}\``, dateStrings: true });
  if (rows.length === 0) return [];
  return [server.format('insert into ?? (??) values ?', [table, Object.keys(rows[0]), rows.map(Object.values)])];
}

async function readTriggers(server) {
  const [rows] = await server.query('show triggers');
  const triggers = [];
  for (const { Trigger: name, Table: table, Event: event } of rows) {
    const [[made]] = await server.query(`show create trigger \`${name}\``);
    const create = made['SQL Original Statement'].replace(/^create\s+definer=\S+\s+/i, 'create ');
    triggers.push({ name, table, create, isOfDeletion: event === 'DELETE' });
  }
  return triggers;
}

/** To truncate passes triggers by and begins numbers at one again, to delete is ten times faster. */
function emptyingOf({ name, create, contents }, triggers) {
  const isNumbered = /\bAUTO_INCREMENT\b/.test(create);
  const isWatched = triggers.some(({ table, isOfDeletion }) => table === name && isOfDeletion);
  return {
    name,
    statements: [isNumbered || isWatched ? `truncate \`${name}\`` : `delete from \`${name}\``, ...contents],
    isAlways: isNumbered || contents.length > 0,
  };
}

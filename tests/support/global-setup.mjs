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
    writeFileSync(join(home, 'template.sql'), await mysqlTemplate(migrate, file));
  }
}

/** The statements that make a migrated database, in one text: replayed ten times faster than the migrations run. */
async function mysqlTemplate(migrate, file) {
  const name = `${process.env.TEST_DATABASE_PREFIX}template`;
  const server = await createConnection(process.env.TEST_DATABASE_URL);
  try {
    await server.query(`drop database if exists ${name}`);
    await server.query(`create database ${name} character set utf8mb4 collate utf8mb4_unicode_ci`);
    await migrate({ file, url: Object.assign(new URL(process.env.TEST_DATABASE_URL), { pathname: `/${name}` }).href });
    await server.query(`use ${name}`);
    return [
      'set foreign_key_checks = 0',
      ...(await tables(server)),
      ...(await triggers(server)),
      'set foreign_key_checks = 1',
    ].join(';\n');
  } finally {
    await server.query(`drop database if exists ${name}`);
    await server.end();
  }
}

async function tables(server) {
  const [rows] = await server.query("show full tables where Table_type = 'BASE TABLE'");
  const statements = [];
  for (const row of rows) {
    const [[made]] = await server.query(`show create table \`${Object.values(row)[0]}\``);
    statements.push(made['Create Table']);
    statements.push(...(await contents(server, Object.values(row)[0])));
  }
  return statements;
}

/** Rows that migrations themselves insert (the list of migrations done, singletons). */
async function contents(server, table) {
  const [rows] = await server.query({ sql: `select * from \`${table}\``, dateStrings: true });
  return rows.map((row) => server.format('insert into ?? set ?', [table, row]));
}

async function triggers(server) {
  const [rows] = await server.query('show triggers');
  const statements = [];
  for (const { Trigger } of rows) {
    const [[made]] = await server.query(`show create trigger \`${Trigger}\``);
    statements.push(made['SQL Original Statement'].replace(/^create\s+definer=\S+\s+/i, 'create '));
  }
  return statements;
}

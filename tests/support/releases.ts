import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { createConnection } from 'mysql2/promise';
import { createDatabase, engine, type TestDatabase } from './database.ts';

const folder = resolve(import.meta.dirname, '../fixtures/releases');

/** Data that an earlier commit made, by its name. */
export const releases = readdirSync(folder);

export interface Release {
  readonly database: TestDatabase;
  readonly dataDir: string;
  readonly keysDir: string;
  /** Who may sign in, by role. */
  readonly people: ReadonlyMap<string, { readonly email: string; readonly password: string }>;
}

/** The database, the sealed files and the keys of a release, as its own server left them. */
export async function openRelease(name: string): Promise<Release> {
  const database = await createDatabase({ migrated: false });
  const from = join(folder, name);
  const statements = gunzipSync(readFileSync(join(from, `${engine}.sql.gz`)))
    .toString('utf8')
    .split('\n;;\n')
    .filter((sql) => sql.trim() !== '');
  if (engine === 'sqlite') loadSqlite(database.settings.file, statements);
  else await loadMySql(database.settings.url as string, statements);
  const [dataDir, keysDir] = [join(database.directory, 'data'), join(database.directory, 'keys')];
  for (const [part, target] of [
    ['data', dataDir],
    ['keys', keysDir],
  ] as const) {
    mkdirSync(target, { recursive: true, mode: 0o700 });
    if (existsSync(join(from, engine, part))) cpSync(join(from, engine, part), target, { recursive: true });
  }
  makePrivate(keysDir);
  const { people } = JSON.parse(readFileSync(join(from, 'people.json'), 'utf8')) as {
    people: Record<string, Record<string, { email: string; password: string }>>;
  };
  return { database, dataDir, keysDir, people: new Map(Object.entries(people[engine] ?? {})) };
}

/** Git keeps no permissions but the one to execute; keys that others may read are refused. */
function makePrivate(keysDir: string): void {
  for (const file of readdirSync(keysDir, { recursive: true, withFileTypes: true })) {
    if (file.isFile()) chmodSync(join(file.parentPath, file.name), 0o600);
  }
}

function loadSqlite(file: string, statements: readonly string[]): void {
  const db = new DatabaseSync(file);
  db.exec('pragma journal_mode = wal; pragma foreign_keys = off; begin');
  for (const sql of statements) db.exec(sql);
  db.exec('commit');
  db.close();
}

async function loadMySql(url: string, statements: readonly string[]): Promise<void> {
  const db = await createConnection(url);
  for (const sql of statements) await db.query(sql);
  await db.end();
}

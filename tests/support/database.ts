import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import type { DatabaseSettings } from '../../src/services/platform/orm/orm.ts';

/** The database under test in this process. `jest.config.mjs` runs every file that uses a database once for each. */
export const engine: 'sqlite' | 'mysql' = process.env['TEST_ENGINE'] === 'mysql' ? 'mysql' : 'sqlite';

export interface TestDatabase {
  readonly settings: DatabaseSettings;
  /** A directory of this world alone: data, keys, mailbox. */
  readonly directory: string;
  /** Removes the database and the directory; close the ORM first. */
  drop(): Promise<void>;
}

const needed = (name: string): string => {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: run the tests through jest.config.mjs`);
  return value;
};

/** A fresh, migrated, empty database on the engine under test; `{ migrated: false }` gives one without any table. */
export async function createDatabase({ migrated = true }: { migrated?: boolean } = {}): Promise<TestDatabase> {
  const home = needed('TEST_HOME');
  const directory = mkdtempSync(join(home, 'world-'));
  const file = join(directory, 'atelier.sqlite');
  const url = engine === 'mysql' ? await createOnServer(home, migrated) : undefined;
  if (engine === 'sqlite' && migrated) copyFileSync(join(home, 'template.sqlite'), file);
  return {
    settings: { file, ...(url === undefined ? {} : { url }) },
    directory,
    async drop() {
      if (url !== undefined) await onServer(`drop database if exists \`${url.slice(url.lastIndexOf('/') + 1)}\``);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

let count = 0;

async function createOnServer(home: string, migrated: boolean): Promise<string> {
  const name = `${needed('TEST_DATABASE_PREFIX')}${process.pid}_${(count += 1)}_${Math.random().toString(36).slice(2, 8)}`;
  const tables = migrated ? `;\n${readFileSync(join(home, 'template.sql'), 'utf8')}` : '';
  await onServer(
    `create database \`${name}\` character set utf8mb4 collate utf8mb4_unicode_ci; use \`${name}\`${tables}`,
  );
  return Object.assign(new URL(needed('TEST_DATABASE_URL')), { pathname: `/${name}` }).href;
}

async function onServer(statements: string): Promise<void> {
  const server = await createConnection({ uri: needed('TEST_DATABASE_URL'), multipleStatements: true });
  try {
    await server.query(statements);
  } finally {
    await server.end();
  }
}

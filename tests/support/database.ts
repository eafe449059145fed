import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSettings } from '../../src/services/platform/orm/orm.ts';
import { openDatabaseServer, type DatabaseServer } from './database-server.ts';

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
  const server = engine === 'mysql' ? serverAt(needed('TEST_DATABASE_URL')) : undefined;
  const name = await server?.lend(migrated);
  if (engine === 'sqlite' && migrated) copyFileSync(join(home, 'template.sqlite'), file);
  return {
    settings: { file, ...(name === undefined ? {} : { url: addressOf(name) }) },
    directory,
    async drop() {
      if (name !== undefined) await server?.takeBack(name);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

const addressOf = (name: string): string =>
  Object.assign(new URL(needed('TEST_DATABASE_URL')), { pathname: `/${name}` }).href;

const servers = new Map<string, DatabaseServer>();

/** One for the worker; a test that starts a server of its own names another. */
function serverAt(url: string): DatabaseServer {
  const known =
    servers.get(url) ?? openDatabaseServer(url, { home: needed('TEST_HOME'), prefix: needed('TEST_DATABASE_PREFIX') });
  servers.set(url, known);
  return known;
}

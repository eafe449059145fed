import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from '../../../src/app.ts';
import type { FirstPerson } from '../../../src/services/identity/index.ts';
import type { Config } from '../../../src/services/platform/config.ts';
import type { AppContext } from '../../../src/services/platform/context.ts';
import { createDatabase, engine, type TestDatabase } from '../database.ts';
import { openTestEnvironment, seedPeople } from '../environment.ts';
import { until } from '../until.ts';
import { spawnModule, type ChildOfTest } from './spawn.ts';

export interface RunningServer extends ChildOfTest {
  readonly url: string;
}

/** An application whose servers are processes that a test may kill, stop and starve, and what its database holds afterwards. */
export interface ServerProcesses {
  readonly database: TestDatabase;
  readonly config: Config;
  /** Looks on from outside: it neither listens nor works. */
  readonly app: App;
  readonly contextFor: AppContext;
  readonly people: ReadonlyMap<FirstPerson['role'], FirstPerson>;
  /** `src/server.ts` is the server as it is shipped, with its schedules and what it seeds. */
  start(environment?: Record<string, string>, module?: string): Promise<RunningServer>;
  /** Kills what still runs. */
  close(): Promise<void>;
}

export async function openServerProcesses(environment: Record<string, string> = {}): Promise<ServerProcesses> {
  const made = await createDatabase();
  const shared = { RATE_LIMIT_SCALE: '1000', CONNECTIONS_PER_ADDRESS: '4000', LOG_LEVEL: 'warn', ...environment };
  // Where the server as it is shipped looks for it.
  const dataDir = environment['DATA_DIR'] ?? join(made.directory, 'data');
  const database = { ...made, settings: { ...made.settings, file: join(dataDir, 'atelier.sqlite') } };
  mkdirSync(dataDir, { recursive: true });
  if (engine === 'sqlite') renameSync(made.settings.file, database.settings.file);
  const { app, config, contextFor, close } = await openTestEnvironment({
    isServed: false,
    database,
    environment: shared,
    logLevel: 'warn',
  });
  const ctx = contextFor();
  const started: ChildOfTest[] = [];
  return {
    database,
    config,
    app,
    contextFor: ctx,
    people: await seedPeople(ctx),
    start: async (more = {}, module = 'tests/support/processes/server.ts') => {
      const child = spawnModule(module, {
        TEST_DATABASE: JSON.stringify(database.settings),
        DATA_DIR: dataDir,
        KEYS_DIR: config.keysDir,
        PORT: '0',
        BCRYPT_ROUNDS: '4',
        ...(database.settings.url === undefined ? {} : { DATABASE_URL: database.settings.url }),
        ...shared,
        ...more,
      });
      started.push(child);
      return { ...child, url: await listening(child) };
    },
    close: async () => {
      for (const { child, ended } of started) {
        child.kill('SIGKILL');
        await ended;
      }
      await close();
      await database.drop();
    },
  };
}

/** The address that a server process prints that it listens on. */
export async function listening({ output, child }: ChildOfTest): Promise<string> {
  await until('the server listens', () => /listens (?:on )?http\S+/.test(output()) || child.exitCode !== null, 180_000);
  const url = /listens (?:on )?(http\S+)/.exec(output())?.[1];
  if (url === undefined) throw new Error(`The server did not start: ${output()}`);
  return url;
}

import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createApp, type App, type Overrides } from '../../src/app.ts';
import { serve, type Served, type ServeOptions } from '../../src/serve.ts';
import { seedExamplePeople, seedFirstAdmin, type FirstPerson } from '../../src/services/identity/index.ts';
import { system } from '../../src/services/access/actor.ts';
import type { Config } from '../../src/services/platform/config.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { captureLogs, type CapturedLogs } from './logs.ts';
import { testConfig } from './world.ts';

export interface EnvironmentOptions extends ServeOptions, Overrides {
  readonly environment?: Record<string, string>;
  /** Jobs run by themselves unless false; then `env.app.worker.runDue()` runs them. */
  readonly isWorking?: boolean;
}

/** The whole product in this process, on a free port: real HTTP, real WebSocket, real jobs. */
export interface TestEnvironment {
  readonly app: App;
  readonly served: Served;
  readonly config: Config;
  readonly database: TestDatabase;
  readonly logs: CapturedLogs;
  readonly url: string;
  /** One person of each role, made by the server; passwords are known to this test only. */
  readonly people: ReadonlyMap<FirstPerson['role'], FirstPerson>;
  close(): Promise<void>;
}

export async function openTestEnvironment(options: EnvironmentOptions = {}): Promise<TestEnvironment> {
  const database = await createDatabase();
  const port = await freePort();
  const config = testConfig(database, {
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    RATE_LIMIT_SCALE: '1000',
    CONNECTIONS_PER_ADDRESS: '4000',
    ...options.environment,
  });
  const logs = captureLogs('info');
  const app = await createApp(config, { log: logs.log, database: database.settings, ...options });
  const made = app.contextFor({ actor: system, requestId: 'test' });
  const people = [...(await seedFirstAdmin(made)), ...(await seedExamplePeople(made))];
  // A machine that runs other tests besides lags: that would turn away whoever has not signed in yet.
  const served = await serve(app, { load: { isOverloaded: () => false, stop: () => undefined }, ...options });
  if (options.isWorking !== false) app.worker.start();
  return {
    app,
    served,
    config,
    database,
    logs,
    url: served.url,
    people: new Map(people.map((person) => [person.role, person])),
    close: async () => {
      await served.stop();
      await app.close();
      await database.drop();
    },
  };
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

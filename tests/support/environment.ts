import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { createApp, type App, type Overrides } from '../../src/app.ts';
import type { Context } from '../../src/resolvers/context.ts';
import { serve, type Served, type ServeOptions } from '../../src/serve.ts';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { seedExamplePeople, seedFirstAdmin, type FirstPerson } from '../../src/services/identity/index.ts';
import type { Config } from '../../src/services/platform/config.ts';
import type { AppContext, Db, TransactionContext, UseCase } from '../../src/services/platform/context.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { forgottenAfterwards } from './forget.ts';
import { captureLogs, type CapturedLogs } from './logs.ts';
import { contextOf, openSubscription, runDocument, type Answer, type Variables } from './run-document.ts';
import { testConfig } from './world.ts';

export interface AppOptions extends Omit<Overrides, 'log' | 'database'> {
  /** Environment variables over the defaults of a test. */
  readonly environment?: Record<string, string>;
  /** A database that exists already; who made it drops it. */
  readonly database?: TestDatabase;
  /** The least level that `env.logs` keeps. */
  readonly logLevel?: string;
}

export interface EnvironmentOptions extends AppOptions, ServeOptions {
  readonly isServed?: true;
  /** Jobs run by themselves unless false; then `env.app.worker.runDue()` runs them. */
  readonly isWorking?: boolean;
}

/** The app in this process, on a database of its own: nobody is in it yet, and its jobs run on request. */
export interface AppEnvironment {
  readonly app: App;
  readonly config: Config;
  readonly database: TestDatabase;
  readonly logs: CapturedLogs;
  /** Plain rows, outside any transaction. */
  readonly db: Db;
  /** What an operation takes; the server's own unless an actor is given. */
  contextFor(actor?: Actor): AppContext;
  /** What a resolver takes. */
  contextOf(actor: Actor): Context;
  /** Runs a use case in its own transaction, as the server itself unless an actor is given. */
  run<K extends keyof TransactionContext, I, O>(useCase: UseCase<K, I, O>, input: I, actor?: Actor): Promise<O>;
  /** Runs a document through the schema as this actor, without HTTP; `ask` of `ask.ts` sends one to a served environment. */
  ask(actor: Actor, document: string, variables?: Variables): Promise<Answer>;
  /** Opens a subscription as this actor: a stream, or the errors it is refused with. */
  subscribe(actor: Actor, document: string, variables?: Variables): ReturnType<typeof openSubscription>;
  close(): Promise<void>;
}

/** The whole product in this process, on a free port: real HTTP, real WebSocket, real jobs. */
export interface TestEnvironment extends AppEnvironment {
  readonly served: Served;
  readonly url: string;
  /** One person of each role, made by the server; passwords are known to this test only. */
  readonly people: ReadonlyMap<FirstPerson['role'], FirstPerson>;
}

/** Opens the app: served over HTTP with a person of each role in it, or with `isServed: false` neither. */
export function openTestEnvironment(options: AppOptions & { readonly isServed: false }): Promise<AppEnvironment>;
export function openTestEnvironment(options?: EnvironmentOptions): Promise<TestEnvironment>;
export function openTestEnvironment(
  options: EnvironmentOptions | (AppOptions & { readonly isServed: false }) = {},
): Promise<AppEnvironment> {
  return options.isServed === false ? openApp(options) : openServed(options);
}

async function openApp({
  environment = {},
  database: given,
  logLevel,
  ...overrides
}: AppOptions): Promise<AppEnvironment> {
  const database = given ?? (await createDatabase());
  const config = testConfig(database, environment);
  const logs = captureLogs(logLevel);
  const app = await createApp(config, { ...overrides, log: logs.log, database: database.settings });
  const contextFor = (actor = system): AppContext => app.contextFor({ actor, requestId: 'test' });
  const env: AppEnvironment = {
    app,
    config,
    database,
    logs,
    db: contextFor().db,
    contextFor,
    contextOf: (actor) => contextOf(app, actor),
    run: (useCase, input, actor) => contextFor(actor).run(useCase, input),
    ask: (actor, text, variables = {}) => runDocument(app, actor, { text, variables }),
    subscribe: (actor, text, variables = {}) => openSubscription(app, actor, { text, variables }),
    close: async () => {
      await app.close();
      if (given === undefined) await database.drop();
    },
  };
  return forgottenAfterwards(env, app, app.orm, logs);
}

async function openServed({ isWorking = true, environment, ...options }: EnvironmentOptions): Promise<TestEnvironment> {
  const port = await freePort();
  const env = await openApp({
    logLevel: 'info',
    ...options,
    environment: {
      PORT: String(port),
      PUBLIC_URL: `http://127.0.0.1:${port}`,
      RATE_LIMIT_SCALE: '1000',
      CONNECTIONS_PER_ADDRESS: '4000',
      ...environment,
    },
  });
  const people = await seedPeople(env.contextFor());
  // A machine that runs other tests besides lags: that would turn away whoever has not signed in yet.
  const served = await serve(env.app, { load: { isOverloaded: () => false, stop: () => undefined }, ...options });
  if (isWorking) env.app.worker.start();
  const whole: TestEnvironment = {
    ...env,
    served,
    url: served.url,
    people,
    close: async () => {
      await served.stop();
      await env.close();
    },
  };
  return forgottenAfterwards(whole, served);
}

/** One person of each role, as the server makes them on an empty database. */
export async function seedPeople(ctx: AppContext): Promise<TestEnvironment['people']> {
  const people = [...(await seedFirstAdmin(ctx)), ...(await seedExamplePeople(ctx))];
  return new Map(people.map((person) => [person.role, person]));
}

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

import { join } from 'node:path';
import type { openServices } from '../../src/adapters.ts';
import { entities } from '../../src/entities/index.ts';
import { system, type Actor } from '../../src/services/access/actor.ts';
import { readConfig, type Config } from '../../src/services/platform/config.ts';
import type { LivePublication } from '../../src/services/platform/live/append.ts';
import { openOrm, type Orm } from '../../src/services/platform/orm/orm.ts';
import { createWorker, type Worker, type WorkerSettings } from '../../src/services/platform/jobs/index.ts';
import type { Task } from '../../src/services/platform/task.ts';
import { createMetrics, type Metrics } from '../../src/services/platform/metrics.ts';
import type { AppServices } from '../../src/services/platform/context.ts';
import type {
  AuditRecord,
  Db,
  ReadContext,
  TransactionContext,
  Subscription,
  AppContext,
  UseCase,
} from '../../src/services/platform/context.ts';
import { DomainError } from '../../src/services/kernel/errors.ts';
import type { Clock } from '../../src/services/kernel/clock.ts';
import { actorLock } from '../../src/services/identity/index.ts';
import { createUnitOfWork, type AuditLog, type Origin } from '../../src/services/platform/unit-of-work.ts';
import { testClock, type TestClock } from './clock.ts';
import { createDatabase, type TestDatabase } from './database.ts';
import { forgottenAfterwards } from './forget.ts';
import { captureLogs, type CapturedLogs } from './logs.ts';

export interface WorldOptions {
  readonly clock?: TestClock;
  readonly subscriptions?: readonly Subscription[];
  /** The audit log's writer; unless given, entries are kept in `world.auditLog` and nothing is written. */
  readonly auditLog?: AuditLog;
  /** Environment variables over the defaults of a test. */
  readonly environment?: Record<string, string>;
  /** What jobs do; `world.worker.runDue()` does them. */
  readonly tasks?: readonly Task[];
  readonly workerSettings?: Partial<WorkerSettings>;
  /** What tasks and operations reach the outside by; `openServices` opens the ones of the app. */
  readonly services?: Partial<AppServices> | typeof openServices;
  /** Another world's database: two processes in one. That world drops it. */
  readonly database?: TestDatabase;
  readonly onCommitted?: (committed: { live: readonly LivePublication[]; jobs: number }) => void;
}

/** A database, a clock, a logger and a unit of work: everything a use case needs, and nothing shared with other tests. */
export interface World {
  readonly database: TestDatabase;
  readonly orm: Orm;
  readonly config: Config;
  readonly clock: TestClock;
  readonly logs: CapturedLogs;
  readonly metrics: Metrics;
  /** The job engine, not started: `runDue()` runs what is due by the world's clock. */
  readonly worker: Worker;
  /** Audit entries and live events in the order of commits. */
  readonly auditLog: AuditRecord[];
  readonly live: LivePublication[];
  /** Plain rows, outside any transaction. */
  readonly db: Db;
  /** Runs a use case in its own transaction, as the server itself unless an actor is given. */
  run<K extends keyof TransactionContext, I, O>(useCase: UseCase<K, I, O>, input: I, actor?: Actor): Promise<O>;
  /** What an operation takes. */
  contextFor(actor?: Actor): AppContext;
  /** What a read query takes. */
  readContext(actor?: Actor): ReadContext;
  close(): Promise<void>;
}

let requests = 0;

/** Builds a world on the engine under test; close it at the end of the test. */
export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const database = options.database ?? (await createDatabase());
  const orm = await openOrm(database.settings, [...entities]);
  const config = testConfig(database, options.environment);
  const clock = options.clock ?? testClock();
  const services = await servicesOf(options.services, config, clock);
  const logs = captureLogs();
  const metrics = createMetrics();
  const auditLog: AuditRecord[] = [];
  const live: LivePublication[] = [];
  const work = createUnitOfWork({
    orm,
    clock,
    config,
    log: logs.log,
    actorLock,
    auditLog:
      options.auditLog ??
      (async (_em, entries) => {
        auditLog.push(...entries);
        return [];
      }),
    subscriptions: options.subscriptions ?? [],
    onCommitted: (committed) => {
      live.push(...committed.live);
      options.onCommitted?.(committed);
    },
  });
  const db = readingDb(orm);
  const contextFor = (origin: Origin): AppContext => ({
    ...services,
    actor: origin.actor,
    requestId: origin.requestId,
    log: origin.log ?? logs.log,
    config,
    now: clock.now(),
    db,
    signal: () => undefined,
    processId: null,
    demo: noDemo,
    health: { prepare: () => undefined, examine: async () => new Map() },
    run: (useCase, input) => work(origin, useCase, input),
    note: async (entry) => void auditLog.push(entry),
  });
  const originOf = (actor: Actor): Origin => ({ actor, requestId: `test-${(requests += 1)}` });
  const worker = createWorker({
    tasks: options.tasks ?? [],
    contextFor,
    log: logs.log,
    metrics,
    settings: options.workerSettings ?? {},
  });
  const world: World = {
    database,
    orm,
    config,
    clock,
    logs,
    metrics,
    worker,
    auditLog,
    live,
    db,
    run: (useCase, input, actor = system) => work(originOf(actor), useCase, input),
    contextFor: (actor = system) => contextFor(originOf(actor)),
    readContext: (actor = system) => ({ db, actor, now: clock.now() }),
    async close() {
      await worker.drain(5_000);
      (services as Partial<AppServices> | undefined)?.vault?.close();
      await orm.close(true);
      if (options.database === undefined) await database.drop();
    },
  };
  return forgottenAfterwards(world, orm, worker, logs);
}

/** A world is no installation: nobody makes its demo. */
const refused = (): Promise<never> => Promise.reject(new DomainError('DEMO_REFUSED'));
const noDemo = { isUnderWay: () => false, fill: refused, reset: refused, begin: refused };

const servicesOf = async (services: WorldOptions['services'], config: Config, clock: Clock): Promise<AppServices> =>
  typeof services === 'function' ? services(config, clock) : (services as AppServices);

/** Rows outside any transaction; on the embedded database, through the connection that never waits for a writer. */
export const readingDb = (orm: Orm): Db => orm.em.fork().getKysely({ type: 'read' }) as unknown as Db;

export const testConfig = (database: TestDatabase, environment: Record<string, string> = {}): Config =>
  readConfig({
    NODE_ENV: 'test',
    PORT: '0',
    LOG_LEVEL: 'debug',
    BCRYPT_ROUNDS: '4',
    FORM_PROOF_BITS: '4',
    LOW_DISK_MEGABYTES: '0',
    DATA_DIR: join(database.directory, 'data'),
    KEYS_DIR: join(database.directory, 'keys'),
    ...(database.settings.url === undefined ? {} : { DATABASE_URL: database.settings.url }),
    ...environment,
  });

import type { GraphQLSchema } from 'graphql';
import { entities } from './entities/index.ts';
import { openPorts } from './ports.ts';
import { createSessionChecker, actorLock, withApiTokens, type SessionChecker } from './services/identity/index.ts';
import { newId } from './services/kernel/ids.ts';
import { system } from './services/access/actor.ts';
import {
  createAccessAuditor,
  createAuditLog,
  createNotes,
  noteAs,
  type AccessAuditor,
} from './services/audit/index.ts';
import { wallClock, type Clock } from './services/kernel/clock.ts';
import { countAmbiguousDeliveries } from './services/notifications/index.ts';
import type { Config } from './services/platform/config.ts';
import { createWorker, measureJobs, type Worker } from './services/platform/jobs/index.ts';
import { createLiveHub, type LiveHub } from './services/platform/live/index.ts';
import { createLogger, readableLines, type Logger } from './services/platform/logger.ts';
import { createMetrics, type Metrics } from './services/platform/metrics.ts';
import { lifeLock } from './services/platform/orm/life-lock.ts';
import { openOrm, type DatabaseSettings, type Orm } from './services/platform/orm/orm.ts';
import type { Ports } from './services/platform/ports.ts';
import { ProcessRegistry } from './services/platform/processes/index.ts';
import type { Db, Run, AppContext } from './services/platform/context.ts';
import { createScheduler, type Scheduler } from './services/platform/schedules.ts';
import { createUnitOfWork, type Origin } from './services/platform/unit-of-work.ts';
import { schedules } from './schedules.ts';
import { subscriptions } from './subscriptions.ts';
import { tasks } from './tasks.ts';

/** What a test may put in the place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly ports?: Partial<Ports>;
  readonly database?: DatabaseSettings;
}

export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly orm: Orm;
  /** The API, made when somebody first asks for it: workers and commands do without. */
  readonly schema: () => Promise<GraphQLSchema>;
  /** Who holds a token, and which sessions are still in force. */
  readonly sessions: SessionChecker;
  readonly ports: Ports;
  /** Live events of this process and, through Redis, of the others. */
  readonly live: LiveHub;
  readonly worker: Worker;
  readonly scheduler: Scheduler;
  /** What the doors see, for the journal. */
  readonly watch: AccessAuditor;
  /** The house as seen by one request, job or command. */
  contextFor(origin: Origin): AppContext;
  close(): Promise<void>;
}

export const databaseOf = (config: Config): DatabaseSettings => ({
  url: config.DATABASE_URL,
  replicaUrls: config.DATABASE_REPLICA_URLS,
  poolSize: config.DATABASE_POOL,
  file: `${config.dataDir}/atelier.sqlite`,
});

/** The composition root: the only place that knows everybody. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const clock = overrides.clock ?? wallClock;
  const log =
    overrides.log ??
    createLogger(config.LOG_LEVEL, config.NODE_ENV === 'development' ? await readableLines() : undefined);
  const metrics = createMetrics({
    ambiguousDeliveries: () => countAmbiguousDeliveries(db()),
    dueJobs: () => measureJobs({ db: db(), now: clock.now() }),
  });
  const database = overrides.database ?? databaseOf(config);
  const orm = await openOrm(database, [...entities], log);
  const ports: Ports = { ...(await openPorts(config, clock)), ...overrides.ports };
  const db = (): Db => orm.em.getKysely({ type: 'read' }) as unknown as Db;
  const sessions = withApiTokens(createSessionChecker({ db, clock, accessTokens: ports.accessTokens }), {
    db,
    clock,
    limits: ports.limits,
    run: (useCase, input) => unitOfWork({ actor: system, requestId: newId() }, useCase, input),
  });
  const auditParts = { keys: ports.auditKeys, ring: () => ports.vault.ring() };
  const unitOfWork = createUnitOfWork({
    orm,
    clock,
    config,
    log,
    subscriptions,
    actorLock,
    journal: createAuditLog(auditParts),
    onCommitted: ({ live: announced, jobs }) => {
      sessions.onPublished(announced);
      live.publish(announced);
      if (jobs > 0) worker.nudge();
    },
  });
  const notes = createNotes(auditParts, unitOfWork);
  const watch = createAccessAuditor(notes);
  const live = createLiveHub({ db, log, redisUrl: config.REDIS_URL });
  const contextFor = (origin: Origin): AppContext => {
    const run: Run = (useCase, input) => unitOfWork(origin, useCase, input);
    const { actor, requestId } = origin;
    return {
      ...ports,
      run,
      actor,
      requestId,
      config,
      log: origin.log ?? log,
      now: clock.now(),
      db: db(),
      processId: processes.identity.id,
      note: noteAs(notes, origin, clock.now),
    };
  };
  const processes = new ProcessRegistry({ lock: lifeLock(database), contextFor, log });
  const worker = createWorker({ tasks, contextFor, log, metrics, processes });
  const scheduler = createScheduler({ schedules, contextFor, log });
  let schema: Promise<GraphQLSchema> | undefined;
  return {
    config,
    log,
    clock,
    metrics,
    orm,
    ports,
    live,
    worker,
    scheduler,
    sessions,
    contextFor,
    watch,
    schema: () => (schema ??= openSchema()),
    close: async () => {
      await scheduler.stop();
      await worker.drain();
      // After all that writes, before the database: what was noted or counted is not lost.
      await watch.close();
      await live.close();
      ports.limits.close?.();
      await orm.close(true);
    },
  };
}

async function openSchema(): Promise<GraphQLSchema> {
  const [{ resolvers }, { createSchema }] = await Promise.all([
    import('./resolvers/index.ts'),
    import('./schema/schema.ts'),
  ]);
  return createSchema(resolvers);
}

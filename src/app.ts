import type { GraphQLSchema } from 'graphql';
import { entities } from './entities/index.ts';
import { openServices } from './adapters.ts';
import { openDemo } from './demo/open-demo.ts';
import { openHealth } from './composition/health.ts';
import { openSchema } from './composition/schema.ts';
import { metrics as domainMetrics, schedules, subscriptions, tasks } from './modules.ts';
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
import type { Health } from './services/platform/health.ts';
import { createMetrics, type Metrics } from './services/platform/metrics.ts';
import { lifeLock } from './services/platform/orm/life-lock.ts';
import { databaseOf, openOrm, type DatabaseSettings, type Orm } from './services/platform/orm/orm.ts';
import { ProcessRegistry } from './services/platform/processes/index.ts';
import type { AppContext, AppServices, Db, Run } from './services/platform/context.ts';
import { createScheduler, type Scheduler } from './services/platform/schedules.ts';
import { createUnitOfWork, type Origin } from './services/platform/unit-of-work.ts';

/** What a test may put in the place of the real thing. */
export interface Overrides {
  readonly clock?: Clock;
  readonly log?: Logger;
  readonly services?: Partial<AppServices>;
  readonly database?: DatabaseSettings;
}

export interface App {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly metrics: Metrics;
  readonly orm: Orm;
  /** For read queries. */
  readonly db: () => Db;
  /** The API, made when somebody first asks for it: workers and commands do without. */
  readonly schema: () => Promise<GraphQLSchema>;
  /** Who holds a token, and which sessions are still in force. */
  readonly sessions: SessionChecker;
  readonly services: AppServices;
  /** Live events of this process and, through Redis, of the others. */
  readonly live: LiveHub;
  /** How its parts are. */
  readonly health: Health;
  readonly worker: Worker;
  readonly scheduler: Scheduler;
  /** Records in the audit log who read or tried to read what. */
  readonly watch: AccessAuditor;
  /** The context of one request, job or command. */
  contextFor(origin: Origin): AppContext;
  close(): Promise<void>;
}

/** What everything else stands on: the clock, the log, the database, the services of the modules. */
async function openFoundation(config: Config, overrides: Overrides) {
  const clock = overrides.clock ?? wallClock;
  const lines = config.NODE_ENV === 'development' ? await readableLines() : undefined;
  const log = overrides.log ?? createLogger(config.LOG_LEVEL, lines);
  const database = overrides.database ?? databaseOf(config);
  const orm = await openOrm(database, [...entities], log);
  const services: AppServices = { ...(await openServices(config, clock)), ...overrides.services };
  const db = (): Db => orm.em.getKysely({ type: 'read' }) as unknown as Db;
  const metrics = createMetrics({
    registry: services.measures.registry,
    ambiguousDeliveries: () => countAmbiguousDeliveries(db()),
    dueJobs: () => measureJobs({ db: db(), now: clock.now() }),
    ofDomains: { definitions: domainMetrics, asked: () => ({ db: db(), now: clock.now() }) },
  });
  return { config, clock, log, database, orm, services, db, metrics, schema: openSchema };
}

/** The composition root: the only place that knows everybody. */
export async function createApp(config: Config, overrides: Overrides = {}): Promise<App> {
  const foundation = await openFoundation(config, overrides);
  const { clock, log, database, orm, services, db, metrics } = foundation;
  const asSystem: Run = (useCase, input) => unitOfWork({ actor: system, requestId: newId() }, useCase, input);
  const watched = createSessionChecker({ db, clock, accessTokens: services.accessTokens });
  const sessions = withApiTokens(watched, { db, clock, limits: services.limits, run: asSystem });
  const auditParts = { keys: services.auditKeys, ring: () => services.vault.ring() };
  const unitOfWork = createUnitOfWork({
    ...foundation,
    subscriptions,
    actorLock,
    auditLog: createAuditLog(auditParts),
    onCommitted: ({ live: publications, jobs }) => {
      sessions.onPublished(publications);
      live.publish(publications);
      if (jobs > 0) worker.nudge();
    },
  });
  const notes = createNotes(auditParts, unitOfWork);
  const watch = createAccessAuditor(notes);
  const live = createLiveHub({ db, log, redisUrl: config.REDIS_URL });
  const contextFor = (origin: Origin): AppContext => ({
    ...services,
    health,
    demo,
    actor: origin.actor,
    requestId: origin.requestId,
    log: origin.log ?? log,
    config,
    now: clock.now(),
    db: db(),
    run: (useCase, input) => unitOfWork(origin, useCase, input),
    signal: (topic, key, payload) => live.signal({ stream: `${topic.name}:${key}`, payload }),
    processId: processes.identity.id,
    note: noteAs(notes, origin, clock.now),
  });
  const health = openHealth({ orm, config, services, live, contextFor }, { clock, log });
  const demo = openDemo((actor) => contextFor({ actor, requestId: newId() }));
  const processes = new ProcessRegistry({ lock: lifeLock(database), contextFor, log });
  const worker = createWorker({ tasks, contextFor, log, metrics, processes });
  const scheduler = createScheduler({ schedules, contextFor, log });
  const close = closing({ ...foundation, scheduler, worker, watch, live });
  return { ...foundation, live, health, worker, scheduler, sessions, contextFor, watch, close };
}

/** Finishes what runs, then closes everything. */
const closing =
  (app: Pick<App, 'scheduler' | 'worker' | 'watch' | 'live' | 'services' | 'orm'>) => async (): Promise<void> => {
    await app.scheduler.stop();
    await app.worker.drain();
    // After all that writes, before the database: what was noted or counted is not lost.
    await app.watch.close();
    await app.live.close();
    app.services.limits.close?.();
    app.services.vault.close();
    await app.orm.close(true);
  };

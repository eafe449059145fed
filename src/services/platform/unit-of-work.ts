import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeadlockException,
  ForeignKeyConstraintViolationException,
  LockWaitTimeoutException,
  NotFoundError,
  OptimisticLockError,
} from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { fixMoment, markDemo, type Clock } from '../kernel/clock.ts';
import type { Config } from './config.ts';
import { crashPoint } from './crash-points.ts';
import { appendLive, type LivePublication } from './live/append.ts';
import type { Logger } from './logger.ts';
import { failureOf } from './orm/failures.ts';
import type { EntityManager, Orm } from './orm/orm.ts';
import { writeOutbox, type Outgoing } from './outbox.ts';
import type { TaskDefinition } from './task.ts';
import type { AuditRecord, RequestContext, TransactionContext, Subscription, UseCase } from './context.ts';

/** Enough for many concurrent writers of one row, even on a slow machine: the pauses grow, and are randomised. */
const attempts = 10;
const longestPauseMs = 60;

/** Writes the audit entries in the transaction of the action, and returns the jobs they cause; provided by the audit domain. */
export type AuditLog = (
  em: EntityManager,
  entries: readonly AuditRecord[],
  present: RequestContext,
) => Promise<Outgoing['jobs']>;

/** Guards a transaction against the erasure of its actor; provided by the identity domain. */
export interface ActorLock {
  /** Locks the actor's row until the commit, so that nothing is written about somebody who was erased meanwhile. */
  lock(em: EntityManager, actor: Actor): Promise<void>;
  /** Has the actor been erased? */
  isGone(em: EntityManager, actor: Actor): Promise<boolean>;
}

export interface UnitOfWorkParts {
  readonly orm: Orm;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Logger;
  readonly actorLock: ActorLock;
  readonly auditLog: AuditLog;
  readonly subscriptions: readonly Subscription[];
  /** Called after the transaction has returned; must not throw. */
  readonly onCommitted: (committed: { live: readonly LivePublication[]; jobs: number }) => void;
}

/** The actor and the request id; a job carries the id of the request that caused it. */
export interface Origin {
  readonly actor: Actor;
  readonly requestId: string;
  readonly log?: Logger;
}

/**
 * The unit of work: entities, events, jobs, live events and audit entries of one use case commit together or not at
 * all. Locks are taken in one order everywhere: the use case's own rows, its actor, live streams, the head of the audit log.
 */
export function createUnitOfWork(parts: UnitOfWorkParts) {
  return async function run<K extends keyof TransactionContext, I, O>(
    origin: Origin,
    useCase: UseCase<K, I, O>,
    input: I,
  ): Promise<O> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await attemptOnce(parts, origin, (tx) => useCase(tx, input));
      } catch (error) {
        if (!isRetryable(error)) throw await toDomainError(error, parts, origin);
        if (attempt === attempts) throw new DomainError('CONFLICT', {}, { cause: error });
        await sleep(Math.min(2 ** attempt, longestPauseMs) * (0.5 + Math.random()));
      }
    }
  };
}

async function attemptOnce<O>(
  parts: UnitOfWorkParts,
  origin: Origin,
  work: (tx: TransactionContext) => Promise<O>,
): Promise<O> {
  const present: RequestContext = {
    actor: origin.actor,
    requestId: origin.requestId,
    log: origin.log ?? parts.log,
    config: parts.config,
    now: parts.clock.now(),
  };
  const root = parts.orm.em.fork();
  inform(root, present);
  let written: Written = { live: [], jobs: 0 };
  const result = await root.transactional(async (transaction) => {
    const em = transaction as EntityManager;
    inform(em, present);
    const effects: Effects = { outgoing: { events: [], jobs: [] }, entries: [], publications: [] };
    const answer = await work(transactionContext(em, present, effects));
    await em.flush();
    crashPoint('after-flush');
    await parts.actorLock.lock(em, origin.actor);
    written = await writeEffects(em, effects, { parts, present });
    crashPoint('before-commit');
    return answer;
  });
  crashPoint('after-commit');
  parts.onCommitted(written);
  return result;
}

/** What entities ask their manager when they are created. */
function inform(manager: EntityManager | Orm['em'], { now, config }: RequestContext): void {
  fixMoment(manager, now);
  if (config.DEMO_MODE) markDemo(manager);
}

/** The effects of a use case beside its entities; collected while it runs, written before the commit. */
interface Effects {
  readonly outgoing: Outgoing;
  readonly entries: AuditRecord[];
  readonly publications: LivePublication[];
}

interface Written {
  readonly live: readonly LivePublication[];
  readonly jobs: number;
}

const transactionContext = (
  em: EntityManager,
  present: RequestContext,
  { outgoing, entries, publications }: Effects,
): TransactionContext => ({
  ...present,
  em,
  emit: (event, payload) => void outgoing.events.push({ event, payload }),
  enqueue: (task, payload, options) =>
    void outgoing.jobs.push({ task: task as TaskDefinition, payload, options: options ?? {} }),
  record: (entry) => void entries.push(entry),
  publish: (topic, key, payload) => void publications.push({ stream: `${topic.name}:${key}`, payload, seq: 0 }),
});

async function writeEffects(
  em: EntityManager,
  { outgoing, entries, publications }: Effects,
  { parts, present }: { parts: UnitOfWorkParts; present: RequestContext },
): Promise<Written> {
  let jobs = await writeOutbox(em, outgoing, { subscriptions: parts.subscriptions, present });
  const live = await appendLive(em, publications, present.now);
  crashPoint('before-audit-log');
  if (entries.length > 0) {
    const caused: Outgoing = { events: [], jobs: await parts.auditLog(em, entries, present) };
    jobs += await writeOutbox(em, caused, { subscriptions: [], present });
  }
  return { live, jobs };
}

/** Deadlocks, lock waits and lost updates; 1020 is MariaDB's snapshot conflict. */
const isRetryable = (error: unknown): boolean =>
  error instanceof DeadlockException ||
  error instanceof LockWaitTimeoutException ||
  error instanceof OptimisticLockError ||
  [1020, 1205, 1213].includes((error as { errno?: number }).errno ?? 0);

/**
 * A missing row may mean that the actor was erased during the request. A database that is full, damaged or unreachable
 * becomes a retryable error; its cause is logged here.
 */
async function toDomainError(
  error: unknown,
  { log, orm, actorLock }: UnitOfWorkParts,
  { actor, requestId }: Origin,
): Promise<unknown> {
  const isMissing = error instanceof NotFoundError || error instanceof ForeignKeyConstraintViolationException;
  if (isMissing)
    return (await actorLock.isGone(orm.em.fork() as EntityManager, actor))
      ? new DomainError('UNAUTHENTICATED', {}, { cause: error })
      : error;
  const code = failureOf(error);
  if (code === undefined) return error;
  log.error({ error, requestId }, 'the database failed');
  return new DomainError(code, {}, { cause: error });
}

import { setTimeout as sleep } from 'node:timers/promises';
import {
  DeadlockException,
  ForeignKeyConstraintViolationException,
  IsolationLevel,
  LockWaitTimeoutException,
  NotFoundError,
  OptimisticLockError,
} from '@mikro-orm/core';
import type { Actor } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { fixMoment, type Clock } from '../kernel/clock.ts';
import type { Config } from './config.ts';
import { crashPoint } from './crash-points.ts';
import { appendLive, type LivePublication } from './live/append.ts';
import type { Logger } from './logger.ts';
import { failureOf } from './orm/failures.ts';
import type { EntityManager, Orm } from './orm/orm.ts';
import { writeOutbox, type Outgoing } from './outbox.ts';
import type { TaskDefinition } from './task.ts';
import type { AuditRecord, RequestContext, TransactionContext, Subscription, UseCase } from './context.ts';

/** Enough for a crowd on one row, even on a slow machine: each waits a little longer, and not as long as its neighbour. */
const attempts = 10;
const longestPauseMs = 60;

/** Writes the journal's entries in the transaction of the deed, and says what is to be done about them; given by the audit domain. */
export type AuditLog = (
  em: EntityManager,
  entries: readonly AuditRecord[],
  present: RequestContext,
) => Promise<Outgoing['jobs']>;

/** Whether the people of a transaction are still there; given by the identity domain. */
export interface ActorLock {
  /** Holds them until the commit, so that nothing is written of somebody who was erased meanwhile. */
  hold(em: EntityManager, actor: Actor): Promise<void>;
  /** Has whoever acts gone for good? */
  isGone(em: EntityManager, actor: Actor): Promise<boolean>;
}

export interface UnitOfWorkParts {
  readonly orm: Orm;
  readonly clock: Clock;
  readonly config: Config;
  readonly log: Logger;
  readonly actorLock: ActorLock;
  readonly journal: AuditLog;
  readonly subscriptions: readonly Subscription[];
  /** Told after the transaction has returned; must not throw. */
  readonly onCommitted: (committed: { live: readonly LivePublication[]; jobs: number }) => void;
}

/** Who asks, and under which request; a job carries the request that caused it. */
export interface Origin {
  readonly actor: Actor;
  readonly requestId: string;
  readonly log?: Logger;
}

/**
 * The unit of work: entities, events, jobs, live events and journal entries of one use case commit together or not at
 * all. Locks are taken in one order everywhere: the use case's own rows, its people, live streams, then the journal's head.
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
  const told: Outgoing = { events: [], jobs: [] };
  const entries: AuditRecord[] = [];
  let live: LivePublication[] = [];
  const root = parts.orm.em.fork();
  fixMoment(root, present.now);
  let jobs = 0;
  const result = await root.transactional(
    async (transaction) => {
      const em = transaction as EntityManager;
      fixMoment(em, present.now);
      const publications: LivePublication[] = [];
      const answer = await work({
        ...present,
        em,
        emit: (event, payload) => void told.events.push({ event, payload }),
        enqueue: (task, payload, options) =>
          void told.jobs.push({ task: task as TaskDefinition, payload, options: options ?? {} }),
        record: (entry) => void entries.push(entry),
        publish: (topic, key, payload) => void publications.push({ stream: `${topic.name}:${key}`, payload, seq: 0 }),
      });
      await em.flush();
      crashPoint('after-flush');
      await parts.actorLock.hold(em, origin.actor);
      jobs = await writeOutbox(em, told, { subscriptions: parts.subscriptions, present });
      live = await appendLive(em, publications, present.now);
      crashPoint('before-journal');
      if (entries.length > 0)
        jobs += await writeOutbox(
          em,
          { events: [], jobs: await parts.journal(em, entries, present) },
          { subscriptions: [], present },
        );
      crashPoint('before-commit');
      return answer;
    },
    { isolationLevel: IsolationLevel.READ_COMMITTED },
  );
  crashPoint('after-commit');
  parts.onCommitted({ live, jobs });
  return result;
}

/** Deadlocks, lock waits and lost updates pass when tried again; 1020 is MariaDB's snapshot conflict. */
const isRetryable = (error: unknown): boolean =>
  error instanceof DeadlockException ||
  error instanceof LockWaitTimeoutException ||
  error instanceof OptimisticLockError ||
  [1020, 1205, 1213].includes((error as { errno?: number }).errno ?? 0);

/**
 * A row that is not there may be missing because whoever asks was erased a moment ago. A database that is full, broken or
 * away is a refusal that may be tried again; what happened is written down here.
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

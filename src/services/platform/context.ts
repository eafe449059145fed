import type { Kysely } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../../entities/index.ts';
import type { Actor } from '../access/actor.ts';
import type { AuditAction, AuditSeverity, AuditTarget } from '../kernel/audit-actions.ts';
import type { Adapters } from './adapters.ts';
import type { Config } from './config.ts';
import type { Demo } from './demo.ts';
import type { DerivedSecrets } from './derived-secrets.ts';
import type { Health } from './health.ts';
import type { Logger } from './logger.ts';
import type { Measures } from './measures.ts';
import type { TaskDefinition } from './task.ts';
import type { EntityManager } from './orm/orm.ts';
import type { PersonalData } from './personal-data.ts';
import type { RateLimits } from './rate-limits.ts';
import type { RetentionClass } from './retention.ts';

/** A domain event: its name (`order.paid`) and the shape of its payload, which holds ids and never personal values. */
export interface EventType<P = unknown> {
  readonly name: string;
  readonly payload: z.ZodType<P>;
}

export interface JobOptions {
  readonly runAt?: Date;
  /** Over the kind's own. */
  readonly priority?: number;
  /** Two jobs of one key are one job. */
  readonly dedupeKey?: string;
}

/** A kind of live event: the GraphQL subscription's name. Its stream is `<topic>:<key>`. */
export interface LiveTopic {
  readonly name: string;
  readonly isPassing?: never;
}

/** The same, but what is sent on it passes, and is stored nowhere: see `AppContext.signal`. */
export interface PassingTopic {
  readonly name: string;
  readonly isPassing: true;
}

/** An entry for the audit log. `payload` holds ids, states and amounts, never names, addresses or texts. */
export interface AuditRecord {
  /** An action of kernel/audit-actions.ts, which also gives the defaults of the other properties. */
  readonly action: AuditAction;
  readonly targetType?: AuditTarget;
  readonly targetId?: string | null;
  readonly severity?: AuditSeverity;
  readonly outcome?: 'SUCCESS' | 'FAILURE';
  /** Who did it, where a job does it for somebody; whoever acts unless said. */
  readonly actor?: Actor;
  readonly payload?: Readonly<Record<string, unknown>>;
  /**
   * Personal text shown with the entry. Encrypted under that person's key, stored apart, and erased with the person.
   */
  readonly personal?: PersonalValues;
  /** Called with the number of the entry once it is written, in the same transaction: for a row that names its entry. */
  readonly numbered?: (seq: number) => Promise<void>;
}

export interface PersonalValues {
  /** Whose values they are. */
  readonly subjectId: string;
  /** What the target is called, a file name for instance. */
  readonly values: Readonly<Record<string, string>>;
}

/** What every entry point and every task knows about the current request or job. */
export interface RequestContext {
  readonly actor: Actor;
  /** The present instant, the same throughout one unit of work. */
  readonly now: Date;
  readonly requestId: string;
  readonly log: Logger;
  readonly config: Config;
}

/** What a use case can require: everything here belongs to one transaction. */
export interface TransactionContext extends RequestContext {
  /** The unit of work. Changes to loaded entities are written at commit. */
  readonly em: EntityManager;
  /** Emits a domain event: one job per subscriber is written in this transaction. */
  emit<P>(event: EventType<P>, payload: P): void;
  /** Queues a piece of work, written in this transaction. */
  enqueue<P>(task: TaskDefinition<P>, payload: P, options?: JobOptions): void;
  /** Appends to the audit log in this transaction. */
  record(entry: AuditRecord): void;
  /** Appends to a stream of live events, published once the transaction has returned. */
  publish(topic: LiveTopic, key: string, payload: Readonly<Record<string, unknown>>): void;
}

/** `Tx<'em' | 'now'>`: the parts of the transaction context that a use case needs; a test passes a literal. */
export type Tx<K extends keyof TransactionContext> = Pick<TransactionContext, K>;

/** A use case: one transaction. Load, check the policy, change, emit. */
export type UseCase<K extends keyof TransactionContext, I, O> = (tx: Tx<K>, input: I) => Promise<O>;

/** Runs a use case in its own transaction, and retries it after a deadlock or a lost update. */
export type Run = <K extends keyof TransactionContext, I, O>(useCase: UseCase<K, I, O>, input: I) => Promise<O>;

export type Note = (entry: AuditRecord) => Promise<void>;

export type Db = Kysely<Tables>;

/** What read queries use: plain rows, outside any transaction. */
export interface ReadContext {
  readonly db: Db;
  readonly actor: Actor;
  readonly now: Date;
}

/**
 * What an operation needs: work that spans several transactions or calls external services (a payment session, a file
 * being stored). Never used inside a transaction. A domain that offers a service to operations adds it to this
 * interface in its own `context.ts`; an operation asks for the members it uses (`Pick<AppContext, 'run' | 'vault'>`).
 */
export interface AppContext extends RequestContext, ReadContext, Adapters {
  readonly run: Run;
  /** Passes something on to whoever listens now, in every process: stored nowhere, without a number. */
  readonly signal: (topic: PassingTopic, key: string, payload: Readonly<Record<string, unknown>>) => void;
  /** The id of this process in the registry of processes, as its leases name it; null where no lease is taken. */
  readonly processId: string | null;
  /**
   * Writes an audit entry that belongs to no transaction: a read access, a refusal. Written in batches a few
   * milliseconds later; resolves when it is committed.
   */
  readonly note: Note;
  /** How the parts of the system are. */
  readonly health: Health;
  readonly demo: Demo;
  /** Secrets that are made again instead of being stored. */
  readonly derived: DerivedSecrets;
  readonly limits: RateLimits;
  /** What the domains count and time as it happens, for Prometheus. */
  readonly measures: Measures;
  /** The personal data of each module, in the order of an erasure. */
  readonly personalData: readonly PersonalData[];
  /** Every retention class, in the order of a retention run. */
  readonly retention: readonly RetentionClass[];
}

/** What the composition root opens once: all of the context that does not belong to one request. */
export type AppServices = Omit<
  AppContext,
  keyof RequestContext | keyof ReadContext | 'run' | 'signal' | 'processId' | 'note' | 'health' | 'demo'
>;

/** An operation: outside any transaction; opens its own by `run`. */
export type Operation<K extends keyof AppContext, I, O> = (ctx: Pick<AppContext, K>, input: I) => Promise<O>;

/** Subscribes a task to an event; each subscription has its own retries and its own dead letter. */
export interface Subscription {
  readonly event: EventType;
  readonly task: TaskDefinition;
}

/** The task of a subscription takes the payload of its event. */
export const subscribe = <E extends P, P>(event: EventType<E>, task: TaskDefinition<P>): Subscription => ({
  event: event as EventType,
  task: task as TaskDefinition,
});

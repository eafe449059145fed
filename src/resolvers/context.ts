import DataLoader from 'dataloader';
import type { Actor } from '../services/access/actor.ts';
import { requireFeature, type FeatureUse } from '../services/billing/index.ts';
import { DomainError } from '../services/kernel/errors.ts';
import type { PlanFeature } from '../services/kernel/plans.ts';
import type { LimitedContext } from './graphql/parts.ts';
import type { Note, Operation, ReadContext, Run, AppContext } from '../services/platform/context.ts';

/**
 * The context of every resolver: the actor, and access to use cases and read queries. Built per request, and per event
 * on a socket.
 */
export interface Context extends LimitedContext {
  readonly actor: Actor;
  readonly requestId: string;
  /** The application's, for local dates. */
  readonly timeZone: string;
  /** Records a read access in the audit log. */
  readonly note: Note;
  /** Runs a use case in a transaction. */
  readonly run: Run;
  /** Performs an operation: several transactions, or the outside. */
  readonly perform: <K extends keyof AppContext, I, O>(operation: Operation<K, I, O>, input: I) => Promise<O>;
  /** For read queries. */
  readonly read: ReadContext;
  /** Refuses a caller whose plan does not include a feature. */
  readonly requireFeature: (feature: PlanFeature, use: FeatureUse) => Promise<void>;
}

/** The context of one request, with the request's limits. */
export const createContext = (ctx: AppContext, { time, budget, moment }: LimitedContext): Context => ({
  actor: ctx.actor,
  requestId: ctx.requestId,
  run: ctx.run,
  read: ctx,
  requireFeature: (feature, use) => requireFeature(ctx, feature, use),
  note: ctx.note,
  timeZone: ctx.config.TIME_ZONE,
  time,
  budget,
  perform: (operation, input) => operation(ctx, input),
  ...(moment === undefined ? {} : { moment }),
});

/** Loads many rows by their ids in one query; missing rows are absent from the map. */
export type Batch<V> = (ctx: ReadContext, ids: readonly string[]) => Promise<ReadonlyMap<string, V>>;

const loaders = new WeakMap<Context, Map<unknown, DataLoader<string, unknown>>>();

function loaderOf<V>(context: Context, batch: Batch<V>): DataLoader<string, V | undefined> {
  const own = loaders.get(context) ?? new Map<unknown, DataLoader<string, unknown>>();
  loaders.set(context, own);
  const known =
    own.get(batch) ??
    new DataLoader<string, unknown>(async (ids) => {
      const found = await batch(context.read, ids);
      return ids.map((id) => found.get(id));
    });
  own.set(batch, known);
  return known as DataLoader<string, V | undefined>;
}

/** One row by id, batched with the others of the same request; undefined when there is none. */
export const loadOne = <V>(context: Context, batch: Batch<V>, id: string): Promise<V | undefined> =>
  loaderOf(context, batch).load(id);

const largestBatch = 500;
const together = new WeakMap<LimitedContext, Map<unknown, DataLoader<string, unknown>>>();

/**
 * One row by id, read together with those for other subscribers of the same event. The batch reads as the actor
 * `SYSTEM`: the caller must check the row against the actor. Nothing is cached: each event is sent with the current
 * state.
 */
export function loadTogether<V>(context: Context, batch: Batch<V>, id: string): Promise<V | undefined> {
  const moment = (context.moment ?? context) as Context;
  const own = together.get(moment) ?? new Map<unknown, DataLoader<string, unknown>>();
  together.set(moment, own);
  const known =
    own.get(batch) ??
    new DataLoader<string, unknown>(
      async (ids) => {
        const found = await batch(moment.read, [...new Set(ids)]);
        return ids.map((one) => found.get(one));
      },
      { cache: false, maxBatchSize: largestBatch },
    );
  own.set(batch, known);
  return known.load(id) as Promise<V | undefined>;
}

/** The same as `loadOne`, for a row that must be there. */
export async function loadSure<V>(context: Context, batch: Batch<V>, id: string): Promise<V> {
  const row = await loadOne(context, batch, id);
  if (row === undefined) throw new DomainError('NOT_FOUND');
  return row;
}

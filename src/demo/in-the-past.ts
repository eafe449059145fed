import { system, type Actor } from '../services/access/actor.ts';
import { fixMoment, type Clock } from '../services/kernel/clock.ts';
import type { AppContext, Run, Subscription, TransactionContext } from '../services/platform/context.ts';
import type { Task } from '../services/platform/task.ts';

/** A clock that is put to the instant of each step. */
export interface PastClock extends Clock {
  set(instant: Date): void;
}

export function pastClock(): PastClock {
  let at = new Date(0);
  return { now: () => at, set: (instant) => (at = instant) };
}

export interface Past {
  readonly clock: PastClock;
  /** The application as it is now. */
  readonly present: (actor: Actor) => AppContext;
  /** Providers that live by the same clock. */
  readonly payments: AppContext['payments'];
  readonly tasks: readonly Task[];
  readonly subscriptions: readonly Subscription[];
}

/** Nobody is written to about what never happened: of what follows a step, this is left out. */
const written: ReadonlySet<string> = new Set([
  'billing.tell-invoice-ready',
  'billing.tell-payment-failed',
  'messaging.tell-about-message',
  'orders.tell-order-delivered',
  'orders.tell-order-paid',
]);
const isToSomebody = (kind: string): boolean =>
  written.has(kind) || /\.(alert|mail|notify|remind|send|warn)-/.test(kind);

interface Follower {
  readonly kind: string;
  readonly payload: unknown;
}

/**
 * The application at the instant of a clock: use cases take that for now, and what follows their commits follows at once instead of
 * by a job, which would be done today. Only the audit log says when it was really written.
 */
export const inThePast =
  (past: Past) =>
  (actor: Actor): AppContext => {
    const ctx = past.present(actor);
    return { ...ctx, now: past.clock.now(), payments: past.payments, run: runIn(past, ctx) };
  };

function runIn(past: Past, ctx: AppContext): Run {
  const doers = new Map(past.tasks.map((task) => [task.definition.kind, task]));
  return async (useCase, input) => {
    let followers: Follower[] = [];
    const answer = await ctx.run((tx: TransactionContext, given: typeof input) => {
      followers = [];
      return useCase(movedBack(tx, past, followers), given);
    }, input);
    for (const { kind, payload } of followers)
      if (!isToSomebody(kind)) await doers.get(kind)?.run(inThePast(past)(system), payload);
    return answer;
  };
}

function movedBack(tx: TransactionContext, past: Past, followers: Follower[]): TransactionContext {
  const now = past.clock.now();
  fixMoment(tx.em, now);
  return {
    ...tx,
    now,
    emit: (event, payload) => {
      for (const { event: heard, task } of past.subscriptions)
        if (heard.name === event.name) followers.push({ kind: task.kind, payload });
    },
    enqueue: ({ kind }, payload, options) => {
      if ((options?.runAt ?? now) <= now) followers.push({ kind, payload });
    },
    publish: () => undefined,
  };
}

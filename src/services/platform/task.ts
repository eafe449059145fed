import type { z } from 'zod';
import type { AppContext } from './context.ts';

/** How a kind of work is queued and tried. */
export interface TaskOptions {
  /** Lower runs first; default 100. */
  readonly priority?: number;
  /** Default 8. */
  readonly maxAttempts?: number;
  /** An attempt that takes longer is abandoned and counts as failed; default 300. */
  readonly timeoutSeconds?: number;
  /** How many jobs of this kind one process runs at once; limited only by the worker's concurrency by default. */
  readonly atOnce?: number;
}

/** A kind of work done after commit, at least once: its name, as `job.kind` stores it, and the shape of its payload. */
export interface TaskDefinition<P = unknown, N extends string = string> extends TaskOptions {
  readonly kind: N;
  readonly payload: z.ZodType<P>;
}

/** `defineTask('billing.print-invoice', z.object({ invoiceId: z.uuid() }))`. The payload holds ids, not values of persons. */
export const defineTask = <P, const N extends string>(
  kind: N,
  payload: z.ZodType<P>,
  options: TaskOptions = {},
): TaskDefinition<P, N> => ({ kind, payload, ...options });

declare const taskName: unique symbol;

/** The payload of a task, which carries the name of the task in its type: two tasks of one shape are not mixed up. */
export type PayloadOf<T extends { readonly kind: string; readonly payload: z.ZodType }> = z.output<T['payload']> & {
  readonly [taskName]?: T['kind'];
};

/** Some work and what does it. It may run more than once (a crash after the work and before it is noted): idempotent by key. */
export interface Task {
  readonly definition: TaskDefinition;
  run(ctx: AppContext, payload: unknown): Promise<void>;
}

/** A handler without a declared payload would fit every task with that payload. */
type NamedHandler<H> = H extends (ctx: never, payload: infer P) => unknown
  ? typeof taskName extends keyof P
    ? H
    : never
  : never;

/**
 * Connects a task with its handler, an operation that runs as the actor `SYSTEM`. The handler takes `PayloadOf<typeof
 * task>`: swapping the handlers of two tasks does not compile, whatever their payloads look like.
 */
export function implementTask<
  P,
  N extends string,
  H extends (ctx: AppContext, payload: P & { readonly [taskName]?: N }) => Promise<unknown>,
>(definition: TaskDefinition<P, N>, handler: H & NamedHandler<H>): Task {
  return {
    definition: definition as TaskDefinition,
    run: async (ctx, payload) => void (await handler(ctx, payload as P & { readonly [taskName]?: N })),
  };
}

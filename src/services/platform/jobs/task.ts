import type { JobType, AppContext } from '../context.ts';

/**
 * The handler of a kind of job: an operation, run as the actor `SYSTEM`. It may run more than once (after a crash
 * between the work and its commit), so it must be idempotent by key.
 */
export interface Task<P = unknown> {
  readonly job: JobType<P>;
  run(ctx: AppContext, payload: P): Promise<void>;
}

/** Ties a kind of job to what does it; the payload's type is checked here. */
export const task = <P>(job: JobType<P>, run: (ctx: AppContext, payload: P) => Promise<void>): Task => ({
  job: job as JobType,
  run: (ctx, payload) => run(ctx, payload as P),
});

/** Thrown by a task that knows when to retry (`Retry-After`): overrides the back-off. Counts as an attempt. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly delayMs: number;

  constructor(delayMs: number, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.delayMs = delayMs;
  }
}

/** Thrown by a task that can never succeed: the job becomes a dead letter at once. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}

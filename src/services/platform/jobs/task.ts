import type { JobType, AppContext } from '../context.ts';

/**
 * What is done for a kind of job: an operation, run as the house itself. It may run more than once (a crash after the
 * work and before it is noted), so it must be idempotent by key.
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

/** Thrown by a task that knows when to try again (`Retry-After`): overrides the back-off. Counts as an attempt. */
export class RetryLater extends Error {
  override readonly name = 'RetryLater';
  readonly delayMs: number;

  constructor(delayMs: number, reason: string, options?: ErrorOptions) {
    super(reason, options);
    this.delayMs = delayMs;
  }
}

/** Thrown by a task that will never succeed: the job goes to the dead letters at once. */
export class GiveUp extends Error {
  override readonly name = 'GiveUp';
}

import { crashPoint } from '../crash-points.ts';
import type { Logger } from '../logger.ts';
import type { Metrics } from '../metrics.ts';
import type { AppContext } from '../context.ts';
import type { ClaimedJob } from './claim.ts';
import { completeJob, recordFailure, type Outcome } from './outcomes.ts';
import type { Task } from '../task.ts';
import { GiveUp } from './retry.ts';

export interface AttemptParts {
  readonly contextFor: () => AppContext;
  readonly log: Logger;
  readonly metrics: Metrics;
}

const usualTimeoutSeconds = 300;

/** One attempt at one job: does the work, writes the outcome under the lease's token, leaves one line in the log. */
export async function attemptJob(parts: AttemptParts, task: Task, job: ClaimedJob): Promise<void> {
  const startedAt = performance.now();
  const ctx = parts.contextFor();
  const log = ctx.log.child({
    job: job.id,
    kind: job.kind,
    attempt: job.attempt,
    requestId: ctx.requestId,
  });
  crashPoint('job-claimed');
  const failure = await work({ ...ctx, log }, task, job);
  crashPoint('job-ran');
  const outcome =
    failure === null ? await ctx.run(completeJob, job) : await ctx.run(recordFailure, { job, error: failure.error });
  crashPoint('job-recorded');
  parts.metrics.jobs.inc({ kind: job.kind, outcome: outcome.toLowerCase() });
  log[levels[outcome]](
    {
      outcome,
      ms: Math.round(performance.now() - startedAt),
      waitedMs: ctx.now.getTime() - job.runAt.getTime(),
      ...(failure === null ? {} : { error: failure.error }),
    },
    lines[outcome],
  );
}

const levels = { COMPLETED: 'info', POSTPONED: 'warn', DEAD: 'error', REFUSED: 'warn' } as const satisfies Record<
  Outcome,
  string
>;

const lines: Record<Outcome, string> = {
  COMPLETED: 'job',
  POSTPONED: 'job postponed',
  DEAD: 'job dead: an admin must retry it',
  REFUSED: 'job outcome refused: the lease ran out and another process has it',
};

/** Does the work; null when it is done. */
async function work(ctx: AppContext, task: Task, job: ClaimedJob): Promise<{ error: unknown } | null> {
  try {
    // Attempts are counted when a job is claimed: a job beyond its last attempt has crashed its process each time.
    if (job.attempt > job.maxAttempts) throw new GiveUp('The process died or hung at each attempt');
    const payload = task.definition.payload.safeParse(job.payload);
    if (!payload.success) throw new GiveUp('The payload does not match this kind of job', { cause: payload.error });
    await within(task.definition.timeoutSeconds ?? usualTimeoutSeconds, task.run(ctx, payload.data));
    return null;
  } catch (error) {
    return { error };
  }
}

/** A job that hangs must not block its slot: it is abandoned, and its lease token makes later writes of it fail. */
async function within(seconds: number, running: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`Not done after ${seconds} s`)), seconds * 1_000);
  });
  try {
    await Promise.race([running, late]);
  } finally {
    clearTimeout(timer);
  }
}

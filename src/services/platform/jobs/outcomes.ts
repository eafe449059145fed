import { z } from 'zod';
import { describeError } from '../logger.ts';
import { writing } from '../orm/values.ts';
import type { EventType, Tx } from '../context.ts';
import { askedDelayMs, backoffMs } from './backoff.ts';
import type { ClaimedJob } from './claim.ts';
import { GiveUp, RetryLater } from './retry.ts';

/** A job became a dead letter: an admin must handle it. */
export const jobDied: EventType<{ jobId: string; kind: string; attempts: number }> = {
  name: 'job.died',
  payload: z.object({ jobId: z.string(), kind: z.string(), attempts: z.int() }),
};

/** How an attempt ended; `REFUSED` when the lease was no longer ours: a late writer changes nothing. */
export type Outcome = 'COMPLETED' | 'POSTPONED' | 'DEAD' | 'REFUSED';

type Lease = Pick<ClaimedJob, 'id' | 'owner'>;

/** Every end of a lease is one statement that only its owner's token can make. */
async function endLease({ em }: Tx<'em'>, { id, owner }: Lease, end: Ending): Promise<boolean> {
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('job')
    .set({ ...end, owner: null, process_id: null, lease_until: null })
    .where('id', '=', id)
    .where('owner', '=', owner)
    .where('state', '=', 'RUNNING')
    .executeTakeFirst();
  return Number(numUpdatedRows) === 1;
}

type Ending =
  | { state: 'COMPLETED'; finished_at: Date; last_error: null }
  | { state: 'FAILED'; finished_at: Date; last_error: string }
  | { state: 'RETRYING'; run_at: Date; last_error: string; attempts?: number };

export async function completeJob(tx: Tx<'em' | 'now'>, job: Lease): Promise<Outcome> {
  const isOurs = await endLease(tx, job, { state: 'COMPLETED', finished_at: tx.now, last_error: null });
  return isOurs ? 'COMPLETED' : 'REFUSED';
}

/** After a failed attempt: schedules the next one, or makes the job a dead letter, with an event and an audit entry. */
export async function recordFailure(
  tx: Tx<'em' | 'now' | 'emit' | 'record'>,
  { job, error }: { job: ClaimedJob; error: unknown },
): Promise<Outcome> {
  const last_error = reasonOf(error);
  if (error instanceof GiveUp || job.attempt >= job.maxAttempts) return bury(tx, job, last_error);
  const delay = error instanceof RetryLater ? askedDelayMs(error.delayMs) : backoffMs(job.attempt, Math.random());
  const run_at = new Date(tx.now.getTime() + delay);
  return (await endLease(tx, job, { state: 'RETRYING', run_at, last_error })) ? 'POSTPONED' : 'REFUSED';
}

async function bury(tx: Tx<'em' | 'now' | 'emit' | 'record'>, job: ClaimedJob, last_error: string): Promise<Outcome> {
  if (!(await endLease(tx, job, { state: 'FAILED', finished_at: tx.now, last_error }))) return 'REFUSED';
  const payload = { jobId: job.id, kind: job.kind, attempts: job.attempt };
  tx.record({
    action: 'JOB_FAILED',
    targetType: 'job',
    targetId: job.id,
    severity: 'CRITICAL',
    outcome: 'FAILURE',
    payload,
  });
  // A notification about a dead letter that is a dead letter itself must not be notified in the same way, endlessly.
  if (!(await cameFrom(tx, job, jobDied.name))) tx.emit(jobDied, payload);
  return 'DEAD';
}

async function cameFrom({ em }: Tx<'em'>, { eventId }: ClaimedJob, name: string): Promise<boolean> {
  if (eventId === null) return false;
  const event = await writing(em)
    .db.selectFrom('outbox_event')
    .select('name')
    .where('id', '=', eventId)
    .executeTakeFirst();
  return event?.name === name;
}

/** Releases leases unused, when the process stops before their work is done: the attempt does not count. */
export async function releaseJobs(tx: Tx<'em' | 'now'>, jobs: readonly ClaimedJob[]): Promise<number> {
  let released = 0;
  for (const job of jobs) {
    const back = {
      state: 'RETRYING',
      run_at: tx.now,
      last_error: 'The process stopped',
      attempts: job.attempt - 1,
    } as const;
    if (await endLease(tx, job, back)) released += 1;
  }
  return released;
}

/** Renews leases while their jobs run; returns how many are still ours. */
export async function renewLeases(
  { em, now }: Tx<'em' | 'now'>,
  { jobs, leaseMs }: { jobs: readonly Lease[]; leaseMs: number },
): Promise<number> {
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('job')
    .set({ lease_until: new Date(now.getTime() + leaseMs) })
    .where(
      'id',
      'in',
      jobs.map(({ id }) => id),
    )
    .where(
      'owner',
      'in',
      jobs.map(({ owner }) => owner),
    )
    .where('state', '=', 'RUNNING')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** One line, without the values an error may carry. */
const reasonOf = (error: unknown): string => String(describeError(error)['message']).slice(0, 500);

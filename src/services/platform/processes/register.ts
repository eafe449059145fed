import { sql } from 'kysely';
import { crashPoint } from '../crash-points.ts';
import { backoffMs } from '../jobs/backoff.ts';
import { dialectOfManager, heldForUpdate, heldInShare, writing } from '../orm/values.ts';
import type { Tx } from '../context.ts';

export interface ProcessIdentity {
  readonly id: string;
  readonly host: string;
  readonly pid: number;
}

/** Writes that this process works here. Done twice, it is done once. */
export async function enrol({ em, now }: Tx<'em' | 'now'>, { id, host, pid }: ProcessIdentity): Promise<void> {
  const insert = writing(em)
    .db.insertInto('running_process')
    .values({ id, host: host.slice(0, 255), pid, started_at: now, heartbeats: 0, last_seen_at: now });
  await (
    dialectOfManager(em) === 'mysql'
      ? insert.onDuplicateKeyUpdate({ id: sql`id` })
      : insert.onConflict((conflict) => conflict.column('id').doNothing())
  ).execute();
}

/**
 * Locks the row of this process until the commit, and writes it again when others took the process for dead: what it
 * claims from now on is then not released by others.
 */
export async function stayEnrolled(tx: Tx<'em' | 'now'>, identity: ProcessIdentity): Promise<void> {
  const { db, dialect } = writing(tx.em);
  const row = await heldInShare(
    db.selectFrom('running_process').select('id').where('id', '=', identity.id),
    dialect,
  ).executeTakeFirst();
  if (row === undefined) await enrol(tx, identity);
}

/** Writes the heartbeat of this process. */
export async function beat(tx: Tx<'em' | 'now'>, identity: ProcessIdentity): Promise<void> {
  const { numUpdatedRows } = await writing(tx.em)
    .db.updateTable('running_process')
    .set((eb) => ({ heartbeats: eb('heartbeats', '+', 1), last_seen_at: tx.now }))
    .where('id', '=', identity.id)
    .executeTakeFirst();
  if (Number(numUpdatedRows) === 0) await enrol(tx, identity);
}

/** A clean end: this process holds no lease any more. */
export async function leave({ em }: Tx<'em'>, { id }: { id: string }): Promise<void> {
  await writing(em).db.deleteFrom('running_process').where('id', '=', id).execute();
}

export interface DeadProcess {
  readonly id: string;
  /** What was last seen of it: if it has written a heartbeat since, it is running. */
  readonly heartbeats: number;
}

/**
 * Releases what a dead process had leased: its jobs are due at once, or a little later when a process has crashed under
 * them before, so that a job that kills its process does not take all processes down in turn. Its attempts stay
 * counted. Returns how many jobs; -1 when the process is running after all, or another process was faster.
 */
export async function giveBack({ em, now }: Tx<'em' | 'now'>, { id, heartbeats }: DeadProcess): Promise<number> {
  const { db, dialect } = writing(em);
  const { numDeletedRows } = await db
    .deleteFrom('running_process')
    .where('id', '=', id)
    .where('heartbeats', '=', heartbeats)
    .executeTakeFirst();
  if (Number(numDeletedRows) !== 1) return -1;
  const jobs = await heldForUpdate(
    db.selectFrom('job').select(['id', 'attempts']).where('state', '=', 'RUNNING').where('process_id', '=', id),
    dialect,
  ).execute();
  for (const job of jobs) {
    const delay = job.attempts < 2 ? 0 : backoffMs(job.attempts - 1, Math.random());
    await db
      .updateTable('job')
      .set({
        state: 'RETRYING',
        run_at: new Date(now.getTime() + delay),
        owner: null,
        process_id: null,
        lease_until: null,
        last_error: 'The process died',
      })
      .where('id', '=', job.id)
      .execute();
  }
  crashPoint('process-given-back');
  return jobs.length;
}

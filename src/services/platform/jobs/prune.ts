import { z } from 'zod';
import { writing } from '../orm/values.ts';
import type { JobType, Needs, Surroundings } from '../scope.ts';
import { task, type Task } from './task.ts';

const day = 24 * 3_600 * 1_000;

/** How long the machinery remembers, in days (entities' docstrings). */
const kept = { jobs: 30, events: 30, live: 7, scheduleRuns: 90 } as const;

/** Rows removed in one transaction: short enough that nobody waits behind it. */
const batch = 500;

export const pruneJob: JobType<Record<string, never>> = { kind: 'platform.prune', payload: z.object({}), priority: 900, maxAttempts: 3 };

/** Forgets finished jobs, events whose jobs are all forgotten, live events and past schedule runs. Repeated safely. */
export const pruneTask: Task = task(pruneJob, async ({ run, log }: Surroundings) => {
  const removed = { jobs: 0, events: 0, live: 0, scheduleRuns: 0 };
  for (const [what, prune] of Object.entries(prunes) as [keyof typeof removed, Prune][]) {
    for (let gone = batch; gone === batch;) removed[what] += gone = await run(prune, undefined);
  }
  log.info({ removed }, 'pruned');
});

type Prune = (needs: Needs<'em' | 'now'>, input: undefined) => Promise<number>;

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * day);

const prunes: Record<keyof typeof kept, Prune> = {
  async jobs({ em, now }) {
    const { db } = writing(em);
    // Dead letters stay until somebody has dealt with them.
    const rows = await db.selectFrom('job').select('id').where('state', 'in', ['COMPLETED', 'CANCELLED'])
      .where('finished_at', '<', before(now, kept.jobs)).limit(batch).execute();
    if (rows.length > 0) await db.deleteFrom('job').where('id', 'in', rows.map(({ id }) => id)).execute();
    return rows.length;
  },
  async events({ em, now }) {
    const { db } = writing(em);
    const rows = await db.selectFrom('outbox_event').select('id').where('created_at', '<', before(now, kept.events))
      .where((eb) => eb.not(eb.exists(eb.selectFrom('job').select('job.id').whereRef('job.event_id', '=', 'outbox_event.id'))))
      .limit(batch).execute();
    if (rows.length > 0) await db.deleteFrom('outbox_event').where('id', 'in', rows.map(({ id }) => id)).execute();
    return rows.length;
  },
  async live({ em, now }) {
    const { db } = writing(em);
    const rows = await db.selectFrom('live_event').select(['stream', 'seq']).where('created_at', '<', before(now, kept.live)).limit(batch).execute();
    const ends = new Map<string, number>();
    for (const { stream, seq } of rows) ends.set(stream, Math.max(ends.get(stream) ?? 0, Number(seq)));
    // From the beginning of each stream up to a place: what is kept has no hole.
    for (const [stream, seq] of ends) await db.deleteFrom('live_event').where('stream', '=', stream).where('seq', '<=', seq).execute();
    return rows.length;
  },
  async scheduleRuns({ em, now }) {
    const { numDeletedRows } = await writing(em).db.deleteFrom('schedule_run').where('due_at', '<', before(now, kept.scheduleRuns)).executeTakeFirst();
    return Number(numDeletedRows);
  },
};

import { z } from 'zod';
import { writing } from '../orm/values.ts';
import type { Tx, AppContext } from '../context.ts';
import { usedTicketMs } from '../form-tickets.ts';
import { defineTask, type PayloadOf } from '../task.ts';

const day = 24 * 3_600 * 1_000;

/**
 * Technical limits, not retention periods: how far back a client that was offline may catch up (the cursor says so),
 * how long schedule runs are remembered, how long a repeated request is recognised by its key, and how long a form ticket is known as used. These rows hold ids,
 * instants and fingerprints only. Records about people are in the classes of `retention.ts`.
 */
const kept = { live: 7, scheduleRuns: 90, requestKeys: 30 } as const;

/** Rows removed in one transaction: few enough that other writers do not wait long. */
const batch = 500;

export const pruneTask = defineTask('platform.prune', z.object({}), { priority: 900, maxAttempts: 3 });

/** Deletes live events too old to catch up with, past schedule runs, old request keys and used form tickets. Idempotent. */
export async function prune(
  { run, log }: Pick<AppContext, 'run' | 'log'>,
  _: PayloadOf<typeof pruneTask>,
): Promise<void> {
  const removed = { live: 0, scheduleRuns: 0, requestKeys: 0, formTickets: 0 };
  for (let gone = batch; gone === batch;) removed.live += gone = await run(pruneLive, undefined);
  for (let gone = batch; gone === batch;) removed.requestKeys += gone = await run(pruneRequestKeys, undefined);
  removed.scheduleRuns = await run(pruneScheduleRuns, undefined);
  removed.formTickets = await run(pruneFormTickets, undefined);
  log.info({ removed }, 'pruned');
}

const before = (now: Date, days: number): Date => new Date(now.getTime() - days * day);

async function pruneLive({ em, now }: Tx<'em' | 'now'>): Promise<number> {
  const { db } = writing(em);
  const rows = await db
    .selectFrom('live_event')
    .select(['stream', 'seq'])
    .where('created_at', '<', before(now, kept.live))
    .limit(batch)
    .execute();
  const ends = new Map<string, number>();
  for (const { stream, seq } of rows) ends.set(stream, Math.max(ends.get(stream) ?? 0, Number(seq)));
  // From the beginning of each stream up to a sequence number: what remains has no gap.
  for (const [stream, seq] of ends)
    await db.deleteFrom('live_event').where('stream', '=', stream).where('seq', '<=', seq).execute();
  return rows.length;
}

async function pruneScheduleRuns({ em, now }: Tx<'em' | 'now'>): Promise<number> {
  const { numDeletedRows } = await writing(em)
    .db.deleteFrom('schedule_run')
    .where('due_at', '<', before(now, kept.scheduleRuns))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function pruneFormTickets({ em, now }: Tx<'em' | 'now'>): Promise<number> {
  const { numDeletedRows } = await writing(em)
    .db.deleteFrom('used_form_ticket')
    .where('created_at', '<', new Date(now.getTime() - usedTicketMs))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function pruneRequestKeys({ em, now }: Tx<'em' | 'now'>): Promise<number> {
  const { db } = writing(em);
  const rows = await db
    .selectFrom('request_key')
    .select('key_hash')
    .where('created_at', '<', before(now, kept.requestKeys))
    .limit(batch)
    .execute();
  if (rows.length > 0)
    await db
      .deleteFrom('request_key')
      .where(
        'key_hash',
        'in',
        rows.map(({ key_hash }) => key_hash),
      )
      .execute();
  return rows.length;
}

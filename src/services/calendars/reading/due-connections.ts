import type { Tx } from '../../platform/context.ts';
import { lockedForUpdate, writing } from '../../platform/orm/values.ts';
import { syncConnectionTask } from '../calendar-jobs.ts';
import { nextSyncAt } from './health.ts';

const mostAtOnce = 200;

/** Queues the reading of the connections that are due, and says when each is due again. */
export async function syncDue({ em, now, enqueue }: Tx<'em' | 'now' | 'enqueue'>): Promise<void> {
  const { db, dialect } = writing(em);
  const due = db
    .selectFrom('calendar_connection')
    .select('id')
    .where('status', '=', 'CONNECTED')
    .where('next_sync_at', '<=', now)
    .orderBy('next_sync_at')
    .limit(mostAtOnce);
  for (const { id } of await lockedForUpdate(due, dialect).execute()) {
    await db
      .updateTable('calendar_connection')
      .set({ next_sync_at: nextSyncAt(id, now) })
      .where('id', '=', id)
      .execute();
    enqueue(syncConnectionTask, { connectionId: id, isFull: false });
  }
}

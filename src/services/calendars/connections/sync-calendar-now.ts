import { DomainError } from '../../kernel/errors.ts';
import type { Tx } from '../../platform/context.ts';
import { syncConnectionTask } from '../calendar-jobs.ts';
import { loadConnection } from './load-connection.ts';

export interface SyncCalendarNow {
  readonly connectionId: string;
}

/** Reads the calendars of a connection as soon as a worker is free. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export async function syncCalendarNow(
  tx: Tx<'em' | 'actor' | 'now' | 'enqueue'>,
  { connectionId: id }: SyncCalendarNow,
): Promise<{ readonly artisanId: string }> {
  const { connection, artisan } = await loadConnection(tx, id);
  if (connection.status !== 'CONNECTED')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'sync', status: connection.status });
  // However often it is asked for: one reading each half minute.
  const slot = Math.floor(tx.now.getTime() / 30_000);
  tx.enqueue(
    syncConnectionTask,
    { connectionId: id, isFull: false },
    { priority: 50, dedupeKey: `calendar-sync:${id}:${slot}` },
  );
  return { artisanId: artisan.id };
}

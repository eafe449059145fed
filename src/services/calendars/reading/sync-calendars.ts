import type { AppContext, Db } from '../../platform/context.ts';
import { syncConnection } from './sync-connection.ts';

export interface SyncCalendars {
  /** Null: of everybody. */
  readonly artisanId: string | null;
  /** Everything anew. */
  readonly isFull: boolean;
}

/** Reads connections one after the other, and answers how each of them is. */
export async function syncCalendars(
  ctx: Parameters<typeof syncConnection>[0] & Pick<AppContext, 'db'>,
  { artisanId, isFull }: SyncCalendars,
): ReturnType<typeof connections> {
  for (const { id, status } of await connections(ctx.db, artisanId))
    if (status === 'CONNECTED') await syncConnection(ctx, { connectionId: id, isFull });
  return connections(ctx.db, artisanId);
}

function connections(db: Db, artisanId: string | null) {
  const all = db
    .selectFrom('calendar_connection')
    .select(['id', 'provider', 'status', 'failure_code as failureCode'])
    .where('status', 'in', ['CONNECTED', 'TO_RECONNECT']);
  return (artisanId === null ? all : all.where('artisan_id', '=', artisanId)).orderBy('id').execute();
}

import { CalendarConflict } from '../../../entities/calendars/calendar-conflict.entity.ts';
import { CalendarConnection } from '../../../entities/calendars/calendar-connection.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { fitPlanTask, syncConnectionTask } from '../calendar-jobs.ts';
import { vanish } from '../conflicts/open-conflict.ts';
import { forgetAccount } from '../connections/leave-provider.ts';

type Nightly = Tx<'em' | 'now' | 'emit' | 'enqueue'>;

/** A provider that does not answer for so long is not asked to forget us any more. */
const longestLeavingMs = 24 * 3_600_000;
/** The night's readings are spread over so long. */
const spreadMs = 3_600_000;

/**
 * Each night: every connection is read anew in a window that has moved on by a day, conflicts of bookings that are over are closed, plans
 * are looked at again, and disconnected connections go with the last busy time that was kept.
 */
export async function moveWindows(tx: Nightly): Promise<void> {
  const { em, now, enqueue } = tx;
  for (const { id } of await em.find(CalendarConnection, { status: 'CONNECTED' }, { fields: ['id'] }))
    enqueue(
      syncConnectionTask,
      { connectionId: id, isFull: true },
      { runAt: new Date(now.getTime() + (Number.parseInt(id.slice(-6), 16) % spreadMs)) },
    );
  const over = { booking: { $or: [{ endsAt: { $lte: now } }, { status: { $ne: 'CONFIRMED' as const } }] } };
  for (const conflict of await em.find(CalendarConflict, { status: 'OPEN', ...over })) vanish(tx, conflict);
  for (const personId of await ownersOfConnections(tx)) enqueue(fitPlanTask, { personId });
  await forgetLeft(tx);
  await removeEmpty(tx);
}

async function ownersOfConnections({ em }: Nightly): Promise<string[]> {
  const rows = await writing(em)
    .db.selectFrom('calendar_connection as connection')
    .innerJoin('artisan', 'artisan.id', 'connection.artisan_id')
    .select('artisan.user_id as id')
    .distinct()
    .where('connection.status', '<>', 'DISCONNECTED')
    .execute();
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

async function forgetLeft({ em, now }: Nightly): Promise<void> {
  const longAgo = { $lt: new Date(now.getTime() - longestLeavingMs) };
  const left = { status: 'DISCONNECTED', credentials: { $ne: null }, disconnectedAt: longAgo } as const;
  for (const { id } of await em.find(CalendarConnection, left)) await forgetAccount({ em }, id);
}

async function removeEmpty({ em }: Nightly): Promise<void> {
  await writing(em)
    .db.deleteFrom('calendar_connection')
    .where('status', '=', 'DISCONNECTED')
    .where('credentials', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('connected_calendar as calendar')
            .innerJoin('busy_block as block', 'block.calendar_id', 'calendar.id')
            .select('block.id')
            .whereRef('calendar.connection_id', '=', 'calendar_connection.id'),
        ),
      ),
    )
    .execute();
}

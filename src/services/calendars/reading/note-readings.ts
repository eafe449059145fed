import type { Tx } from '../../platform/context.ts';
import { instantFrom, writing } from '../../platform/orm/values.ts';
import { noteOutsideReading } from '../../scheduling/index.ts';

/**
 * Notes for the agenda when the connection that was read longest ago was read, of those whose events take time: it decides what is offered
 * when that is too long.
 */
export async function noteReadings({ em }: Tx<'em'>, artisanId: string): Promise<void> {
  await em.flush();
  const { oldest } = await writing(em)
    .db.selectFrom('calendar_connection as connection')
    .select(({ fn }) => fn.min(fn.coalesce('connection.last_success_at', 'connection.created_at')).as('oldest'))
    .where('connection.artisan_id', '=', artisanId)
    .where('connection.status', 'in', ['CONNECTED', 'TO_RECONNECT'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('connected_calendar as calendar')
          .select('calendar.id')
          .whereRef('calendar.connection_id', '=', 'connection.id')
          .where('calendar.blocks', '=', true)
          .where('calendar.gone_at', 'is', null),
      ),
    )
    .executeTakeFirstOrThrow();
  await noteOutsideReading({ em }, { artisanId, readAt: oldest === null ? null : instantFrom(oldest) });
}

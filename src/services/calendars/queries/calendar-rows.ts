import type { ReadContext } from '../../platform/context.ts';
import { instantFrom, jsonFrom } from '../../platform/orm/values.ts';

/** A calendar of a connection, with what was chosen of it and how its last reading was. */
export interface ConnectedCalendarRow {
  readonly id: string;
  readonly connectionId: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isWritable: boolean;
  readonly blocks: boolean;
  readonly receivesBookings: boolean;
  readonly ignoresAllDay: boolean;
  readonly ignoresTentative: boolean;
  readonly ignoresUnanswered: boolean;
  readonly skippedCount: number;
  readonly skippedReasons: readonly { readonly reason: string; readonly count: number }[];
  readonly lastSyncAt: Date | null;
  readonly goneAt: Date | null;
}

const at = (value: unknown): Date | null => (value === null ? null : instantFrom(value));

/** The calendars of each connection, in the order of their names. */
export async function calendarsOfConnections(
  { db }: ReadContext,
  connectionIds: readonly string[],
): Promise<ReadonlyMap<string, ConnectedCalendarRow[]>> {
  const rows = await db
    .selectFrom('connected_calendar')
    .selectAll()
    .where('connection_id', 'in', connectionIds)
    .orderBy('name')
    .orderBy('id')
    .execute();
  const shaped = rows.map((row) => ({
    ...{ id: row.id, connectionId: row.connection_id, name: row.name, timeZone: row.time_zone },
    ...{ isWritable: Boolean(row.is_writable), blocks: Boolean(row.blocks) },
    ...{ receivesBookings: Boolean(row.receives_bookings), ignoresAllDay: Boolean(row.ignores_all_day) },
    ...{ ignoresTentative: Boolean(row.ignores_tentative), ignoresUnanswered: Boolean(row.ignores_unanswered) },
    ...{ skippedCount: row.skipped_count, lastSyncAt: at(row.last_sync_at), goneAt: at(row.gone_at) },
    skippedReasons: Object.entries(jsonFrom<Record<string, number>>(row.skipped_reasons)).map(([reason, count]) => ({
      ...{ reason, count },
    })),
  }));
  return Map.groupBy(shaped, (row) => row.connectionId);
}

import type { CalendarProvider, ConnectionStatus } from '../../../entities/calendars/calendar-connection.entity.ts';
import type { ExpressionBuilder } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { CalendarHealth } from '../../kernel/calendar-health.ts';
import type { Db, ReadContext } from '../../platform/context.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { getManagedArtisan } from '../../scheduling/index.ts';

/** A connection as its owner sees it: how it is, and never what opens it. */
export interface CalendarConnectionRow {
  readonly id: string;
  readonly artisanId: string;
  readonly provider: CalendarProvider;
  readonly status: ConnectionStatus;
  readonly health: CalendarHealth;
  readonly account: string;
  readonly keepsTitles: boolean;
  readonly lastSuccessAt: Date | null;
  readonly nextSyncAt: Date;
  readonly failureCode: string | null;
  readonly failureCount: number;
  readonly disconnectedAt: Date | null;
  readonly createdAt: Date;
}

const rows = (db: Db) =>
  db
    .selectFrom('calendar_connection')
    .select(['id', 'artisan_id as artisanId', 'provider', 'status', 'account', 'keeps_titles', 'last_success_at'])
    .select(['next_sync_at', 'failure_code as failureCode', 'failure_count', 'disconnected_at', 'created_at']);

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

const at = (value: unknown): Date | null => (value === null ? null : instantFrom(value));

const shape = ({ keeps_titles, failure_count, ...row }: Row): CalendarConnectionRow => ({
  ...{ id: row.id, artisanId: row.artisanId, provider: row.provider, status: row.status, account: row.account },
  ...{ keepsTitles: Boolean(keeps_titles), failureCode: row.failureCode, failureCount: Number(failure_count) },
  ...{ lastSuccessAt: at(row.last_success_at), nextSyncAt: instantFrom(row.next_sync_at) },
  ...{ disconnectedAt: at(row.disconnected_at), createdAt: instantFrom(row.created_at) },
  health: healthOf(row),
});

/** A connection that stands was not read yet, was read the last time, or was not: failures that pass change nothing else. */
function healthOf({
  status,
  last_success_at,
  failureCode,
}: Omit<Row, 'keeps_titles' | 'failure_count'>): CalendarHealth {
  if (status !== 'CONNECTED') return status;
  if (failureCode !== null) return 'DEGRADED';
  return last_success_at === null ? 'CONNECTING' : 'HEALTHY';
}

/** Disconnected with all of its busy time: only its provider has yet to be left. */
const isKept = (eb: ExpressionBuilder<Tables, 'calendar_connection'>) =>
  eb.or([
    eb('status', '<>', 'DISCONNECTED'),
    eb.exists(
      eb
        .selectFrom('connected_calendar as calendar')
        .select('calendar.id')
        .whereRef('calendar.connection_id', '=', 'calendar_connection.id'),
    ),
  ]);

/** The connections of an agenda, the oldest first, with those of which only busy time is kept. Error: NOT_FOUND. */
export async function calendarConnections(
  ctx: ReadContext,
  artisanId: string | null,
): Promise<CalendarConnectionRow[]> {
  const artisan = await getManagedArtisan(ctx, artisanId);
  const found = await rows(ctx.db)
    .where('artisan_id', '=', artisan.id)
    .where(isKept)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return found.map(shape);
}

/** One connection of an agenda that the caller manages. Error: NOT_FOUND. */
export async function getConnection(ctx: ReadContext, id: string): Promise<CalendarConnectionRow> {
  const row = isId(id) ? await rows(ctx.db).where('id', '=', id).where(isKept).executeTakeFirst() : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  await getManagedArtisan(ctx, row.artisanId);
  return shape(row);
}

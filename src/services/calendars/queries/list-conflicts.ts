import type {
  ConflictKind,
  ConflictResolution,
  ConflictStatus,
} from '../../../entities/calendars/calendar-conflict.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { isId } from '../../kernel/ids.ts';
import type { SortOf } from '../../kernel/list-orders.ts';
import type { ReadContext } from '../../platform/context.ts';
import { sortKey, type Orders } from '../../platform/keyset.ts';
import { listPage } from '../../platform/list.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../platform/page.ts';
import { getManagedArtisan } from '../../scheduling/index.ts';
import { resolutionsOf } from '../conflicts/resolve-conflict.ts';

type Sort = SortOf<'CalendarConflictSort'>;

/** A booking and a calendar that disagree, as their artisan sees it. */
export interface CalendarConflictRow {
  readonly id: string;
  readonly kind: ConflictKind;
  readonly status: ConflictStatus;
  readonly bookingId: string;
  readonly bookingCode: string;
  readonly customerName: string;
  readonly bookingStartsAt: Date;
  readonly calendarName: string;
  readonly eventStartsAt: Date | null;
  readonly eventEndsAt: Date | null;
  readonly resolution: ConflictResolution | null;
  readonly resolutions: readonly ConflictResolution[];
  readonly createdAt: Date;
  readonly closedAt: Date | null;
}

export interface ListConflicts extends ListRequest<Sort> {
  readonly artisanId?: string | null | undefined;
  readonly status?: ConflictStatus | null | undefined;
}

const createdAt = sortKey<CalendarConflictRow>('conflict.created_at', 'instant', (row) => row.createdAt);
const id = sortKey<CalendarConflictRow>('conflict.id', 'id', (row) => row.id);
const orders: Orders<CalendarConflictRow, Sort> = {
  CREATED_AT_DESC: [createdAt.desc, id.desc],
  CREATED_AT_ASC: [createdAt.asc, id.asc],
};

/** The conflicts of an agenda, the newest first unless said. Error: NOT_FOUND. */
export async function listCalendarConflicts(
  ctx: ReadContext,
  { artisanId, status, orderBy, ...page }: ListConflicts,
): Promise<PageOf<CalendarConflictRow>> {
  const artisan = await getManagedArtisan(ctx, artisanId ?? null);
  let query = conflictRows(ctx).where('conflict.artisan_id', '=', artisan.id);
  if (status) query = query.where('conflict.status', '=', status);
  return listPage({
    ...{ db: ctx.db, query, orders, orderBy: orderBy ?? 'CREATED_AT_DESC', page },
    shape: (rows) => rows.map(shape),
  });
}

/** One conflict of an agenda that the caller manages. Error: NOT_FOUND. */
export async function getConflict(ctx: ReadContext, conflictId: string): Promise<CalendarConflictRow> {
  const row = isId(conflictId)
    ? await conflictRows(ctx).where('conflict.id', '=', conflictId).executeTakeFirst()
    : undefined;
  if (row === undefined) throw new DomainError('NOT_FOUND');
  await getManagedArtisan(ctx, row.artisanId);
  return shape(row);
}

const conflictRows = ({ db }: ReadContext) =>
  db
    .selectFrom('calendar_conflict as conflict')
    .innerJoin('booking', 'booking.id', 'conflict.booking_id')
    .innerJoin('connected_calendar as calendar', 'calendar.id', 'conflict.calendar_id')
    .select([
      'conflict.id',
      'conflict.kind',
      'conflict.status',
      'conflict.resolution',
      'conflict.artisan_id as artisanId',
    ])
    .select(['conflict.event_starts_at as eventStartsAt', 'conflict.event_ends_at as eventEndsAt'])
    .select(['conflict.created_at as createdAt', 'conflict.closed_at as closedAt', 'calendar.name as calendarName'])
    .select(['booking.id as bookingId', 'booking.public_code as bookingCode', 'booking.customer_name as customerName'])
    .select('booking.starts_at as bookingStartsAt');

type Row = Awaited<ReturnType<ReturnType<typeof conflictRows>['execute']>>[number];

const at = (value: unknown): Date | null => (value === null ? null : instantFrom(value));

const shape = ({ artisanId: _, ...row }: Row): CalendarConflictRow => ({
  ...row,
  resolutions: row.status === 'OPEN' ? resolutionsOf[row.kind] : [],
  ...{ bookingStartsAt: instantFrom(row.bookingStartsAt), createdAt: instantFrom(row.createdAt) },
  ...{ eventStartsAt: at(row.eventStartsAt), eventEndsAt: at(row.eventEndsAt), closedAt: at(row.closedAt) },
});

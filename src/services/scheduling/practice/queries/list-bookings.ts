import { sql } from 'kysely';
import { z } from 'zod';
import {
  bookingStatuses,
  type BookingSource,
  type BookingStatus,
} from '../../../../entities/scheduling/booking.entity.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import type { ReadContext } from '../../../platform/context.ts';
import { keptInstant, matching } from '../../../platform/filters.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import { numberFrom } from '../../../platform/orm/values.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import type { BookingRow } from '../../bookings/queries/booking-rows.ts';
import { reachedBookings, shapeAgendaBookings, type AgendaBookingRow } from './agenda-bookings.ts';

type Sort = SortOf<'BookingSort'>;

/** Which bookings; what is absent or null narrows nothing. */
export interface BookingFilter {
  readonly artisanId?: string | null | undefined;
  readonly offeringId?: string | null | undefined;
  readonly source?: BookingSource | null | undefined;
  readonly statuses?: readonly BookingStatus[] | null | undefined;
  /** That begin then or later. */
  readonly startsFrom?: Date | null | undefined;
  /** That begin before then. */
  readonly startsTo?: Date | null | undefined;
  /** Whose deposit is awaited, or not. */
  readonly isUnpaid?: boolean | null | undefined;
  /** Words of the customer's name, address or number, or of the code. */
  readonly text?: string | null | undefined;
}

export interface ListBookings extends ListRequest<Sort> {
  readonly filter?: BookingFilter | null | undefined;
}

const startsAt = sortKey<BookingRow>('booking.starts_at', 'instant', (row) => row.startsAt);
const id = sortKey<BookingRow>('booking.id', 'id', (row) => row.id);
/** Identifiers grow with time. */
const orders: Orders<BookingRow, Sort> = {
  STARTS_AT_DESC: [startsAt.desc, id.desc],
  STARTS_AT_ASC: [startsAt.asc, id.asc],
  CREATED_AT_DESC: [id.desc],
  CREATED_AT_ASC: [id.asc],
};

/** The bookings of the agendas that the caller reaches, the latest to begin first unless said. */
export function listArtisanBookings(
  ctx: ReadContext,
  { filter, orderBy, ...page }: ListBookings,
): Promise<PageOf<AgendaBookingRow>> {
  return listPage({
    db: ctx.db,
    query: filtered(ctx, filter ?? {}),
    orders: orders as Orders<AgendaBookingRow, Sort>,
    orderBy: orderBy ?? 'STARTS_AT_DESC',
    page,
    search: {
      text: filter?.text,
      within: ['booking.customer_name', 'booking.customer_email', 'booking.customer_phone', 'booking.public_code'],
    },
    shape: (rows) => shapeAgendaBookings(ctx, rows),
  });
}

/** How many of them there are, whatever words are searched. */
export async function countBookings(ctx: Reaching, filter: BookingFilter): Promise<number> {
  const counted = filtered(ctx, filter)
    .clearSelect()
    .select(sql<unknown>`count(*)`.as('n'));
  return numberFrom((await counted.executeTakeFirstOrThrow()).n);
}

/** A filter that was kept as JSON, read back. */
export const keptBookingFilter = (kept: unknown): BookingFilter => keptShape.parse(kept);

const keptShape = z.object({
  artisanId: z.string().nullish(),
  offeringId: z.string().nullish(),
  statuses: z.array(z.enum(bookingStatuses)).nullish(),
  startsFrom: keptInstant,
  startsTo: keptInstant,
  isUnpaid: z.boolean().nullish(),
  text: z.string().nullish(),
});

type Reaching = Pick<ReadContext, 'db' | 'actor'>;

function filtered(
  ctx: Reaching,
  { artisanId, offeringId, source, statuses, startsFrom, startsTo, isUnpaid }: BookingFilter,
) {
  const columns = { offeringId: 'booking.offering_id', source: 'booking.source' } as const;
  let query = matching(reachedBookings(ctx, artisanId), columns, { offeringId, source });
  // MySQL knows no empty list.
  if (statuses)
    query = statuses.length === 0 ? query.where(sql<boolean>`1 = 0`) : query.where('booking.status', 'in', statuses);
  if (startsFrom) query = query.where('booking.starts_at', '>=', startsFrom);
  if (startsTo) query = query.where('booking.starts_at', '<', startsTo);
  if (typeof isUnpaid === 'boolean') query = query.where('booking.status', isUnpaid ? '=' : '<>', 'PENDING_PAYMENT');
  return query;
}

import type { BookingStatus } from '../../../../entities/scheduling/booking.entity.ts';
import { personOf } from '../../../access/actor.ts';
import type { SortOf } from '../../../kernel/list-orders.ts';
import { matching } from '../../../platform/filters.ts';
import { sortKey, type Orders } from '../../../platform/keyset.ts';
import { listPage } from '../../../platform/list.ts';
import type { ReadContext } from '../../../platform/context.ts';
import type { ListRequest, PageOf } from '../../../platform/page.ts';
import { bookingRows, shapeBookings, type BookingRow } from './booking-rows.ts';

export interface ListMyBookings extends ListRequest<SortOf<'MyBookingSort'>> {
  readonly status?: BookingStatus | null | undefined;
}

const id = sortKey<BookingRow>('booking.id', 'id', (row) => row.id);
const startsAt = sortKey<BookingRow>('booking.starts_at', 'instant', (row) => row.startsAt);
const orders: Orders<BookingRow, SortOf<'MyBookingSort'>> = {
  STARTS_AT_DESC: [startsAt.desc, id.desc],
  STARTS_AT_ASC: [startsAt.asc, id.asc],
};

/** What a person booked with their account, the last one first unless said. */
export async function listMyBookings(
  { db, actor, now }: ReadContext,
  { status, orderBy, ...page }: ListMyBookings,
): Promise<PageOf<BookingRow>> {
  const mine = bookingRows(db).where('booking.user_id', '=', personOf(actor));
  return listPage({
    db,
    query: matching(mine, { status: 'booking.status' } as const, { status }),
    orders,
    orderBy: orderBy ?? 'STARTS_AT_DESC',
    page,
    shape: (rows) => shapeBookings({ db, now }, rows),
  });
}

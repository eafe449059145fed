import type { AppContext } from '../../platform/context.ts';
import { showBooking, type BookingRow } from '../bookings/queries/booking-rows.ts';
import { openBooking, type BookingAccess, type Opening } from './open-booking.ts';

/** A booking as its customer sees it. Errors: BOOKING_NOT_FOUND, NOT_FOUND, RATE_LIMITED. */
export async function publicBooking(
  ctx: Opening & Pick<AppContext, 'now'>,
  access: BookingAccess,
): Promise<BookingRow> {
  return showBooking(ctx, (await openBooking(ctx, { ...access, codePath: 'code' }, 'booking:read')).bookingId);
}

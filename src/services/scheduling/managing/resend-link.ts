import type { AppContext, Tx } from '../../platform/context.ts';
import { bookingLinkRequested } from '../events.ts';
import { lockOpened, openBooking, type BookingAccess, type OpenedBooking, type Opening } from './open-booking.ts';

/** Mails the link of a booking to its address again, to nobody else. Errors: BOOKING_NOT_FOUND, NOT_FOUND, RATE_LIMITED. */
export async function resendBookingLink(
  ctx: Opening & Pick<AppContext, 'run'>,
  access: BookingAccess,
): Promise<{ readonly bookingId: string }> {
  const opened = await openBooking(ctx, access, 'booking:read');
  await ctx.limits.take('booking-mail/booking', opened.bookingId);
  await ctx.run(request, opened);
  return { bookingId: opened.bookingId };
}

async function request(tx: Tx<'em' | 'now' | 'emit'>, opened: OpenedBooking): Promise<void> {
  const { id, artisan } = await lockOpened(tx, opened);
  tx.emit(bookingLinkRequested, { bookingId: id, artisanId: artisan.id, requestedAt: tx.now.toISOString() });
}

import { Review } from '../../../entities/scheduling/review.entity.ts';
import { Booking, BookingHistory } from '../../../entities/scheduling/booking.entity.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { anonymous } from './anonymous-booking.ts';

/** Bookings that say nothing of their customer any more, and that no link opens. */
export async function forgetBookings({ em }: Tx<'em'>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await em.nativeUpdate(Booking, { id }, { ...anonymous, manageHash: fingerprint(newSecret()) });
    await em.nativeUpdate(BookingHistory, { booking: id }, { message: null });
    await em.nativeUpdate(Review, { booking: id }, { text: null });
  }
}

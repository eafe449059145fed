import { BookingFile } from '../../../entities/scheduling/booking-file.entity.ts';
import { Review } from '../../../entities/scheduling/review.entity.ts';
import { Booking, BookingHistory } from '../../../entities/scheduling/booking.entity.ts';
import { eraseFiles } from '../../files/index.ts';
import { fingerprint, newSecret } from '../../kernel/ids.ts';
import type { Tx } from '../../platform/context.ts';
import { anonymous } from './anonymous-booking.ts';

type Forgetting = Tx<'em' | 'now' | 'record' | 'enqueue'>;

/** Bookings that say nothing of their customer any more, whose files are destroyed, and that no link opens. */
export async function forgetBookings(tx: Forgetting, ids: readonly string[]): Promise<void> {
  const { em } = tx;
  for (const id of ids) {
    await em.nativeUpdate(Booking, { id }, { ...anonymous, manageHash: fingerprint(newSecret()) });
    await em.nativeUpdate(BookingHistory, { booking: id }, { message: null });
    await em.nativeUpdate(Review, { booking: id }, { text: null });
    const files = await em.find(BookingFile, { booking: id });
    await eraseFiles(
      tx,
      files.map(({ file }) => file.id),
    );
    await em.nativeDelete(BookingFile, { booking: id });
  }
}

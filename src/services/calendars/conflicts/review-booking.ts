import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { PayloadOf } from '../../platform/task.ts';
import type { reviewBookingTask } from '../calendar-jobs.ts';
import { vanishConflicts, type ConflictTx } from './open-conflict.ts';
import { reviewOverlaps } from './review-overlaps.ts';

/** A booking moved, or is over: its event is written anew, and what lay on its time before is none of its concern. */
export async function reviewBooking(tx: ConflictTx, { bookingId }: PayloadOf<typeof reviewBookingTask>): Promise<void> {
  const booking = await tx.em.findOne(Booking, { id: bookingId });
  if (booking === null) return;
  await vanishConflicts(tx, { booking: bookingId, kind: { $ne: 'OVERLAP' } });
  await reviewOverlaps(tx, { artisanId: booking.artisan.id, bookingId });
}

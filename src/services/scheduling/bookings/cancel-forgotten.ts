import { LockMode } from '@mikro-orm/core';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { closePayments } from '../../billing/index.ts';
import type { Tx } from '../../platform/context.ts';
import { bookingSubject } from '../booking-subject.ts';
import { liveStatuses } from '../booking.states.ts';
import { bookingCancelled } from '../events.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { moveBooking, type MovingBooking } from './move-booking.ts';

/** Cancels what of these is still to come: whoever is forgotten does not come. Nothing was paid for them, or the erasure would wait. */
export async function cancelForgotten(
  tx: MovingBooking & Tx<'emit' | 'enqueue'>,
  ids: readonly string[],
): Promise<void> {
  const toCome = await tx.em.find(
    Booking,
    { id: { $in: [...ids] }, status: { $in: [...liveStatuses] }, startsAt: { $gt: tx.now } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  );
  for (const booking of toCome) await cancelOne(tx, booking);
  await tx.em.flush();
}

async function cancelOne(tx: MovingBooking & Tx<'emit' | 'enqueue'>, booking: Booking): Promise<void> {
  const wasConfirmed = booking.status === 'CONFIRMED';
  moveBooking(tx, booking, { verb: 'cancel', by: 'SYSTEM' });
  Object.assign(booking, {
    cancelledAt: tx.now,
    cancelledBy: 'SYSTEM',
    holdUntil: null,
    sequence: booking.sequence + 1,
  });
  await freeTime(tx, { referenceId: booking.id, artisanId: booking.artisan.id });
  await closePayments(tx, bookingSubject(booking.id));
  tx.emit(bookingCancelled, {
    ...{ bookingId: booking.id, artisanId: booking.artisan.id, by: 'SYSTEM', wasConfirmed },
    refundCents: 0,
  });
}

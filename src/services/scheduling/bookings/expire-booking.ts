import { system } from '../../access/actor.ts';
import { closePayments, type ConfirmationContext } from '../../billing/index.ts';
import { allows } from '../../kernel/states.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { bookingSubject } from '../booking-subject.ts';
import { bookingStates } from '../booking.states.ts';
import { emitConsultation } from '../consultations/emit-consultation.ts';
import { bookingExpired } from '../events.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { findLockedBooking } from './load-booking.ts';
import { moveBooking } from './move-booking.ts';

/**
 * Ends a booking that nobody paid, or a request that nobody answered, in time: its time is free from now on, and what was begun to pay
 * it is ended at the provider. False when it is not over, or somebody was faster.
 */
export async function expireBooking(tx: Omit<ConfirmationContext, 'config'>, id: string): Promise<boolean> {
  const booking = await findLockedBooking(tx, id);
  if (booking === null || !allows(bookingStates, booking.status, 'expire')) return false;
  if (booking.holdUntil === null || booking.holdUntil > tx.now) return false;
  const wasRequested = booking.status === 'REQUESTED';
  moveBooking({ ...tx, actor: system }, booking, { verb: 'expire', by: 'SYSTEM' });
  booking.holdUntil = null;
  await freeTime(tx, { referenceId: id, artisanId: booking.artisan.id });
  await closePayments(tx, bookingSubject(id));
  crashPoint('after-booking-expired');
  emitConsultation(tx, booking, 'declined');
  tx.emit(bookingExpired, { bookingId: id, artisanId: booking.artisan.id, wasRequested });
  return true;
}

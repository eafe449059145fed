import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { bookingSubject } from '../booking-subject.ts';
import { consultationConfirmed, consultationDeclined, consultationRequested } from '../events.ts';

const events = { requested: consultationRequested, confirmed: consultationConfirmed, declined: consultationDeclined };

/** Lets the other domains learn what becomes of a consultation; of other bookings they learn nothing. */
export function emitConsultation({ emit }: Tx<'emit'>, booking: Booking, what: keyof typeof events): void {
  if (booking.source !== 'CONSULTATION') return;
  const { id: bookingId, contextType, contextId, userId: customerId, startsAt } = booking;
  const orderId = contextType === 'ORDER' ? contextId : null;
  const about = { bookingId, orderId, customerId, startsAt: startsAt.toISOString() };
  emit(events[what], { ...about, subject: bookingSubject(bookingId) });
}

import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { lengthOf } from '../../kernel/text.ts';
import type { UseCase } from '../../platform/context.ts';
import { loadAgendaBooking } from '../bookings/load-booking.ts';
import { publishAgenda } from '../live.ts';

export interface AddBookingNote {
  readonly bookingId: string;
  readonly note: string;
}

const mostSymbols = 5_000;

/** A line for whoever keeps the agenda, which the customer does not see, after those that are there. Errors: NOT_FOUND, INPUT_INVALID. */
export const addBookingNote: UseCase<'em' | 'actor' | 'publish' | 'record', AddBookingNote, Booking> = async (
  tx,
  { bookingId, note },
) => {
  const booking = await loadAgendaBooking(tx, bookingId, 'booking:note');
  const staffNote = [booking.staffNote, note.trim()].filter(Boolean).join('\n');
  if (note.trim() === '') throw fieldError('input.note', 'isRequired');
  if (lengthOf(staffNote) > mostSymbols) throw fieldError('input.note', 'maxLength');
  booking.staffNote = staffNote;
  tx.record({
    action: 'BOOKING_UPDATED',
    targetType: 'booking',
    targetId: booking.id,
    payload: { by: 'ARTISAN', changed: ['staffNote'] },
  });
  publishAgenda(tx, booking.artisan.id, { bookingId: booking.id, verb: 'note' });
  return booking;
};

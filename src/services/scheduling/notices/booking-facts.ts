import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';

/** What mails about a booking all show. */
const factsOf = (booking: Booking, artisan: Artisan) => ({
  bookingId: booking.id,
  offeringName: booking.offeringName,
  artisanName: artisan.displayName,
  code: booking.publicCode,
  place: booking.place ?? '',
  startsAt: booking.startsAt.toISOString(),
  endsAt: booking.endsAt.toISOString(),
  timeZone: artisan.timeZone,
  sequence: booking.sequence,
});

export const factsForCustomer = (booking: Booking, artisan: Artisan) => ({
  ...factsOf(booking, artisan),
  name: booking.customerName,
  readerZone: booking.customerTimeZone,
});

export const factsForArtisan = (booking: Booking, artisan: Artisan, frontUrl: string) => ({
  ...factsOf(booking, artisan),
  name: artisan.displayName,
  readerZone: artisan.timeZone,
  customerName: booking.customerName,
  agendaUrl: `${frontUrl}/agenda/${booking.id}`,
});

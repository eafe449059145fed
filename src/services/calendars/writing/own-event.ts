import type { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import type { OwnEvent } from '../../adapters/calendars/port.ts';
import type { Config } from '../../platform/config.ts';
import { uidOf } from '../../scheduling/index.ts';

/** The event of a booking as it stands in the artisan's calendar: what it is called is theirs to say, since others may see it there. */
export function ownEvent(
  booking: Booking,
  { calendarDetail }: Pick<Artisan, 'calendarDetail'>,
  { publicUrl, frontUrl }: Pick<Config, 'publicUrl' | 'frontUrl'>,
): OwnEvent {
  const named = `${booking.offeringName}, ${booking.customerName}`;
  return {
    bookingId: booking.id,
    uid: uidOf(booking.id, publicUrl),
    sequence: booking.sequence,
    startsAt: booking.startsAt,
    endsAt: booking.endsAt,
    title: calendarDetail === 'NAME' ? named : booking.publicCode,
    description: `${booking.publicCode}\n${frontUrl}/agenda/${booking.id}`,
    location: calendarDetail === 'NAME' ? booking.place : null,
  };
}

import type { BookingVerb } from '../../kernel/appointments.ts';
import { BookingHistory, type Booking, type BookingParty } from '../../../entities/scheduling/booking.entity.ts';
import { idOf } from '../../access/actor.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx } from '../../platform/context.ts';
import { bookingStates } from '../booking.states.ts';
import { publishAgenda } from '../live.ts';

export type MovingBooking = Tx<'em' | 'actor' | 'now' | 'publish' | 'record'>;

/** A verb, with who uses it, and where the booking was before when it changes its time or its artisan. */
export interface BookingMove {
  readonly verb: BookingVerb;
  readonly by: BookingParty;
  readonly from?: { readonly startsAt: Date; readonly artisanId: string };
  /** What the other side reads with it. */
  readonly message?: string | null | undefined;
}

/** Moves a booking by a verb, audits the transition, adds it to its history and publishes it. The only way a booking changes state. */
export function moveBooking(tx: MovingBooking, booking: Booking, { verb, by, from, message }: BookingMove): void {
  const before = booking.status;
  transition(bookingStates, booking, verb);
  tx.record({
    action: 'BOOKING_STATUS_CHANGED',
    targetType: 'booking',
    targetId: booking.id,
    payload: { verb, by, from: before, to: booking.status },
  });
  addHistory(tx, booking, { verb, by, message, ...(from && { from }) });
  publishAgenda(tx, booking.artisan.id, { bookingId: booking.id, verb });
}

/** A line of the history: of a verb, or of the making. */
export function addHistory(
  { em, actor }: Tx<'em' | 'actor'>,
  booking: Booking,
  { verb, by, from, message = null }: Omit<BookingMove, 'verb'> & { readonly verb: BookingVerb | 'create' },
): void {
  em.create(BookingHistory, {
    ...{ booking, verb, by, message, actorId: idOf(actor) },
    ...{ fromStartsAt: from?.startsAt ?? null, fromArtisanId: from?.artisanId ?? null },
    ...{ toStartsAt: booking.startsAt, toArtisanId: booking.artisan.id },
  });
}

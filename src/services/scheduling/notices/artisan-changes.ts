import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import type { Booking, BookingParty } from '../../../entities/scheduling/booking.entity.ts';
import { money, type Money } from '../../kernel/money.ts';
import { bookingCancelledArtisanMail } from '../emails/booking-cancelled-artisan.ts';
import { bookingNewArtisanMail } from '../emails/booking-new-artisan.ts';
import { bookingRescheduledArtisanMail } from '../emails/booking-rescheduled-artisan.ts';
import { notifyArtisan, type LoadedBooking, type NoticeTx } from './booking-mails.ts';
import { cancelledWords, handedOverWords, newBookingWords, rescheduledWords } from './words.ts';

/**
 * What artisans read of bookings that stood: each mail brings their calendar entry up to date, whoever changed the booking, so that no
 * calendar shows a visit that does not take place.
 */

/** The booking is theirs from now on. */
export const notifyNewArtisan = (tx: NoticeTx, found: LoadedBooking, key = ''): Promise<void> =>
  notifyArtisan(tx, found, {
    ...{ template: bookingNewArtisanMail, key, words: newBookingWords },
    data: { note: (found.booking.customerNote ?? '').slice(0, 600) },
  });

interface Moved {
  readonly by: BookingParty;
  readonly before: string;
}

export const notifyArtisanOfMove = (tx: NoticeTx, found: LoadedBooking, { by, before }: Moved): Promise<void> =>
  notifyArtisan(tx, found, {
    ...{ template: bookingRescheduledArtisanMail, key: `:${found.booking.sequence}`, words: rescheduledWords },
    data: { before, isByCustomer: by === 'CUSTOMER' },
  });

interface Taken {
  readonly fromArtisanId: string;
  readonly fromStartsAt: string;
  readonly sequence: number;
}

/** It is somebody else's from now on. */
export async function notifyFormerArtisan(
  tx: NoticeTx,
  { booking }: LoadedBooking,
  { fromArtisanId, fromStartsAt, sequence }: Taken,
): Promise<void> {
  const artisan = await tx.em.findOneOrFail(Artisan, { id: fromArtisanId });
  await notifyArtisan(
    tx,
    { booking, artisan },
    {
      ...{ template: bookingCancelledArtisanMail, key: `:${sequence}`, words: handedOverWords },
      data: { ...ending('HANDED_OVER'), refund: money(0, booking.currency), isRefunded: false },
      formerly: timesAt(booking, fromStartsAt),
    },
  );
}

interface Ended {
  readonly by: BookingParty;
  readonly refund: Money;
  readonly isRefunded: boolean;
}

/** It is cancelled: by its customer, by or for the artisan, or with all that is known of its customer. */
export const notifyArtisanOfEnd = (tx: NoticeTx, found: LoadedBooking, { by, ...refund }: Ended): Promise<void> =>
  notifyArtisan(tx, found, {
    ...{ template: bookingCancelledArtisanMail, words: cancelledWords },
    data: { ...ending(by), ...refund },
  });

const ending = (how: BookingParty | 'HANDED_OVER') => ({
  isByCustomer: how === 'CUSTOMER',
  isByArtisan: how === 'ARTISAN',
  isForgotten: how === 'SYSTEM',
  isHandedOver: how === 'HANDED_OVER',
});

const timesAt = ({ durationMinutes }: Booking, startsAt: string) => ({
  startsAt: new Date(startsAt),
  endsAt: new Date(Date.parse(startsAt) + durationMinutes * 60_000),
});

import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { withdrawBill, type ConfirmationContext } from '../../billing/index.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { AppContext } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { bookingSubject } from '../booking-subject.ts';
import { moveBooking } from '../bookings/move-booking.ts';
import { bookingCancelled } from '../events.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { askByMail, type Asking, type BookingChange } from './ask-by-mail.ts';
import { moneyBack, percentFor } from './cancellation-terms.ts';
import { requireCancellable } from './change-rules.ts';
import { giveBack } from './give-back.ts';
import { lockOpened, openBooking, partyOf, type BookingAccess, type OpenedBooking } from './open-booking.ts';

export interface CancelBooking extends BookingAccess {
  /** Why, as the other side may read it. */
  readonly reason?: string | null;
}

type Cancelling = Asking & Pick<AppContext, 'payments'>;

/**
 * Gives a booking up. With its token or an account, and by the artisan, at once; with its address, once the link is followed that is
 * mailed there. Errors: BOOKING_NOT_FOUND, NOT_FOUND, TOO_LATE_TO_CANCEL, ACTION_NOT_ALLOWED, RATE_LIMITED.
 */
export async function cancelBooking(ctx: Cancelling, { reason, ...access }: CancelBooking): Promise<BookingChange> {
  const opened = await openBooking(ctx, access, 'booking:cancel');
  if (opened.means === 'EMAIL') return askByMail(ctx, opened, { change: 'CANCEL', startsAt: null });
  await ctx.run(cancelWith(ctx.payments), { opened, reason });
  return { bookingId: opened.bookingId, isDone: true };
}

export interface Cancellation {
  readonly opened: OpenedBooking;
  readonly reason?: string | null | undefined;
}

/**
 * The same in one transaction: the time is free, a payment that was begun is ended, and what the tiers say of the deposit goes back,
 * with its credit note once the money has left.
 */
export const cancelWith =
  (providers: AppContext['payments']) =>
  async (tx: ConfirmationContext, { opened, reason }: Cancellation): Promise<Booking> => {
    const booking = await lockOpened(tx, opened);
    const by = partyOf(opened);
    requireCancellable(booking, tx.now);
    const wasConfirmed = booking.status === 'CONFIRMED';
    const percent = percentFor(booking, { isByStaff: by === 'ARTISAN', now: tx.now });
    moveBooking(tx, booking, { verb: 'cancel', by });
    Object.assign(booking, {
      ...{ cancelledAt: tx.now, cancelledBy: by, cancellationReason: reason?.trim() || null },
      ...{ holdUntil: null, sequence: booking.sequence + 1 },
    });
    await tx.em.flush();
    crashPoint('after-booking-cancelled');
    await freeTime(tx, { referenceId: booking.id, artisanId: booking.artisan.id });
    crashPoint('after-cancelled-time-freed');
    await withdrawBill(tx, bookingSubject(booking.id));
    const back = await moneyBack(writing(tx.em).db, booking, percent);
    await giveBack(tx, providers, back);
    crashPoint('after-deposit-given-back');
    tx.emit(bookingCancelled, {
      ...{ bookingId: booking.id, artisanId: booking.artisan.id, by, wasConfirmed },
      refundCents: back.refundCents,
    });
    return booking;
  };

import type { z } from 'zod';
import { BookingHistory, type BookingParty } from '../../../entities/scheduling/booking.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import { money } from '../../kernel/money.ts';
import { writing } from '../../platform/orm/values.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { alternativesTo } from '../availability/check-slot.ts';
import { awaitedFilesOf } from '../bookings/awaited-files.ts';
import { bookingCancelledMail } from '../emails/booking-cancelled.ts';
import { bookingConfirmedMail } from '../emails/booking-confirmed.ts';
import { bookingDeclinedMail } from '../emails/booking-declined.ts';
import { bookingExpiredMail } from '../emails/booking-expired.ts';
import { bookingLatePaymentRefundedMail } from '../emails/booking-late-payment-refunded.ts';
import { bookingPaymentAwaitedMail } from '../emails/booking-payment-awaited.ts';
import { bookingRequestExpiredArtisanMail } from '../emails/booking-request-expired-artisan.ts';
import { bookingRequestMail } from '../emails/booking-request.ts';
import { bookingRequestedArtisanMail } from '../emails/booking-requested-artisan.ts';
import { bookingRescheduledMail } from '../emails/booking-rescheduled.ts';
import { notifyArtisanOfEnd, notifyArtisanOfMove, notifyFormerArtisan, notifyNewArtisan } from './artisan-changes.ts';
import {
  findAnyBooking,
  findBooking,
  mailCustomer,
  notifyArtisan,
  type LoadedBooking,
  type NoticeTx,
} from './booking-mails.ts';
import { notifyRefusedDeposits } from './deposit-failed.ts';
import { mailConsultationAnswered, notifyConsultationRequested } from './consultation-notices.ts';
import type { bookingConfirmed } from '../events.ts';
import type * as jobs from './notice-jobs.ts';
import { requestedWords, requestExpiredWords } from './words.ts';

/** Notifies people of what happens to a booking: each use case is the task of one event, and writes to each person once. */

type Booked = z.infer<typeof bookingConfirmed.payload>;

/** The request waits: the customer has its link, the artisan is asked. Nothing once it was answered. */
export async function notifyRequested(tx: NoticeTx, { bookingId }: Booked): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found?.booking.status !== 'REQUESTED') return;
  const answerBy = (found.booking.holdUntil ?? found.booking.startsAt).toISOString();
  if (isConsultation(found)) await notifyConsultationRequested(tx, found, answerBy);
  else
    await mailCustomer(tx, found, {
      template: bookingRequestMail,
      data: { answerBy, awaitedFiles: await filesOf(tx, found) },
    });
  await notifyArtisan(tx, found, {
    template: bookingRequestedArtisanMail,
    data: { answerBy, note: noteOf(found) },
    words: requestedWords,
  });
}

export async function notifyDeclined(
  tx: NoticeTx,
  { bookingId, proposals }: PayloadOf<typeof jobs.notifyDeclinedTask>,
): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found === null) return;
  if (isConsultation(found)) await mailConsultationAnswered(tx, found, proposals);
  else await mailCustomer(tx, found, { template: bookingDeclinedMail, data: {} });
}

/** The deposit is awaited: nothing once it came, or the time was given up. */
export async function notifyHeld(
  tx: NoticeTx,
  { bookingId, holdUntil }: PayloadOf<typeof jobs.notifyHeldTask>,
): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found?.booking.status !== 'PENDING_PAYMENT') return;
  await mailCustomer(tx, found, {
    template: bookingPaymentAwaitedMail,
    data: { holdUntil, deposit: depositOf(found), awaitedFiles: await filesOf(tx, found) },
  });
}

export async function notifyConfirmed(tx: NoticeTx, { bookingId }: Booked): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found?.booking.status !== 'CONFIRMED') return;
  await mailCustomer(tx, found, {
    template: bookingConfirmedMail,
    data: { price: priceOf(found), deposit: depositOf(found), hasDeposit: found.booking.depositCents > 0 },
  });
  await notifyNewArtisan(tx, found);
}

/** Of two moves in a row only the last is mailed: the first would send people to a time that is no more. Whoever it was taken from is notified of each. */
export async function notifyRescheduled(
  tx: NoticeTx,
  { bookingId, by, ...moved }: PayloadOf<typeof jobs.notifyRescheduledTask>,
): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found === null) return;
  const { fromStartsAt: before, fromArtisanId, sequence, isOtherOffering } = moved;
  if (fromArtisanId !== found.artisan.id) await notifyFormerArtisan(tx, found, moved);
  if (found.booking.status !== 'CONFIRMED' || found.booking.sequence !== sequence) return;
  await mailCustomer(tx, found, {
    ...{ template: bookingRescheduledMail, key: `:${sequence}`, isNecessary: by !== 'CUSTOMER' },
    data: { before, isOtherOffering, price: priceOf(found), message: await messageOf(tx, found) },
  });
  if (fromArtisanId === found.artisan.id) await notifyArtisanOfMove(tx, found, { by, before });
  else await notifyNewArtisan(tx, found, `:${sequence}`);
}

/** A booking that never stood has no calendar entry; its customer is notified all the same. Of one who was forgotten the artisan learns that alone. */
export async function notifyCancelled(
  tx: NoticeTx,
  { bookingId, by, wasConfirmed, refundCents }: PayloadOf<typeof jobs.notifyCancelledTask>,
): Promise<void> {
  const found = await findAnyBooking(tx, bookingId);
  if (found === null) return;
  const { currency, depositCents } = found.booking;
  const kept = wasConfirmed ? Math.max(0, depositCents - refundCents) : 0;
  const refund = { refund: money(refundCents, currency), isRefunded: refundCents > 0 };
  await mailCustomer(tx, found, {
    template: bookingCancelledMail,
    data: { ...refund, ...reasonOf(found, by), kept: money(kept, currency), isKept: kept > 0 },
    beside: { isInCalendars: wasConfirmed },
    isNecessary: by !== 'CUSTOMER',
  });
  if (wasConfirmed) await notifyArtisanOfEnd(tx, found, { by, ...refund });
}

/** Nobody paid, or nobody answered: says that the time is not kept any more. */
export async function notifyExpired(
  tx: NoticeTx,
  { bookingId, wasRequested }: PayloadOf<typeof jobs.notifyExpiredTask>,
): Promise<void> {
  const found = await findBooking(tx, bookingId);
  if (found?.booking.status !== 'EXPIRED') return;
  await mailCustomer(tx, found, { template: bookingExpiredMail, data: { wasRequested } });
  if (!wasRequested) await notifyRefusedDeposits(tx, found);
  else
    await notifyArtisan(tx, found, {
      template: bookingRequestExpiredArtisanMail,
      data: {},
      words: requestExpiredWords,
    });
}

/** The deposit came for a time that is somebody else's by now: it goes back whole, and three other times are said. */
export async function notifyPaidLate(
  tx: NoticeTx,
  { bookingId, isConfirmed }: PayloadOf<typeof jobs.notifyPaidLateTask>,
): Promise<void> {
  const found = isConfirmed ? null : await findBooking(tx, bookingId);
  if (found === null) return;
  await mailCustomer(tx, found, {
    template: bookingLatePaymentRefundedMail,
    data: { refund: depositOf(found), alternatives: await alternativesOf(tx, found) },
    isNecessary: true,
  });
}

/** What the artisan said to the last move. */
async function messageOf({ em }: NoticeTx, { booking }: LoadedBooking): Promise<string> {
  const which = { booking: booking.id, verb: 'reschedule', toStartsAt: booking.startsAt };
  const [last] = await em.find(BookingHistory, which, { orderBy: { createdAt: 'desc', id: 'desc' }, limit: 1 });
  return (last?.message ?? '').slice(0, 1_000);
}

const reasonOf = ({ booking }: LoadedBooking, by: BookingParty) => ({
  isByArtisan: by === 'ARTISAN',
  reason: by === 'ARTISAN' ? (booking.cancellationReason ?? '').slice(0, 1_000) : '',
});

/** Of the same offering, with the same artisan; none where it is not offered any more. */
async function alternativesOf({ em, now }: NoticeTx, { booking }: LoadedBooking): Promise<{ startsAt: string }[]> {
  const about = { offeringId: booking.offering.id, artisanId: booking.artisan.id };
  const free = await alternativesTo(writing(em).db, { ...about, startsAt: booking.startsAt, now }).catch(
    noneWhenRefused,
  );
  return free.map((at) => ({ startsAt: at.toISOString() }));
}

function noneWhenRefused(error: unknown): Date[] {
  if (error instanceof DomainError) return [];
  throw error;
}

const filesOf = async (tx: NoticeTx, { booking }: LoadedBooking): Promise<{ label: string }[]> =>
  (await awaitedFilesOf(tx, booking)).map(({ label }) => ({ label }));

const isConsultation = ({ booking }: LoadedBooking): boolean => booking.source === 'CONSULTATION';
const priceOf = ({ booking }: LoadedBooking) => money(booking.priceCents, booking.currency);
const depositOf = ({ booking }: LoadedBooking) => money(booking.depositCents, booking.currency);
const noteOf = ({ booking }: LoadedBooking): string => (booking.customerNote ?? '').slice(0, 600);

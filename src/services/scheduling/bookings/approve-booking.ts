import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { emitConsultation } from '../consultations/emit-consultation.ts';
import { bookingApproved, bookingConfirmed, bookingDeclined, bookingHeld } from '../events.ts';
import { freeTime } from '../occupancy/free-time.ts';
import { keepUntil } from '../occupancy/occupy.ts';
import { requireFiles } from './awaited-files.ts';
import { loadAgendaBooking } from './load-booking.ts';
import { moveBooking } from './move-booking.ts';

type Answering = 'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record';

/** How long a customer has for the deposit of a request that was approved, at the latest until the notice. */
const payMs = 24 * 3_600_000;

export interface AnswerRequest {
  readonly bookingId: string;
}

/**
 * The artisan says yes: the appointment stands, or is kept until its deposit is paid. The time was kept since it was asked for. Errors:
 * NOT_FOUND, ACTION_NOT_ALLOWED for one that is answered or over, ANSWER_REQUIRED while a file that was asked for has not come.
 */
export const approveBooking: UseCase<Answering, AnswerRequest, Booking> = async (tx, { bookingId }) => {
  const booking = await loadAgendaBooking(tx, bookingId, 'booking:approve');
  const about = { bookingId, artisanId: booking.artisan.id };
  requireUnanswered(tx, booking, 'approve');
  await requireFiles(tx, booking);
  if (booking.depositCents === 0) {
    moveBooking(tx, booking, { verb: 'approve', by: 'ARTISAN' });
    Object.assign(booking, { confirmedAt: tx.now, holdUntil: null });
    tx.emit(bookingApproved, about);
    tx.emit(bookingConfirmed, about);
    emitConsultation(tx, booking, 'confirmed');
  } else {
    moveBooking(tx, booking, { verb: 'hold', by: 'ARTISAN' });
    const holdUntil = await payUntil(tx, booking);
    booking.holdUntil = holdUntil;
    tx.emit(bookingApproved, about);
    tx.emit(bookingHeld, { ...about, holdUntil: holdUntil.toISOString() });
  }
  await keepUntil(tx, bookingId, booking.holdUntil);
  return booking;
};

async function payUntil({ em, now }: Tx<'em' | 'now'>, { offering, startsAt }: Booking): Promise<Date> {
  const { noticeMinutes } = await em.findOneOrFail(Offering, { id: offering.id });
  return new Date(Math.min(now.getTime() + payMs, startsAt.getTime() - noticeMinutes * 60_000));
}

export interface DeclineRequest extends AnswerRequest {
  /** What the customer reads. */
  readonly reason?: string | null | undefined;
  /** Other times that they may choose from: the matter goes on. */
  readonly proposals?: readonly Date[];
}

/** The artisan says no: the time is free. Errors: NOT_FOUND, ACTION_NOT_ALLOWED for one that is answered or over. */
export const declineBooking: UseCase<Answering, DeclineRequest, Booking> = async (
  tx,
  { bookingId, reason, proposals = [] },
) => {
  const booking = await loadAgendaBooking(tx, bookingId, 'booking:decline');
  requireUnanswered(tx, booking, 'decline');
  moveBooking(tx, booking, { verb: 'decline', by: 'ARTISAN' });
  Object.assign(booking, { holdUntil: null, cancellationReason: reason?.trim() || null });
  await freeTime(tx, { referenceId: bookingId, artisanId: booking.artisan.id });
  const times = proposals.map((at) => at.toISOString());
  tx.emit(bookingDeclined, { bookingId, artisanId: booking.artisan.id, proposals: times });
  if (times.length === 0) emitConsultation(tx, booking, 'declined');
  return booking;
};

/** A request whose time to be answered has passed is over, even before the job that says so was here. */
function requireUnanswered({ now }: Tx<'now'>, { status, holdUntil }: Booking, action: string): void {
  if (status === 'REQUESTED' && (holdUntil === null || holdUntil > now)) return;
  throw new DomainError('ACTION_NOT_ALLOWED', { action, status: status === 'REQUESTED' ? 'EXPIRED' : status });
}

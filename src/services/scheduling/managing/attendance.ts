import type { BookingVerb } from '../../kernel/appointments.ts';
import type { Booking, BookingParty } from '../../../entities/scheduling/booking.entity.ts';
import { system } from '../../access/actor.ts';
import { withdrawBill, type ConfirmationContext } from '../../billing/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { allows } from '../../kernel/states.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { bookingSubject } from '../booking-subject.ts';
import { bookingStates } from '../booking.states.ts';
import { findLockedBooking, loadAgendaBooking } from '../bookings/load-booking.ts';
import { moveBooking } from '../bookings/move-booking.ts';
import { bookingCompleted, bookingNoShow } from '../events.ts';

export interface WhichBooking {
  readonly bookingId: string;
}

type Saying = 'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A customer who is late comes within this time, mostly. */
export const waitMs = 15 * minuteMs;
/** How long it can be said otherwise. */
export const correctionMs = 7 * 24 * hourMs;
/** When nobody says anything, whoever had an appointment came. */
export const silenceMs = 24 * hourMs;

/** It took place: from its start on. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const completeBooking: UseCase<Saying, WhichBooking, Booking> = async (tx, { bookingId }) => {
  const booking = await loadAgendaBooking(tx, bookingId, 'booking:complete');
  requireFrom(tx, booking, { verb: 'complete', from: booking.startsAt });
  return attend(tx, booking, { verb: 'complete', by: 'ARTISAN' });
};

/** The customer did not come: a quarter of an hour after the start or later. Its deposit is kept. Errors: NOT_FOUND, ACTION_NOT_ALLOWED. */
export const markNoShow: UseCase<Saying, WhichBooking, Booking> = async (tx, { bookingId }) => {
  const booking = await loadAgendaBooking(tx, bookingId, 'booking:mark-no-show');
  requireFrom(tx, booking, { verb: 'markNoShow', from: new Date(booking.startsAt.getTime() + waitMs) });
  return attend(tx, booking, { verb: 'markNoShow', by: 'ARTISAN' });
};

/**
 * It was the other way round: within seven days of when it was said first. One that did not take place after all is owed nothing more: what
 * is open of its final invoice is credited. Errors: NOT_FOUND, ACTION_NOT_ALLOWED.
 */
export async function correctAttendance(tx: ConfirmationContext, { bookingId }: WhichBooking): Promise<Booking> {
  const booking = await loadAgendaBooking(tx, bookingId, 'booking:mark-no-show');
  const since = booking.attendanceAt ?? booking.endsAt;
  if (allows(bookingStates, booking.status, 'correctAttendance') && since.getTime() + correctionMs < tx.now.getTime())
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'correctAttendance', status: booking.status });
  moveBooking(tx, booking, { verb: 'correctAttendance', by: 'ARTISAN' });
  if (booking.status === 'NO_SHOW') await withdrawBill(tx, bookingSubject(booking.id));
  emitAttendance(tx, booking);
  return booking;
}

/** A day after its end, unless somebody said otherwise meanwhile: whoever had an appointment came. */
export async function completeByItself(tx: Tx<Saying>, id: string): Promise<void> {
  const booking = await findLockedBooking(tx, id);
  if (booking === null || booking.status !== 'CONFIRMED') return;
  if (booking.endsAt.getTime() + silenceMs > tx.now.getTime()) return;
  attend({ ...tx, actor: system }, booking, { verb: 'complete', by: 'SYSTEM' });
}

interface Said {
  readonly verb: 'complete' | 'markNoShow';
  readonly by: BookingParty;
}

function attend(tx: Tx<Saying>, booking: Booking, said: Said): Booking {
  moveBooking(tx, booking, said);
  booking.attendanceAt = tx.now;
  emitAttendance(tx, booking);
  return booking;
}

function emitAttendance({ emit }: Tx<'emit'>, { id, artisan, status }: Booking): void {
  emit(status === 'COMPLETED' ? bookingCompleted : bookingNoShow, { bookingId: id, artisanId: artisan.id });
}

function requireFrom(
  { now }: Tx<'now'>,
  { status }: Booking,
  { verb, from }: { readonly verb: BookingVerb; readonly from: Date },
): void {
  if (from <= now || !allows(bookingStates, status, verb)) return;
  throw new DomainError('ACTION_NOT_ALLOWED', { action: verb, status, from: from.toISOString() });
}

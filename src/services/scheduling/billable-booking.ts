import type { Booking } from '../../entities/scheduling/booking.entity.ts';
import type { Bill, BillableRules, ConfirmationContext, PaidSubject, PaymentOutcome } from '../billing/index.ts';
import { system } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import { money, sameMoney } from '../kernel/money.ts';
import type { Payer } from '../kernel/payer.ts';
import { allows } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-points.ts';
import { requireFiles } from './bookings/awaited-files.ts';
import { findLockedBooking } from './bookings/load-booking.ts';
import { moveBooking } from './bookings/move-booking.ts';
import { bookingStates } from './booking.states.ts';
import { bookingConfirmed, bookingPaidLate } from './events.ts';
import { keepUntil } from './occupancy/occupy.ts';
import { takeTime } from './occupancy/take-time.ts';

/** What billing needs to take the deposit of a booking. All run in billing's transaction. */
export const billableBooking: BillableRules = {
  ownerOf: async (tx, id) => (await findLockedBooking(tx, id))?.userId ?? null,
  describe: describeOwnBooking,
  confirmPayment: confirmPaidBooking,
  goesBackByItself: true,
};

/** The bill of whoever booked with their account; whoever has the token comes by `describeBooking`. */
async function describeOwnBooking(tx: Tx<'em' | 'actor'>, id: string): Promise<Bill> {
  const booking = await findLockedBooking(tx, id);
  if (booking === null || booking.userId === null || booking.userId !== tx.actor.userId)
    throw new DomainError('NOT_FOUND');
  return describeBooking(tx, id);
}

/** The bill of a booking that waits for its deposit, made out to whoever booked, as they said who they are. */
export async function describeBooking(tx: Tx<'em'> & Partial<Tx<'now'>>, id: string): Promise<Bill> {
  const booking = await findLockedBooking(tx, id);
  if (booking === null) throw new DomainError('NOT_FOUND');
  const { status, holdUntil } = booking;
  if (status !== 'PENDING_PAYMENT') throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status });
  if (tx.now !== undefined && holdUntil !== null && holdUntil <= tx.now) throw new DomainError('HOLD_EXPIRED');
  await requireFiles(tx, booking);
  return depositBill(booking);
}

/** Confirms a booking whose deposit came, once: the row is locked until billing commits. */
async function confirmPaidBooking(
  tx: ConfirmationContext,
  { subjectId, amount }: PaidSubject,
): Promise<PaymentOutcome> {
  const booking = await findLockedBooking(tx, subjectId);
  if (booking === null || booking.status === 'CANCELLED') return { outcome: 'NOT_PAYABLE' };
  if (booking.confirmedAt !== null) return { outcome: 'ALREADY_PAID' };
  if (!allows(bookingStates, booking.status, 'confirm')) return { outcome: 'NOT_PAYABLE' };
  if (!sameMoney(amount, money(booking.depositCents, booking.currency))) return { outcome: 'AMOUNT_DIFFERS' };
  if (booking.status === 'EXPIRED' && !(await takeAgain(tx, booking))) return { outcome: 'NOT_PAYABLE' };
  moveBooking({ ...tx, actor: system }, booking, { verb: 'confirm', by: 'SYSTEM' });
  Object.assign(booking, { confirmedAt: tx.now, holdUntil: null });
  await keepUntil(tx, booking.id, null);
  crashPoint('after-booking-confirmed');
  tx.emit(bookingConfirmed, { bookingId: booking.id, artisanId: booking.artisan.id });
  return { outcome: 'PAID', bill: depositBill(booking) };
}

/** The deposit came after the hold: the time is taken again as a new booking takes it, unless somebody has it, or it is over. */
async function takeAgain(tx: ConfirmationContext, booking: Booking): Promise<boolean> {
  const { id, artisan, startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes } = booking;
  const time = { startsAt, endsAt, bufferBeforeMinutes, bufferAfterMinutes, artisanId: artisan.id, referenceId: id };
  const isConfirmed = startsAt > tx.now && (await takeTime(tx, { ...time, kind: 'BOOKING' }));
  tx.emit(bookingPaidLate, { bookingId: id, artisanId: artisan.id, isConfirmed });
  return isConfirmed;
}

const words = {
  fr: (booking: Booking) => `Acompte\u00a0: ${booking.offeringName}, rendez-vous ${booking.publicCode}`,
  en: (booking: Booking) => `Deposit: ${booking.offeringName}, booking ${booking.publicCode}`,
};

/** The deposit as one line: of the account that booked, or of the person who gave their name. */
export function depositBill(booking: Booking): Bill {
  const total = money(booking.depositCents, booking.currency);
  const description = words[booking.locale](booking).slice(0, 255);
  return {
    payer: payerOf(booking),
    description,
    total,
    lines: [{ description, quantity: 1, unit: '', gross: total }],
    isDeposit: true,
    isInstant: true,
    returnPath: `/rdv/${booking.publicCode}`,
  };
}

const payerOf = ({ userId, customerName, customerEmail, locale }: Booking): Payer =>
  userId === null ? { name: customerName, email: customerEmail ?? '', locale } : { userId };

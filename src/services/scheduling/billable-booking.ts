import type { Booking } from '../../entities/scheduling/booking.entity.ts';
import type { Bill, BillableRules, ConfirmationContext, PaidSubject, PaymentOutcome } from '../billing/index.ts';
import { DomainError } from '../kernel/errors.ts';
import { money, sameMoney } from '../kernel/money.ts';
import type { Payer } from '../kernel/payer.ts';
import type { Tx } from '../platform/context.ts';
import { findLockedBooking } from './bookings/load-booking.ts';
import { moveBooking } from './bookings/move-booking.ts';
import { bookingConfirmed } from './events.ts';
import { keepUntil } from './occupancy/occupy.ts';

/** What billing needs to take the deposit of a booking. All run in billing's transaction. */
export const billableBooking: BillableRules = {
  ownerOf: async (tx, id) => (await findLockedBooking(tx, id))?.userId ?? null,
  describe: describeBooking,
  confirmPayment: confirmPaidBooking,
};

/** The bill of whoever has the booking, made out to them as they said who they are. */
async function describeBooking(tx: Tx<'em' | 'actor'>, id: string): Promise<Bill> {
  const booking = await findLockedBooking(tx, id);
  if (booking === null) throw new DomainError('NOT_FOUND');
  if (booking.status !== 'PENDING_PAYMENT')
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status: booking.status });
  return depositBill(booking);
}

/** Confirms a booking whose deposit came while its time was kept, once: the row is locked until billing commits. */
async function confirmPaidBooking(
  tx: ConfirmationContext,
  { subjectId, amount }: PaidSubject,
): Promise<PaymentOutcome> {
  const booking = await findLockedBooking(tx, subjectId);
  if (booking === null || booking.status === 'CANCELLED') return { outcome: 'NOT_PAYABLE' };
  if (booking.confirmedAt !== null) return { outcome: 'ALREADY_PAID' };
  if (booking.status !== 'PENDING_PAYMENT') return { outcome: 'NOT_PAYABLE' };
  if (!sameMoney(amount, money(booking.depositCents, booking.currency))) return { outcome: 'AMOUNT_DIFFERS' };
  moveBooking(tx, booking, { verb: 'confirm', by: 'SYSTEM' });
  Object.assign(booking, { confirmedAt: tx.now, holdUntil: null });
  await keepUntil(tx, booking.id, null);
  tx.emit(bookingConfirmed, { bookingId: booking.id, artisanId: booking.artisan.id });
  return { outcome: 'PAID', bill: depositBill(booking) };
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
    returnPath: `/rdv/${booking.publicCode}`,
  };
}

const payerOf = ({ userId, customerName, customerEmail, locale }: Booking): Payer =>
  userId === null ? { name: customerName, email: customerEmail ?? '', locale } : { userId };

import type { BookingVerb } from '../../kernel/appointments.ts';
import type { Booking, Tier } from '../../../entities/scheduling/booking.entity.ts';
import { isDisputed, subjectPayments, type SubjectPayment } from '../../billing/index.ts';
import { money, type Money } from '../../kernel/money.ts';
import type { AppContext, Db } from '../../platform/context.ts';
import { bookingSubject } from '../booking-subject.ts';

import { showBooking } from '../bookings/queries/booking-rows.ts';
import { openBooking, partyOf, type BookingAccess, type Opening } from './open-booking.ts';
import { refundPercent, shareCents } from './refund-share.ts';

/** What becomes of the deposit when a booking is cancelled now. */
export interface BookingCancellationTerms {
  readonly bookingId: string;
  readonly isCancellable: boolean;
  /** What was paid of the deposit. */
  readonly paid: Money;
  /** The share of the deposit that comes back, in percent. */
  readonly refundPercent: number;
  readonly refund: Money;
  /** What is kept of what was paid. */
  readonly kept: Money;
  readonly tiers: readonly Tier[];
}

type Priced = Pick<Booking, 'id' | 'depositCents'>;

export interface MoneyBack {
  readonly payments: readonly SubjectPayment[];
  readonly paidCents: number;
  readonly refundCents: number;
}

/** What of the deposit goes back by a share. While the customer’s bank claims it back, nothing does: they would have it twice. */
export async function moneyBack(db: Db, { id, depositCents }: Priced, percent: number): Promise<MoneyBack> {
  const payments = depositCents === 0 ? [] : await subjectPayments(db, bookingSubject(id));
  const sum = (of: 'takenCents' | 'leftCents'): number => payments.reduce((cents, one) => cents + one[of], 0);
  const [takenCents, leftCents] = [sum('takenCents'), sum('leftCents')];
  const isClaimed = takenCents > 0 && (await isDisputed(db, bookingSubject(id)));
  const refundCents = isClaimed ? 0 : shareCents(percent, { depositCents, takenCents, leftCents });
  return { payments, paidCents: Math.min(takenCents, depositCents), refundCents };
}

/** The share of a cancellation: the artisan’s own gives all back. */
export const percentFor = (
  { cancellationTiers, startsAt }: { readonly cancellationTiers: readonly Tier[]; readonly startsAt: Date },
  { isByStaff, now }: { readonly isByStaff: boolean; readonly now: Date },
): number => (isByStaff ? 100 : refundPercent(cancellationTiers, startsAt, now));

/** The terms as they are now, for whoever may cancel, before they do. */
export async function bookingCancellationTerms(
  ctx: Opening & Pick<AppContext, 'now'>,
  access: BookingAccess,
): Promise<BookingCancellationTerms> {
  const opened = await openBooking(ctx, { ...access, codePath: 'code' }, 'booking:cancel');
  const { id, deposit, startsAt, availableActions, cancellationTiers } = await showBooking(ctx, opened.bookingId);
  const percent = percentFor(
    { cancellationTiers, startsAt },
    { isByStaff: partyOf(opened) === 'ARTISAN', now: ctx.now },
  );
  const { paidCents, refundCents } = await moneyBack(ctx.db, { id, depositCents: deposit.amount }, percent);
  const amount = (cents: number): Money => money(cents, deposit.currency);
  return {
    bookingId: id,
    isCancellable: availableActions.includes('cancel' satisfies BookingVerb),
    paid: amount(paidCents),
    refundPercent: percent,
    refund: amount(refundCents),
    kept: amount(Math.max(0, paidCents - refundCents)),
    tiers: cancellationTiers,
  };
}

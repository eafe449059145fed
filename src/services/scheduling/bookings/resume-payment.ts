import type { PaymentBy } from '../../kernel/appointments.ts';
import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { LockMode } from '@mikro-orm/core';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { holdMs } from '../holds/slot-holds.ts';
import { publishAgenda } from '../live.ts';
import { keepUntil } from '../occupancy/occupy.ts';
import { requireFiles } from './awaited-files.ts';
import { readCode } from './booking-code.ts';
import type { CreatedBooking } from './create-booking.ts';
import { isOpenedBy, manageUrl } from './manage-token.ts';
import { payDeposit, type PayingDeposit } from './pay-deposit.ts';

export interface ResumePayment {
  readonly code: string;
  /** Of the manage link; whoever booked with their account needs none. */
  readonly token?: string | null;
  readonly paymentBy?: PaymentBy | null;
}

/**
 * Somebody comes back to a booking that they have not paid: the same payment goes on, and the time is kept for ten minutes from now,
 * once. It never confirms. Errors: BOOKING_NOT_FOUND, ACTION_NOT_ALLOWED for one that is not to be paid, HOLD_EXPIRED,
 * ANSWER_REQUIRED while a file that was asked for has not come, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE, RATE_LIMITED.
 */
export async function resumeBookingPayment(
  ctx: PayingDeposit & Pick<AppContext, 'limits' | 'actor' | 'derived'>,
  input: ResumePayment,
): Promise<CreatedBooking> {
  await ctx.limits.take('booking-payment/address', subscriberOf(ctx.actor.address));
  const booking = await ctx.run(renewWith(ctx.derived), input);
  const payment = await payDeposit(ctx, { bookingId: booking.id, by: input.paymentBy });
  const expiresAt = booking.holdUntil as Date;
  return {
    bookingId: booking.id,
    code: booking.publicCode,
    manageUrl: manageUrl(ctx, booking),
    payment: { ...payment, expiresAt },
  };
}

type Renewing = Tx<'em' | 'actor' | 'now' | 'publish'>;

const renewWith =
  (derived: DerivedSecrets) =>
  async (tx: Renewing, input: ResumePayment): Promise<Booking> =>
    renew(tx, await theirs(tx, derived, input));

async function renew(tx: Renewing, booking: Booking): Promise<Booking> {
  const { status, holdUntil } = booking;
  if (status === 'EXPIRED') throw new DomainError('HOLD_EXPIRED');
  if (status !== 'PENDING_PAYMENT') throw new DomainError('ACTION_NOT_ALLOWED', { action: 'pay', status });
  if (holdUntil === null || holdUntil <= tx.now) throw new DomainError('HOLD_EXPIRED');
  await requireFiles(tx, booking);
  const longer = new Date(tx.now.getTime() + holdMs);
  // One that was approved has a day: ten minutes from now are no more.
  if (booking.holdRenewedAt !== null || longer <= holdUntil) return booking;
  Object.assign(booking, { holdUntil: longer, holdRenewedAt: tx.now });
  await keepUntil(tx, booking.id, longer);
  publishAgenda(tx, booking.artisan.id, { bookingId: booking.id });
  return booking;
}

/** By the code and the token of its link, or of the account that booked; another’s is as one that does not exist. */
async function theirs(
  { em, actor }: Tx<'em' | 'actor'>,
  derived: DerivedSecrets,
  { code, token }: ResumePayment,
): Promise<Booking> {
  const publicCode = readCode(code);
  const lockMode = LockMode.PESSIMISTIC_WRITE;
  const booking = publicCode === null ? null : await em.findOne(Booking, { publicCode }, { lockMode });
  if (booking === null) throw new DomainError('BOOKING_NOT_FOUND');
  const isTheirs = token
    ? isOpenedBy(derived, booking, token)
    : actor.userId !== null && booking.userId === actor.userId;
  if (!isTheirs) throw new DomainError('BOOKING_NOT_FOUND');
  return booking;
}

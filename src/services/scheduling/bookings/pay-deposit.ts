import type { PaymentBy } from '../../kernel/appointments.ts';
import { createPaymentIntent, openCheckout } from '../../billing/index.ts';
import { DomainError, type ErrorCode } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import { billableBooking, describeBooking } from '../billable-booking.ts';
import { bookingSubject, bookingSubjectType } from '../booking-subject.ts';

/** A deposit that waits to be paid: in a form of our page, with the provider’s secret, or on the provider’s page. */
export interface DepositPayment {
  readonly paymentId: string;
  readonly clientSecret: string | null;
  readonly publishableKey: string | null;
  readonly checkoutUrl: string | null;
}

export type PayingDeposit = Pick<AppContext, 'run' | 'payments' | 'billables' | 'config' | 'log'>;

/** Only whoever booked, or holds the token, comes here: elsewhere nobody is shown what a booking costs. */
const rules = { ...billableBooking, describe: describeBooking };

export interface DepositToPay {
  readonly bookingId: string;
  readonly by?: PaymentBy | null | undefined;
}

/**
 * Begins the payment of a deposit, or continues the one that was begun; it confirms nothing. Errors: ACTION_NOT_ALLOWED, HOLD_EXPIRED,
 * ANSWER_REQUIRED while a file that was asked for has not come, PAYMENT_IN_DOUBT, PAYMENT_UNAVAILABLE.
 */
export async function payDeposit(ctx: PayingDeposit, { bookingId, by }: DepositToPay): Promise<DepositPayment> {
  const isForm = (by ?? 'FORM') === 'FORM' && ctx.payments.current.intents !== undefined;
  return isForm ? payInForm(ctx, bookingId) : payOnPage(ctx, bookingId);
}

async function payInForm(ctx: PayingDeposit, bookingId: string): Promise<DepositPayment> {
  const form = await createPaymentIntent(
    { ...ctx, billables: { ...ctx.billables, [bookingSubjectType]: rules } },
    { subject: bookingSubject(bookingId), savePaymentMethod: false, capture: 'NOW' },
  );
  return { ...form, checkoutUrl: null };
}

async function payOnPage(ctx: PayingDeposit, bookingId: string): Promise<DepositPayment> {
  const { paymentId, url } = await openCheckout(bookingSubjectType, rules)(ctx, { subjectId: bookingId });
  return { paymentId, clientSecret: null, publishableKey: null, checkoutUrl: url };
}

/** Until then the booking stands, and its payment is continued later: the provider does not answer, or files are yet to come. */
const waits: ReadonlySet<ErrorCode> = new Set(['PAYMENT_UNAVAILABLE', 'ANSWER_REQUIRED']);

/** The same, or null while it cannot be paid. */
export async function payDepositIfAble(ctx: PayingDeposit, toPay: DepositToPay): Promise<DepositPayment | null> {
  try {
    return await payDeposit(ctx, toPay);
  } catch (error) {
    if (!(error instanceof DomainError) || !waits.has(error.code)) throw error;
    ctx.log.warn({ bookingId: toPay.bookingId, code: error.code }, 'deposit not begun');
    return null;
  }
}

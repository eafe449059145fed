import { PaymentFailure } from '../adapters/payments/port.ts';
import { system } from '../access/actor.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext } from '../platform/context.ts';
import { openPaymentStatuses } from './payment.states.ts';
import { processReading, type ProcessContext, type VerifiedReading } from './process-reading.ts';
import { getPayment, getPaymentOfSession, type PaymentRow } from './queries/payments.ts';
import { readPayment } from './read-payment.ts';

type RefreshNeeds = Pick<AppContext, 'db' | 'actor' | 'now' | 'run' | 'payments' | 'billables' | 'limits' | 'log'>;

/**
 * The payment of a session, for the page that its payer comes back to. While it is open its provider is asked, at most every
 * two seconds, so that nobody waits for an event; when the provider does not answer, it is shown as it is.
 */
export async function refreshPayment(ctx: RefreshNeeds, { sessionId }: { sessionId: string }): Promise<PaymentRow> {
  const payment = await getPaymentOfSession(ctx, sessionId);
  if (!openPaymentStatuses.includes(payment.status) || !(await mayAsk(ctx, payment.id))) return payment;
  return (await ask(ctx, payment)) ? getPayment(ctx, payment.id) : payment;
}

async function mayAsk({ limits }: Pick<RefreshNeeds, 'limits'>, paymentId: string): Promise<boolean> {
  try {
    await limits.take('payment-status/payment', paymentId);
    return true;
  } catch (error) {
    if (error instanceof DomainError && error.code === 'RATE_LIMITED') return false;
    throw error;
  }
}

async function ask(ctx: RefreshNeeds, payment: PaymentRow): Promise<boolean> {
  try {
    const state = await readPayment(ctx, payment);
    if (state === undefined) return false;
    await ctx.run(asSystem(ctx), { provider: payment.provider, state, event: null });
    return true;
  } catch (error) {
    if (!(error instanceof PaymentFailure || error instanceof DomainError)) throw error;
    ctx.log.warn({ paymentId: payment.id, error }, 'payment not asked about');
    return false;
  }
}

/** What follows from a payment is decided by the application, whoever looked. */
const asSystem =
  ({ billables }: Pick<RefreshNeeds, 'billables'>) =>
  (tx: ProcessContext, reading: VerifiedReading) =>
    processReading(billables)({ ...tx, actor: system }, reading);

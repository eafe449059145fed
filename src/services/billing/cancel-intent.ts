import { capabilityOf, PaymentFailure, type PaymentReading } from '../adapters/payments/port.ts';
import type { AppContext } from '../platform/context.ts';
import { readPayment, type PaymentAtProvider } from './read-payment.ts';

/**
 * Ends a payment at its provider: closes its page, ends what its form began, or releases its hold; and answers what it is then. One
 * that came to its end in the meantime stays as it ended.
 */
export async function cancelIntent(
  ctx: Pick<AppContext, 'payments'>,
  at: PaymentAtProvider,
): Promise<PaymentReading | undefined> {
  const checkout = capabilityOf(ctx.payments, at.provider, 'checkout');
  if (checkout !== undefined && at.sessionId !== null)
    await unlessRefused(() => checkout.closeSession(at.sessionId as string));
  const intents = capabilityOf(ctx.payments, at.provider, 'intents');
  if (intents !== undefined && at.providerPaymentId !== null)
    await unlessRefused(() => intents.cancelIntent(at.providerPaymentId as string));
  return readPayment(ctx, at);
}

/** Does what the provider may refuse because of the state of the payment, which is read again afterwards. */
export async function unlessRefused(ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof PaymentFailure) || error.kind === 'unavailable') throw error;
  }
}

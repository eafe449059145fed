import { capabilityOf, type PaymentReading } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext } from '../platform/context.ts';

/** What we stored of a payment at its provider: the object that is read depends on how it is paid. */
export interface PaymentAtProvider {
  readonly provider: string;
  readonly sessionId: string | null;
  readonly providerPaymentId: string | null;
}

/**
 * A payment as its provider knows it now, by its page or by the payment itself; undefined when the provider does not know
 * it, or it was never begun there. One of a provider that was removed is `PAYMENT_UNAVAILABLE`, until somebody decides.
 */
export async function readPayment(
  { payments }: Pick<AppContext, 'payments'>,
  { provider, sessionId, providerPaymentId }: PaymentAtProvider,
): Promise<PaymentReading | undefined> {
  if (sessionId !== null) {
    const checkout = capabilityOf(payments, provider, 'checkout');
    if (checkout !== undefined) return checkout.readSession(sessionId);
  }
  if (providerPaymentId !== null) {
    const intents = capabilityOf(payments, provider, 'intents');
    if (intents !== undefined) return intents.readIntent(providerPaymentId);
  }
  if (sessionId === null && providerPaymentId === null) return undefined;
  throw new DomainError('PAYMENT_UNAVAILABLE', { provider });
}

import type { ProviderAmount } from './amount.ts';

/**
 * What became of a payment, in the words of any provider. PROCESSING: the payer is done, the money is on its way. AUTHORIZED:
 * the amount is held on the card and not taken. The last three are ends.
 */
export type ReadingStatus = 'OPEN' | 'PROCESSING' | 'AUTHORIZED' | 'PAID' | 'FAILED' | 'EXPIRED';

/** A payment as its provider knows it now, by whichever of its objects was read: a page, an intent, a push. */
export interface PaymentReading {
  /** The session, when it is paid on a page. */
  readonly sessionId: string | null;
  /** The payment id that we gave; null for one that we did not begin. */
  readonly reference: string | null;
  /** The ids that we gave; null for a provider that gives back nothing but the reference. */
  readonly metadata: Readonly<Record<string, string>> | null;
  readonly status: ReadingStatus;
  /** What the payer is asked for, or paid; null when the provider does not say. */
  readonly amount: ProviderAmount | null;
  /** The provider's id of the payment itself, once there is one. */
  readonly providerPaymentId: string | null;
  /** Why the last attempt did not pass, as the provider's code; null when none failed. */
  readonly failureReason: string | null;
  /** AUTHORIZED: the provider releases the amount by itself after this instant, when it says so. */
  readonly captureBefore?: Date | null;
}

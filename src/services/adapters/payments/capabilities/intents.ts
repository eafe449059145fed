import type { ProviderAmount } from './amount.ts';
import type { PaymentReading } from './payment-reading.ts';

/** Payments in a form of our own page, holds, and payments by a saved card whose owner is not there. */
export interface IntentsPort {
  /** What the form in the browser begins with; no secret. */
  readonly publishableKey: string;
  /**
   * Begins a payment; asked again with the same payment id, answers the same one. By a saved card it is paid at once, or it
   * answers why not: `authentication_required` in `failureReason` wants its owner.
   */
  createIntent(request: IntentRequest): Promise<IntentReading>;
  /** The payment as it is now; undefined when the provider does not know it. */
  readIntent(providerPaymentId: string): Promise<IntentReading | undefined>;
  /** Takes what is held. `refused` when nothing is held any more, or it was taken: read it again. */
  captureIntent(held: HeldPayment): Promise<void>;
  /** Ends a payment that is not paid, and releases what is held. `refused` when it came to its end: read it again. */
  cancelIntent(providerPaymentId: string): Promise<void>;
}

export interface HeldPayment {
  readonly providerPaymentId: string;
  readonly amount: ProviderAmount;
}

export interface IntentRequest {
  /** Our payment row's id: idempotency key, and the reference that the provider gives back. */
  readonly paymentId: string;
  readonly amount: ProviderAmount;
  readonly description: string;
  /** Given back as it is; ids, never values of persons. */
  readonly metadata: Readonly<Record<string, string>>;
  /** LATER: the amount is held, and taken by `captureIntent`. */
  readonly capture: 'NOW' | 'LATER';
  /** The provider's customer, when a card is to be saved or was; null otherwise. */
  readonly customerId: string | null;
  readonly savesMethod: boolean;
  /** The provider's id of a saved card, to be charged at once; null for a form. */
  readonly methodId: string | null;
}

/** A payment of a form or by a saved card, as the provider knows it now. */
export type IntentReading = PaymentReading & {
  readonly providerPaymentId: string;
  /** With it the payer's browser can finish the payment; null when the provider gives none. */
  readonly clientSecret: string | null;
};

/** The reason of a payment by a saved card that its owner must confirm. */
export const authenticationRequired = 'authentication_required';

import type { ProviderAmount } from './amount.ts';

/** Hosted payment pages. */
export interface CheckoutPort {
  /** Opens a payment page; asked again with the same payment id, answers the same session. */
  openSession(request: SessionRequest): Promise<OpenedSession>;
  /** The session as it is now; undefined when the provider does not know it. */
  readSession(sessionId: string): Promise<SessionState | undefined>;
}

/** What a payment page is to ask for. The same request always carries the same values: the id is its idempotency key. */
export interface SessionRequest {
  /** Our payment row's id: idempotency key, and the reference that the provider gives back. */
  readonly paymentId: string;
  readonly amount: ProviderAmount;
  /** One line, as the payer reads it on the page. */
  readonly description: string;
  readonly customerEmail: string;
  readonly locale: 'fr' | 'en';
  /** `{CHECKOUT_SESSION_ID}` in it becomes the session's id. */
  readonly successUrl: string;
  readonly cancelUrl: string;
  /** Given back as it is on the session and on the payment; ids, never values of persons. */
  readonly metadata: Readonly<Record<string, string>>;
  /** Between 30 minutes and 24 hours away. */
  readonly expiresAt: Date;
}

export interface OpenedSession {
  readonly sessionId: string;
  /** Where the payer goes to pay. */
  readonly url: string;
  readonly expiresAt: Date;
}

/** PROCESSING: the payer is done, the money is on its way (a bank debit). The last three are ends. */
export type SessionStatus = 'OPEN' | 'PROCESSING' | 'PAID' | 'FAILED' | 'EXPIRED';

/** A session as the provider knows it now. */
export interface SessionState {
  readonly sessionId: string;
  /** The payment id that we gave when it was opened; null for a session that we did not open. */
  readonly reference: string | null;
  readonly metadata: Readonly<Record<string, string>>;
  readonly status: SessionStatus;
  /** What the payer is asked for, or paid; null when the provider does not say. */
  readonly amount: ProviderAmount | null;
  /** The provider's id of the payment itself, once there is one. */
  readonly providerPaymentId: string | null;
  /** Why the last attempt did not pass, as the provider's code; null when none failed. */
  readonly failureReason: string | null;
}

import type { ProviderAmount } from './amount.ts';
import type { PaymentReading } from './payment-reading.ts';

/** Hosted payment pages. */
export interface CheckoutPort {
  /** Opens a payment page; asked again with the same payment id, answers the same session. */
  openSession(request: SessionRequest): Promise<OpenedSession>;
  /** The session as it is now; undefined when the provider does not know it. */
  readSession(sessionId: string): Promise<SessionState | undefined>;
  /** Ends a page that waits for its payer: nobody can pay it any more. Refuses one that has ended otherwise. */
  closeSession(sessionId: string): Promise<void>;
}

/** How the provider lists what is sold (`stripe:sync`). */
export interface ListedProduct {
  readonly productId: string;
  /** A price of exactly what is to be paid; null where that is no price of the list. */
  readonly priceId: string | null;
}

/** What a payment page is to ask for. The same request always carries the same values: the id is its idempotency key. */
export interface SessionRequest {
  /** Our payment row's id: idempotency key, and the reference that the provider gives back. */
  readonly paymentId: string;
  readonly amount: ProviderAmount;
  /** One line, as the payer reads it on the page. */
  readonly description: string;
  /** Absent for what is on no list. Should the provider not know it any more, the page is opened without. */
  readonly listed?: ListedProduct | undefined;
  readonly customerEmail: string;
  readonly locale: 'fr' | 'en';
  /** Only methods whose money is there at once: cards, no debit of an account. */
  readonly isInstant?: boolean;
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

/** A page as the provider knows it now. */
export type SessionState = PaymentReading & { readonly sessionId: string };

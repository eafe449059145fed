/**
 * A provider of hosted payment pages. What it says is believed only after its signature was checked AND the session was
 * read again; amount, currency and target are then compared with ours by `billing`.
 */

/** Minor units and the ISO 4217 code in capitals, as the provider names it: it may be one that we do not sell in. */
export interface ProviderAmount {
  readonly amount: number;
  readonly currency: string;
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
  readonly standing: SessionStatus;
  /** What the payer is asked for, or paid; null when the provider does not say. */
  readonly amount: ProviderAmount | null;
  /** The provider's id of the payment itself, once there is one. */
  readonly providerPaymentId: string | null;
  /** Minor units given back so far. */
  readonly refunded: number;
  /** Why the last attempt did not pass, as the provider's code; null when none failed. */
  readonly failureReason: string | null;
}

/** Which payment an event is about; `IGNORED` events are remembered and not acted upon. */
export type EventSubject =
  | { readonly kind: 'SESSION'; readonly sessionId: string }
  /** `reference`: our payment id, where the provider repeats it. */
  | { readonly kind: 'PAYMENT'; readonly providerPaymentId: string; readonly reference: string | null }
  | {
      readonly kind: 'DISPUTE';
      readonly providerPaymentId: string;
      readonly amount: ProviderAmount;
      readonly reason: string;
    }
  | { readonly kind: 'IGNORED' };

/** What a provider told us, its signature checked. */
export interface VendorEvent {
  /** The provider's own id: a second delivery has the same. */
  readonly id: string;
  /** As the provider names it, `checkout.session.completed`. */
  readonly type: string;
  readonly occurredAt: Date;
  readonly subject: EventSubject;
}

/** Must not throw anything but `PaymentFailure`. */
export interface PaymentsPort {
  readonly provider: 'STRIPE' | 'SANDBOX';
  /** Opens a payment page; asked again with the same payment id, answers the same session. */
  openSession(request: SessionRequest): Promise<OpenedSession>;
  /** The session as it is now; undefined when the provider does not know it. */
  readSession(sessionId: string): Promise<SessionState | undefined>;
  /** Checks the signature over the raw bytes, then reads the event. `refused` when it is not the provider's word. */
  parseEvent(rawBody: Uint8Array, signature: string | undefined): VendorEvent;
}

/**
 * `unavailable`: no answer or a passing fault, the same request may pass later. `conflict`: this idempotency key was
 * used for another request. `refused`: the provider will never accept this.
 */
export type PaymentFailureKind = 'unavailable' | 'conflict' | 'refused';

export class PaymentFailure extends Error {
  readonly kind: PaymentFailureKind;
  /** The provider's code, such as `signature` or `amount_too_small`. */
  readonly reason: string;

  constructor(kind: PaymentFailureKind, reason: string, options?: ErrorOptions) {
    super(`The payment provider: ${kind} (${reason})`, options);
    this.name = 'PaymentFailure';
    this.kind = kind;
    this.reason = reason;
  }
}

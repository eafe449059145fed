/**
 * A provider of hosted payment pages. An event is trusted only after its signature was checked AND the session was read
 * again; amount, currency and target are then compared with ours by `billing`.
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
  readonly status: SessionStatus;
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
  | { readonly kind: 'SESSION'; readonly sessionId: string; readonly evidence: Evidence }
  /** `reference`: our payment id, where the provider repeats it. */
  | {
      readonly kind: 'PAYMENT';
      readonly providerPaymentId: string;
      readonly reference: string | null;
      readonly evidence: Evidence;
    }
  | {
      readonly kind: 'DISPUTE';
      readonly providerPaymentId: string;
      readonly amount: ProviderAmount;
      readonly reason: string;
    }
  | { readonly kind: 'IGNORED' };

/**
 * What a session must show once an event about it was sent. A session that does not show it yet was read too early, and is
 * read again later. ANY: the event proves nothing about the session. ENDED: the page is no longer open.
 */
export const evidences = ['ANY', 'ENDED', 'PAID', 'REFUNDED'] as const;
export type Evidence = (typeof evidences)[number];

/** An event of a provider, its signature checked. */
export interface ProviderEvent {
  /** The provider's own id: a second delivery has the same. */
  readonly id: string;
  /** As the provider names it, `checkout.session.completed`. */
  readonly type: string;
  readonly occurredAt: Date;
  readonly subject: EventSubject;
}

/** How a provider sends its events. */
export interface WebhookRoute {
  /** `/webhooks/<name>`. */
  readonly name: string;
  /** Other paths that the provider may have been given. */
  readonly otherPaths: readonly string[];
  /** The request header that holds the signature. */
  readonly signatureHeader: string;
}

/** One provider. Must not throw anything but `PaymentFailure`. */
export interface PaymentsPort {
  /** Stored with payments and events, at most 20 characters: `STRIPE`. */
  readonly provider: string;
  readonly webhook: WebhookRoute;
  /** Opens a payment page; asked again with the same payment id, answers the same session. */
  openSession(request: SessionRequest): Promise<OpenedSession>;
  /** The session as it is now; undefined when the provider does not know it. */
  readSession(sessionId: string): Promise<SessionState | undefined>;
  /** Checks the signature over the raw bytes, then reads the event. `refused` when the provider did not send it. */
  parseEvent(rawBody: Uint8Array, signature: string | undefined): ProviderEvent;
}

/** The providers of this installation. */
export interface PaymentProviders {
  /** Opens the pages of new payments. */
  readonly current: PaymentsPort;
  /** With those of before, which still send events and know their sessions. */
  readonly all: readonly PaymentsPort[];
}

export const paymentProviders = (current: PaymentsPort, ...others: readonly PaymentsPort[]): PaymentProviders => ({
  current,
  all: [current, ...others],
});

/** The provider of a stored payment or event; undefined when this installation has it no more. */
export const providerNamed = ({ all }: PaymentProviders, provider: string): PaymentsPort | undefined =>
  all.find((port) => port.provider === provider);

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

import type { MobileNetwork } from '../../../kernel/mobile-money.ts';
import type { ProviderAmount } from './amount.ts';

/** Payments that the payer confirms on a phone, in francs CFA. */
export interface PushPort {
  /** The networks that this installation offers. */
  readonly networks: readonly MobileNetwork[];
  readonly hints: HintRoute;
  /**
   * Asks the payer's phone for money. There is no key that makes a second call harmless: it is called once for a payment.
   * Answers UNKNOWN whenever the call may have reached the phone and nobody can say so; throws `PaymentFailure` only when it
   * certainly did not.
   */
  requestPush(request: PushRequest): Promise<RequestedPush>;
  /** The push as it is now; UNKNOWN whenever it could not be read. Never throws. */
  readPush(providerPaymentId: string): Promise<PushState>;
}

export interface PushRequest {
  /** Our payment row's id, given back with the push. */
  readonly paymentId: string;
  readonly amount: ProviderAmount;
  readonly network: MobileNetwork;
  /** Calling code and number, digits only. */
  readonly phoneDigits: string;
  /** One line; networks accept only plain letters, digits and spaces. */
  readonly description: string;
  /** The payer's. */
  readonly locale: 'fr' | 'en';
  /** Where the page of a network sends its payer back to. */
  readonly returnUrl: string;
}

/** PROCESSING: the payer has not confirmed yet. UNKNOWN: the provider did not say, or said what nobody understands. */
export type PushStatus = 'PROCESSING' | 'PAID' | 'FAILED' | 'UNKNOWN';

/** A push as its provider knows it now. */
export interface PushState {
  readonly status: PushStatus;
  /** The provider's id; null when its answer was lost. */
  readonly providerPaymentId: string | null;
  /** The payment id that we gave; null when the provider does not repeat it. */
  readonly reference: string | null;
  /** Null when the provider does not say. */
  readonly amount: ProviderAmount | null;
  /** FAILED: why, as the provider's code. UNKNOWN: why nobody knows. */
  readonly failureReason: string | null;
}

export interface RequestedPush extends PushState {
  /** Where the payer confirms, for networks that have a page; null for those that ask on the phone. */
  readonly paymentUrl: string | null;
}

/**
 * Where a provider without signatures sends word: `/webhooks/<name>/<secret>`. Nothing in the body is believed: it is only a
 * hint to read a push again.
 */
export interface HintRoute {
  readonly name: string;
  /** The last part of the path. */
  readonly secret: string;
  /** Which push the body is about; undefined when it names none. */
  parse(body: unknown): PushHint | undefined;
}

export interface PushHint {
  readonly providerPaymentId: string;
  /** The payment id that the body repeats, if any. */
  readonly reference: string | null;
}

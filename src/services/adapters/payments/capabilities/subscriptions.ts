import type { PlanInterval } from '../../../kernel/plans.ts';
import type { ProviderAmount } from './amount.ts';

/**
 * The provider charges a saved card by itself, once for each period, the amount that it was given. Periods, amounts and prorations are ours: what
 * it collected is compared with them.
 */
export interface SubscriptionsPort {
  /** Begins with a first charge on `startsOn`; nothing is charged before. The same key begins one. */
  createSubscription(request: SubscriptionRequest): Promise<ProviderSubscription>;
  /** As it is now; undefined when the provider does not know it. */
  readSubscription(id: string): Promise<ProviderSubscription | undefined>;
  /** Other terms from the next charge on, nothing for the time until then. The interval stays. */
  changeSubscription(id: string, terms: SubscriptionTerms): Promise<void>;
  /** Charges nothing any more. Asked twice, it is ended once. */
  endSubscription(id: string): Promise<void>;
  /** One charge of a subscription as it is now; undefined when the provider does not know it. */
  readCharge(chargeId: string): Promise<SubscriptionCharge | undefined>;
  /** No attempt is made any more to collect a charge that is open. `refused` when it is not: read it again. */
  dropCharge(chargeId: string): Promise<void>;
}

/** What each charge is, and whom it is made to. */
export interface SubscriptionTerms {
  readonly amount: ProviderAmount;
  readonly interval: PlanInterval;
  /** The provider's product (`prod_…`). */
  readonly productId: string;
  /** The provider's price of this amount and interval; null for one that it does not list. One that it no longer sells is not needed. */
  readonly priceId: string | null;
  /** The provider's id of the saved card. */
  readonly methodId: string;
}

export interface SubscriptionRequest extends SubscriptionTerms {
  /** Idempotency key. */
  readonly key: string;
  /** Our subscription row's id, given back with it. */
  readonly reference: string;
  readonly customerId: string;
  /** The local day of the first charge. */
  readonly startsOn: string;
  /** The day of the month of the charges, where the month has it. */
  readonly anchorDay: number;
}

/** A subscription as the provider knows it now. */
export interface ProviderSubscription {
  readonly id: string;
  /** The reference that we gave; null for one that we did not begin. */
  readonly reference: string | null;
  /** Will anything be charged? */
  readonly isLive: boolean;
  /** Somebody at the provider decided that the next period is not charged. */
  readonly cancelsAtPeriodEnd: boolean;
  readonly amount: ProviderAmount;
  readonly interval: PlanInterval | null;
  readonly productId: string;
  /** Listed or not. */
  readonly priceId: string | null;
  readonly methodId: string | null;
  readonly nextChargeAt: Date;
  /** The latest charge, if any. */
  readonly lastCharge: { readonly id: string; readonly isOpen: boolean } | null;
}

/** What was to be collected once, as the provider knows it now. */
export interface SubscriptionCharge {
  readonly id: string;
  readonly subscriptionId: string;
  /** The reference that we gave to the subscription. */
  readonly reference: string | null;
  readonly status: 'OPEN' | 'PAID' | 'DROPPED';
  /** OPEN: an attempt was made, and did not pass. */
  readonly isRefused: boolean;
  readonly amount: ProviderAmount;
  /** The payment that paid it; null while it is not paid, and where nothing was to be paid. */
  readonly providerPaymentId: string | null;
  /** When the period begins that it is for. */
  readonly startsAt: Date;
}

import type { ProviderAmount } from './amount.ts';

/** The payer's bank claims payments back, and the provider says how that goes. Answers are written in its dashboard. */
export interface DisputesPort {
  /** All disputes of a payment as they are now. */
  readDisputes(providerPaymentId: string): Promise<readonly ProviderDispute[]>;
}

/** WON and LOST are ends, but one that was lost may be won after all. */
export type ProviderDisputeStatus = 'OPEN' | 'WON' | 'LOST';

/** A dispute as the provider knows it now. */
export interface ProviderDispute {
  /** The provider's id (`dp_…`). */
  readonly id: string;
  readonly status: ProviderDisputeStatus;
  readonly amount: ProviderAmount;
  /** As the provider's code: `fraudulent`. */
  readonly reason: string;
  /** Until when an answer is accepted; null when none is awaited. */
  readonly respondBy: Date | null;
}

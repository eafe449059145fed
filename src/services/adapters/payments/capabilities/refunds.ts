import type { RefundReason } from '../../../kernel/refund-reasons.ts';
import type { ProviderAmount } from './amount.ts';

/** Money goes back to the payer through the provider. */
export interface RefundsPort {
  /**
   * Asks for a refund. The same attempt of the same refund always carries the same values: asked again, it makes no second
   * one. What became of it is read from `readRefunds`.
   */
  requestRefund(request: RefundRequest): Promise<void>;
  /** All refunds of a payment as they are now, whoever asked for them. */
  readRefunds(providerPaymentId: string): Promise<readonly ProviderRefund[]>;
}

export interface RefundRequest {
  /** Our refund row's id, given back with the refund. */
  readonly refundId: string;
  /** 1 for the first; a failed refund that is asked for again is another attempt. */
  readonly attempt: number;
  readonly paymentId: string;
  readonly providerPaymentId: string;
  readonly amount: ProviderAmount;
  readonly reason: RefundReason;
}

/** PENDING: the money has not arrived yet. A refund that succeeded may still fail, when the payer's bank sends it back. */
export type ProviderRefundStatus = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'CANCELLED';

/** A refund as the provider knows it now. */
export interface ProviderRefund {
  /** The provider's id (`re_…`). */
  readonly id: string;
  /** The refund and the attempt that we gave; null for one that was made at the provider. */
  readonly request: { readonly refundId: string; readonly attempt: number } | null;
  readonly amount: ProviderAmount;
  readonly status: ProviderRefundStatus;
  /** Why, where the provider's words say so. */
  readonly reason: RefundReason | null;
  /** Why it failed, as the provider's code. */
  readonly failureReason: string | null;
}

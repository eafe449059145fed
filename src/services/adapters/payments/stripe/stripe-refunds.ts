import type { Stripe } from 'stripe';
import type { RefundReason } from '../../../kernel/refund-reasons.ts';
import type { ProviderRefund, ProviderRefundStatus, RefundsPort } from '../port.ts';
import { asking } from './stripe-failure.ts';

/**
 * Refunds of payment intents. The idempotency key is the attempt of our refund; its metadata say which one it is, so that
 * it is recognised when Stripe has forgotten the key.
 */
export const stripeRefunds = (stripe: Stripe): RefundsPort => ({
  async requestRefund({ refundId, attempt, paymentId, providerPaymentId, amount, reason }) {
    await asking(() =>
      stripe.refunds.create(
        {
          payment_intent: providerPaymentId,
          amount: amount.amount,
          reason: stripeReasons[reason],
          metadata: { refundId, attempt: String(attempt), paymentId },
        },
        { idempotencyKey: `refund:${refundId}:${attempt}` },
      ),
    );
  },
  async readRefunds(providerPaymentId) {
    const found: Stripe.Refund[] = [];
    await asking(async () => {
      const { latest_charge: charge } = await stripe.paymentIntents.retrieve(providerPaymentId, {
        expand: ['latest_charge.refunds'],
      });
      const page = typeof charge === 'object' ? charge?.refunds : undefined;
      if (page?.has_more === true)
        for await (const refund of stripe.refunds.list({ payment_intent: providerPaymentId, limit: 100 }))
          found.push(refund);
      else found.push(...(page?.data ?? []));
    });
    return found.map(refundOf);
  },
});

/** Stripe knows three reasons; what is not one of them was asked for by somebody. */
const stripeReasons: Readonly<Record<RefundReason, Stripe.RefundCreateParams.Reason>> = {
  REQUESTED_BY_CUSTOMER: 'requested_by_customer',
  DUPLICATE: 'duplicate',
  WITHDRAWAL: 'requested_by_customer',
  NOT_DELIVERED: 'requested_by_customer',
  GOODWILL: 'requested_by_customer',
  FRAUD: 'fraudulent',
};
const ourReasons = new Map<string | null, RefundReason>([
  ['requested_by_customer', 'REQUESTED_BY_CUSTOMER'],
  ['duplicate', 'DUPLICATE'],
  ['fraudulent', 'FRAUD'],
]);

/** One that waits for the payer to do something waits like any other. */
const statuses = new Map<string | null, ProviderRefundStatus>([
  ['succeeded', 'SUCCEEDED'],
  ['failed', 'FAILED'],
  ['canceled', 'CANCELLED'],
]);

const refundOf = (refund: Stripe.Refund): ProviderRefund => ({
  id: refund.id,
  request: requestOf(refund.metadata),
  amount: { amount: refund.amount, currency: refund.currency.toUpperCase() },
  status: statuses.get(refund.status) ?? 'PENDING',
  reason: ourReasons.get(refund.reason) ?? null,
  failureReason: refund.failure_reason ?? null,
});

function requestOf(metadata: Stripe.Metadata | null): ProviderRefund['request'] {
  const refundId = metadata?.['refundId'];
  const attempt = Number(metadata?.['attempt']);
  return refundId === undefined || !Number.isInteger(attempt) ? null : { refundId, attempt };
}

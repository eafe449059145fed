import type { Stripe } from 'stripe';
import type { DisputesPort, ProviderDispute, ProviderDisputeStatus } from '../port.ts';
import { asking } from './stripe-failure.ts';

/** Disputes of payment intents. */
export const stripeDisputes = (stripe: Stripe): DisputesPort => ({
  async readDisputes(providerPaymentId) {
    const found: ProviderDispute[] = [];
    await asking(async () => {
      for await (const dispute of stripe.disputes.list({ payment_intent: providerPaymentId, limit: 100 }))
        found.push(disputeOf(dispute));
    });
    return found;
  },
});

/** An inquiry that was closed, and a dispute that was prevented, took no money. */
const ends = new Map<string, ProviderDisputeStatus>([
  ['won', 'WON'],
  ['warning_closed', 'WON'],
  ['prevented', 'WON'],
  ['lost', 'LOST'],
]);

function disputeOf({
  id,
  status,
  amount,
  currency,
  reason,
  evidence_details: details,
}: Stripe.Dispute): ProviderDispute {
  return {
    id,
    status: ends.get(status) ?? 'OPEN',
    amount: { amount, currency: currency.toUpperCase() },
    reason: reason.slice(0, 100),
    respondBy: details.due_by === null ? null : new Date(details.due_by * 1_000),
  };
}

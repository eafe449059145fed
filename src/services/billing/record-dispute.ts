import { Payment } from '../../entities/billing/payment.entity.ts';
import type { ProviderAmount } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Tx } from '../platform/context.ts';
import type { ProcessingResult } from './process-session.ts';
import { claimEvent, linkEvent, type EventKey } from './claim-event.ts';
import { paymentDisputed } from './events.ts';
import { idsOf } from './payment-ids.ts';

export interface ReportedDispute {
  readonly event: EventKey;
  readonly providerPaymentId: string;
  readonly amount: ProviderAmount;
  readonly reason: string;
}

/** The payer's bank claims the payment back: nothing changes yet, but somebody must answer within days. */
export async function recordDispute(
  tx: Tx<'em' | 'now' | 'record' | 'emit'>,
  { event, providerPaymentId, amount, reason }: ReportedDispute,
): Promise<ProcessingResult> {
  if (!(await claimEvent(tx, event))) return 'ALREADY';
  const payment = await tx.em.findOne(Payment, { provider: event.provider, providerPaymentId });
  // The payment's own event may still be on its way. One that never comes ends as a dead letter, which somebody sees.
  if (payment === null) throw new DomainError('NOT_FOUND', { eventId: event.id, providerPaymentId });
  await linkEvent(tx, { ...event, paymentId: payment.id });
  tx.record({
    action: 'PAYMENT_DISPUTED',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'CRITICAL',
    payload: { ...amount, reason },
  });
  tx.emit(paymentDisputed, { ...idsOf(payment), amountCents: amount.amount, currency: amount.currency, reason });
  return 'APPLIED';
}

import { Payment } from '../../entities/billing/payment.entity.ts';
import type { ProviderAmount } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Tx } from '../platform/context.ts';
import type { Applied } from './apply-session.ts';
import { claimEvent } from './claim-event.ts';
import { paymentDisputed } from './events.ts';
import { factsOf } from './settle-payment.ts';

export interface ToldDispute {
  readonly eventId: string;
  readonly providerPaymentId: string;
  readonly amount: ProviderAmount;
  readonly reason: string;
}

/** The payer's bank claims money back: nothing changes yet, but somebody must answer within days. */
export async function recordDispute(
  tx: Tx<'em' | 'now' | 'record' | 'emit'>,
  { eventId, providerPaymentId, amount, reason }: ToldDispute,
): Promise<Applied> {
  if (!(await claimEvent(tx, eventId))) return 'ALREADY';
  const payment = await tx.em.findOne(Payment, { providerPaymentId });
  // The payment's own event may still be on its way. One that never comes ends as a dead letter, which somebody sees.
  if (payment === null) throw new DomainError('NOT_FOUND', { eventId, providerPaymentId });
  tx.record({
    action: 'PAYMENT_DISPUTED',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'CRITICAL',
    payload: { ...amount, reason },
  });
  tx.emit(paymentDisputed, { ...factsOf(payment), amountCents: amount.amount, currency: amount.currency, reason });
  return 'APPLIED';
}

import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { transition } from '../kernel/states.ts';
import type { Tx } from '../platform/context.ts';
import { idsOf } from './payment-ids.ts';
import { paymentRefunded, refundFailed, refundSucceeded } from './events.ts';
import { paymentStates } from './payment.states.ts';
import { refundedSum } from './refund.policy.ts';

export const refundIdsOf = (payment: Payment, refund: Refund) => ({
  ...idsOf(payment),
  refundId: refund.id,
  amountCents: refund.amountCents,
  currency: refund.currency,
  attempt: refund.attempt,
});

/**
 * Brings the payment in line with its refunds: a sum that grew is an event for the module of its subject, one that shrank
 * (the bank sent the money back) moves the payment back.
 */
export function updateRefundedTotal(tx: Tx<'record' | 'emit'>, payment: Payment, refunds: readonly Refund[]): void {
  const refundedCents = refundedSum(payment, refunds).amount;
  const before = payment.refundedCents;
  if (refundedCents === before) return;
  const isWhole = refundedCents >= payment.amountCents;
  payment.refundedCents = refundedCents;
  transition(paymentStates, payment, refundedCents === 0 ? 'restore' : isWhole ? 'refund' : 'refundPartly');
  if (refundedCents >= payment.amountCents - payment.allocatedCents) payment.refundDueReason = null;
  if (refundedCents < before) return;
  tx.record({
    action: 'PAYMENT_REFUNDED',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'HIGH',
    payload: { refundedCents, isWhole },
  });
  tx.emit(paymentRefunded, { ...idsOf(payment), refundedCents, isWhole });
}

/** The money has arrived, or left by hand. */
export function noteSucceeded(tx: Tx<'emit' | 'now'>, payment: Payment, refund: Refund): void {
  refund.succeededAt = tx.now;
  refund.failureReason = null;
  tx.emit(refundSucceeded, refundIdsOf(payment, refund));
}

/** The money did not leave, or came back: what was owed is owed again. */
export function noteFailed(
  tx: Tx<'emit' | 'record'>,
  payment: Payment,
  { refund, reason }: { readonly refund: Refund; readonly reason: string | null },
): void {
  refund.failureReason = reason;
  refund.succeededAt = null;
  if (refund.dueReason !== null) payment.refundDueReason = refund.dueReason;
  tx.record({
    action: 'REFUND_FAILED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { refundId: refund.id, status: refund.status, reason, amountCents: refund.amountCents },
  });
  tx.emit(refundFailed, refundIdsOf(payment, refund));
}

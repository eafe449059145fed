import { PaymentReversal } from '../../entities/billing/payment-reversal.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { offline } from '../adapters/payments/port.ts';
import { DomainError } from '../kernel/errors.ts';
import { allows, transition } from '../kernel/states.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { UseCase } from '../platform/context.ts';
import { bookLosses } from './book-losses.ts';
import { paymentReversed } from './events.ts';
import { lockPaymentOf } from './lock-refunds.ts';
import { idsOf } from './payment-ids.ts';
import { paymentStates } from './payment.states.ts';
import { refundStates } from './refund.states.ts';

export interface ReversePayment {
  readonly paymentId: string;
  /** Why the money never came, in the words of the admin. */
  readonly reason: string;
}

/**
 * Records that the money of a payment without a provider never came, as of a bounced cheque: a row of its own takes it back, and
 * its invoice is owed again. Refuses with `ACTION_NOT_ALLOWED` one that a provider took, that was not paid, or that was reversed
 * before. A refund of it that nobody has paid yet is cancelled.
 */
export const reversePayment: UseCase<'em' | 'now' | 'config' | 'emit' | 'record', ReversePayment, Payment> = async (
  tx,
  { paymentId, reason },
) => {
  const { payment, refunds } = await lockPaymentOf(tx, paymentId);
  requireReversible(payment);
  const { amountCents, currency } = payment;
  tx.em.create(PaymentReversal, { payment, amountCents, currency, reason, at: tx.now });
  payment.reversedAt = tx.now;
  payment.refundDueReason = null;
  for (const refund of refunds) cancelUnpaid(refund);
  tx.record({
    action: 'PAYMENT_REVERSED',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'HIGH',
    payload: { amountCents, currency },
  });
  tx.emit(paymentReversed, { ...idsOf(payment), amountCents, currency });
  crashPoint('after-reversal');
  await bookLosses(tx, payment, 'REVERSAL');
  return payment;
};

function requireReversible({ provider, status, reversedAt }: Payment): void {
  const isPaid = allows(paymentStates, status, 'refund') || status === 'REFUNDED';
  if (provider !== offline.provider || !isPaid || reversedAt !== null)
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'reverse', status });
}

/** There is nothing to give back of money that never came. */
function cancelUnpaid(refund: Refund): void {
  if (refund.status !== 'PENDING') return;
  transition(refundStates, refund, 'cancel');
  refund.failureReason = 'payment_reversed';
}

import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { add, money, subtract, type Money } from '../kernel/money.ts';
import { allows } from '../kernel/states.ts';
import { paymentStates } from './payment.states.ts';

/** A refund that failed or was cancelled gives nothing back: its amount is free again. */
const takesAmount = ({ status }: Refund): boolean => status !== 'FAILED' && status !== 'CANCELLED';

/** What of a payment no refund has given back, or is about to, and that no dispute claims; nothing of one that never came. */
export function refundable(payment: Payment, refunds: readonly Refund[]): Money {
  const left = refunds
    .filter(takesAmount)
    .reduce((sum, refund) => subtract(sum, money(refund.amountCents, refund.currency)), heldAmount(payment));
  return money(Math.max(0, left.amount), left.currency);
}

/** The sum of the refunds whose money arrived. */
export const refundedSum = (payment: Payment, refunds: readonly Refund[]): Money =>
  refunds
    .filter(({ status }) => status === 'SUCCEEDED')
    .reduce((sum, refund) => add(sum, money(refund.amountCents, refund.currency)), money(0, payment.currency));

const heldAmount = ({ amountCents, disputedCents, reversedAt, currency }: Payment): Money =>
  money(reversedAt === null ? amountCents - disputedCents : 0, currency);

/** Only money that came can go back. */
export function requireRefundable(payment: Payment): void {
  if (!allows(paymentStates, payment.status, 'refundPartly'))
    throw new DomainError('ACTION_NOT_ALLOWED', { action: 'refund', status: payment.status });
}

/** Refunds in sum never exceed the payment. */
export function requireAvailable(amount: Money, available: Money): void {
  if (amount.amount > available.amount) throw new DomainError('REFUND_TOO_LARGE', { available });
}

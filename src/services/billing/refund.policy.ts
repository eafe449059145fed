import type { Payment } from '../../entities/billing/payment.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { add, money, type Money } from '../kernel/money.ts';
import { allows } from '../kernel/states.ts';
import { paymentStates } from './payment.states.ts';

/** A refund that failed or was cancelled gives nothing back: its amount is free again. */
const takesAmount = ({ status }: Refund): boolean => status !== 'FAILED' && status !== 'CANCELLED';

/** What refunds have given back, or are about to, in minor units. */
export const promisedRefunds = (refunds: readonly Refund[]): number =>
  refunds.filter(takesAmount).reduce((sum, { amountCents }) => sum + amountCents, 0);

/**
 * What of a payment no refund has given back, or is about to, that no dispute claims, and that was not moved to another invoice (a
 * plan was changed); nothing of one that never came.
 */
export const refundable = (payment: Payment, refunds: readonly Refund[], movedCents: number): Money =>
  money(Math.max(0, heldAmount(payment).amount - movedCents - promisedRefunds(refunds)), payment.currency);

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

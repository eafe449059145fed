import type { Payment, RefundDueReason } from '../../entities/billing/payment.entity.ts';
import type { Tx } from '../platform/context.ts';
import { paymentRefundDue } from './events.ts';
import { idsOf } from './payment-ids.ts';

/** Money that no invoice asks for, and that has not gone back yet. What was taken for an invoice is not part of it. */
export const refundDueCents = ({
  refundDueReason,
  amountCents,
  allocatedCents,
  refundedCents,
}: Pick<Payment, 'refundDueReason' | 'amountCents' | 'allocatedCents' | 'refundedCents'>): number =>
  refundDueReason === null ? 0 : Math.max(0, amountCents - allocatedCents - refundedCents);

/** Marks a payment as due for a refund, of all that was not taken for an invoice. The admins are alerted. */
export function recordRefundDue(
  { record, emit }: Tx<'record' | 'emit'>,
  payment: Payment,
  reason: RefundDueReason,
): void {
  payment.refundDueReason = reason;
  record({
    action: 'PAYMENT_REFUND_DUE',
    targetType: 'payment',
    targetId: payment.id,
    severity: 'HIGH',
    payload: {
      reason,
      subjectType: payment.subjectType,
      subjectId: payment.subjectId,
      amountCents: payment.amountCents - payment.allocatedCents,
      currency: payment.currency,
    },
  });
  emit(paymentRefundDue, { ...idsOf(payment), reason });
}

import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { Refund, type RefundedLine } from '../../entities/billing/refund.entity.ts';
import { capabilityOf, type PaymentProviders } from '../adapters/payments/port.ts';
import type { Money } from '../kernel/money.ts';
import type { RefundReason } from '../kernel/refund-reasons.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import { refundRequested } from './events.ts';
import { refundIdsOf } from './refunded-total.ts';

export interface ToRefund {
  /** Locked until the commit, with its refunds. */
  readonly payment: Payment;
  /** No more than is left of it. */
  readonly amount: Money;
  /** The lines of the invoice that it is for. */
  readonly lines?: readonly RefundedLine[] | undefined;
  readonly reason: RefundReason;
  /** The credit note that says so already; null: one is issued when the money has left. */
  readonly creditNote: Invoice | null;
}

/** The row of money that is to go back. A job asks the provider; one that has no refunds leaves it to be paid by hand. */
export async function addRefund(
  tx: Tx<'em' | 'emit' | 'record'>,
  providers: PaymentProviders,
  { payment, amount, lines, reason, creditNote }: ToRefund,
): Promise<Refund> {
  const isManual =
    payment.providerPaymentId === null || capabilityOf(providers, payment.provider, 'refunds') === undefined;
  const refund = tx.em.create(Refund, {
    payment,
    creditNote,
    provider: payment.provider,
    origin: 'SYSTEM',
    status: 'PENDING',
    reason,
    amountCents: amount.amount,
    refundedLines: lines ?? null,
    currency: amount.currency,
    attempt: 1,
    isManual,
    dueReason: payment.refundDueReason,
  });
  await tx.em.flush();
  tx.record({
    action: 'REFUND_REQUESTED',
    targetType: 'payment',
    targetId: payment.id,
    payload: { refundId: refund.id, amountCents: amount.amount, currency: amount.currency, reason, isManual },
  });
  tx.emit(refundRequested, { ...refundIdsOf(payment, refund), isManual });
  crashPoint('after-refund-row');
  return refund;
}

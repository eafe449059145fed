import type { Payment, RefundReason } from '../../entities/billing/payment.entity.ts';
import { money } from '../kernel/money.ts';
import { transition } from '../kernel/states.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill, BillableRules, SettlementNeeds } from './billable.ts';
import { paymentCompleted, paymentRefundDue, type PaymentFacts } from './events.ts';
import { examineClock } from './clock-guard.ts';
import { issueInvoice } from './issue-invoice.ts';
import { issueLaterJob } from './tasks/issue-later.job.ts';
import { paymentStates } from './payment.states.ts';

/** Ids of a payment, as its events tell them. */
export const factsOf = (payment: Payment): PaymentFacts => ({
  paymentId: payment.id,
  subjectType: payment.subjectType,
  subjectId: payment.subjectId,
  payerId: payment.payer.id,
});

/**
 * The money is there: the payment is paid, its thing settled, its invoice issued. When the thing does not want the money
 * (paid twice, cancelled, another price), the payment is recorded as paid and marked as owed back: no second invoice.
 */
export async function settlePayment(
  tx: SettlementNeeds & Tx<'config'>,
  rules: BillableRules,
  payment: Payment,
): Promise<void> {
  transition(paymentStates, payment, 'pay');
  payment.paidAt = tx.now;
  payment.failureReason = null;
  const amount = money(payment.amountCents, payment.currency);
  const settlement = await rules.settle(tx, { subjectId: payment.subjectId, paymentId: payment.id, amount });
  crashPoint('after-settle');
  if (settlement.outcome === 'SETTLED') {
    tx.emit(paymentCompleted, factsOf(payment));
    await issueNowOrLater(tx, payment, settlement.bill);
  } else {
    owe(tx, payment, settlement.outcome);
  }
}

/** Under a clock that is not believed the payment counts all the same; its invoice waits until the clock is. */
async function issueNowOrLater(tx: SettlementNeeds & Tx<'config'>, payment: Payment, bill: Bill): Promise<void> {
  await tx.em.flush();
  if ((await examineClock(tx)) === null) await issueInvoice(tx, { payment, bill });
  else
    tx.enqueue(
      issueLaterJob,
      { paymentId: payment.id, bill: bill },
      { dedupeKey: `${issueLaterJob.kind}:${payment.id}` },
    );
}

function owe({ record, emit }: Tx<'record' | 'emit'>, payment: Payment, reason: RefundReason): void {
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
      amountCents: payment.amountCents,
      currency: payment.currency,
    },
  });
  emit(paymentRefundDue, { ...factsOf(payment), reason });
}

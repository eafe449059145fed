import type { Payment } from '../../entities/billing/payment.entity.ts';
import { money } from '../kernel/money.ts';
import { isUser } from '../kernel/payer.ts';
import { transition } from '../kernel/states.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill, BillableRules, ConfirmationContext } from './billable.ts';
import { paymentCompleted } from './events.ts';
import { issueInvoice } from './issue-invoice.ts';
import { issueLaterTask } from './tasks/issue-later.task.ts';
import { idsOf } from './payment-ids.ts';
import { paymentStates } from './payment.states.ts';
import { moveToSubject } from './move-to-subject.ts';
import { recordRefundDue } from './refund-due.ts';

/**
 * Records that a payment is paid, marks its subject as paid and issues the invoice. When the subject does not accept the
 * payment (paid twice, cancelled, another price), the payment is recorded as paid and as due for a refund: no second invoice.
 */
export async function confirmPayment(
  tx: ConfirmationContext & Tx<'config'>,
  rules: BillableRules,
  payment: Payment,
): Promise<void> {
  transition(paymentStates, payment, 'pay');
  payment.paidAt = tx.now;
  payment.failureReason = null;
  const amount = money(payment.amountCents, payment.currency);
  const outcome = await rules.confirmPayment(tx, { subjectId: payment.subjectId, paymentId: payment.id, amount });
  crashPoint('after-payment-confirmed');
  if (outcome.outcome === 'PAID') {
    if (outcome.subject !== undefined)
      moveToSubject(tx, payment, { subject: outcome.subject, payer: outcome.bill.payer });
    tx.emit(paymentCompleted, idsOf(payment));
    // Nothing was paid: there is nothing to invoice.
    if (payment.amountCents > 0) await issueNowOrLater(tx, payment, outcome.bill);
  } else if (outcome.outcome === 'INVOICE_PAID' || outcome.outcome === 'HELD') {
    tx.emit(paymentCompleted, idsOf(payment));
  } else {
    recordRefundDue(tx, payment, outcome.outcome);
  }
}

/** While the clock is implausible the payment counts all the same; its invoice waits until the clock is confirmed. */
export async function issueNowOrLater(tx: ConfirmationContext, payment: Payment, bill: Bill): Promise<void> {
  if ((await issueInvoice(tx, { payment, bill })) === null) issueLater(tx, payment, bill);
}

/** A job keeps no personal data: a person without an account is read from the payment again. */
function issueLater({ enqueue }: Tx<'enqueue'>, { id: paymentId }: Payment, { payer, ...bill }: Bill): void {
  const waiting = { paymentId, bill: { ...bill, payerId: isUser(payer) ? payer.userId : null } };
  enqueue(issueLaterTask, waiting, { dedupeKey: `${issueLaterTask.kind}:${paymentId}` });
}

import { LockMode } from '@mikro-orm/core';
import { Payment } from '../../entities/billing/payment.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import type { Subject } from '../kernel/subject.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill, ConfirmationContext } from './billable.ts';
import { issueNowOrLater } from './confirm-payment.ts';
import { publishPayment } from './live.ts';
import { moveToSubject } from './move-to-subject.ts';
import { recordRefundDue } from './refund-due.ts';

/** The one payment of a subject that was paid and is neither invoiced nor owed back; null when there is none any more. */
const heldPayment = ({ em }: Tx<'em'>, { type, id }: Subject): Promise<Payment | null> =>
  em.findOne(
    Payment,
    { subjectType: type, subjectId: id, status: 'PAID', refundDueReason: null, invoiceId: null },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  );

/**
 * What was paid has become something else, of a known payer: the payment is theirs, and its invoice is issued. Answers the
 * payment. Refuses with ACTION_NOT_ALLOWED when the money has gone back meanwhile.
 */
export async function handOverPayment(
  tx: ConfirmationContext,
  { from, to, bill }: { readonly from: Subject; readonly to: Subject; readonly bill: Bill },
): Promise<string> {
  const payment = await heldPayment(tx, from);
  if (payment === null) throw new DomainError('ACTION_NOT_ALLOWED', { action: 'hand-over' });
  moveToSubject(tx, payment, { subject: to, payer: bill.payer });
  if (payment.amountCents > 0) await issueNowOrLater(tx, payment, bill);
  publishPayment(tx, payment.id);
  return payment.id;
}

/** Nobody came for what was paid: the money is owed back, and the admins are alerted. */
export async function oweHeldPayment(tx: Tx<'em' | 'record' | 'emit' | 'publish'>, subject: Subject): Promise<void> {
  const payment = await heldPayment(tx, subject);
  if (payment === null) return;
  recordRefundDue(tx, payment, 'NOT_PAYABLE');
  publishPayment(tx, payment.id);
}

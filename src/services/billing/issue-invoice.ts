import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { allocatePayment } from './allocate-payment.ts';
import type { Bill } from './billable.ts';
import { buyerOf } from './buyer.ts';
import { composeInvoice } from './compose-invoice.ts';
import { issueDocument, type IssueNeeds } from './issue-document.ts';
import { creditForOffset, payByOffset } from './offset-invoice.ts';

export interface PaidBill {
  readonly payment: Payment;
  readonly bill: Bill;
}

/** Issues the invoice of what was just paid, in the same transaction. Null while the clock is not believed. */
export async function issueInvoice(tx: IssueNeeds, { payment, bill }: PaidBill): Promise<Invoice | null> {
  const { payer } = bill;
  const buyer = await buyerOf(tx, payer);
  const paidAt = payment.paidAt ?? tx.now;
  // A credit note of an earlier invoice that pays a part of this one has its number before it.
  const moved = bill.credited === undefined ? [] : await creditForOffset(tx, bill.credited);
  return issueDocument(tx, {
    compose: (taken, terms) => composeInvoice(taken, { ...terms, bill, buyer, paidAt, method: payment.method }),
    subject: { type: payment.subjectType, id: payment.subjectId },
    payer,
    pay: (invoice) => {
      payByOffset(tx, invoice, moved);
      allocatePayment(tx, { payment, invoice });
    },
    payload: { paymentId: payment.id },
  });
}

import { localDateOf } from '../kernel/format.ts';
import { subtract } from '../kernel/money.ts';
import { one } from '../kernel/unit-price.ts';
import type { Bill } from './billable.ts';
import { composeDocument, type Buyer, type SellerTerms } from './compose-document.ts';
import type { InvoiceDocument, InvoicePayment, PaymentMethod } from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import type { SoldLine } from './sold-line.ts';

export interface Sale extends SellerTerms {
  readonly bill: Bill;
  readonly buyer: Buyer;
  readonly paidAt: Date;
  readonly method: PaymentMethod;
}

/** The invoice of a paid sale. The prices of a bill include VAT, and the payer pays exactly them. */
export const composeInvoice = (taken: TakenNumber, { bill, buyer, paidAt, method, ...terms }: Sale): InvoiceDocument =>
  composeDocument(taken, {
    ...terms,
    kind: bill.isDeposit ? 'DEPOSIT' : 'INVOICE',
    buyer,
    operation: bill.operation ?? 'SERVICES',
    basis: 'GROSS',
    currency: bill.total.currency,
    lines: bill.lines.map(({ gross, quantity, ...line }): SoldLine => ({
      ...line,
      quantity: quantity * one,
      price: { total: gross },
    })),
    payments: paymentsOf({ bill, paidAt, method }),
    dueOn: localDateOf(taken.issuedAt, terms.timeZone),
  });

/** The money that came, and what a credit note of an earlier invoice pays. */
function paymentsOf({ bill, paidAt, method }: Pick<Sale, 'bill' | 'paidAt' | 'method'>): InvoicePayment[] {
  const { total, credited } = bill;
  if (credited === undefined) return [{ paidAt, method, amount: total }];
  const came = subtract(total, credited.amount);
  return [
    { paidAt, method, amount: came },
    { paidAt, method: 'OTHER', amount: credited.amount },
  ];
}

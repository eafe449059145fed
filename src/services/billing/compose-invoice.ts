import { localDateOf } from '../kernel/format.ts';
import { one } from '../kernel/unit-price.ts';
import type { Bill } from './billable.ts';
import { composeDocument, type Buyer, type SellerTerms } from './compose-document.ts';
import type { InvoiceDocument, PaymentMethod } from './invoice-document.ts';
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
    kind: 'INVOICE',
    buyer,
    operation: bill.operation ?? 'SERVICES',
    basis: 'GROSS',
    currency: bill.total.currency,
    lines: bill.lines.map(({ gross, quantity, ...line }): SoldLine => ({
      ...line,
      quantity: quantity * one,
      price: { total: gross },
    })),
    payments: [{ paidAt, method, amount: bill.total }],
    dueOn: localDateOf(taken.issuedAt, terms.timeZone),
  });

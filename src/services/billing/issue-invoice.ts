import { InvoiceLine } from '../../entities/billing/invoice-line.entity.ts';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import { DomainError } from '../kernel/errors.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill } from './billable.ts';
import { composeInvoice, type Buyer } from './compose-invoice.ts';
import { invoiceIssued } from './events.ts';
import type { InvoiceDocument } from './invoice-document.ts';
import { markOf } from './invoice-marks.ts';
import { takeNumber, type TakenNumber } from './invoice-number.ts';
import { documentToStore } from './stored-document.ts';

export interface PaidBill {
  readonly payment: Payment;
  readonly bill: Bill;
}

type IssueNeeds = Tx<'em' | 'now' | 'config' | 'emit' | 'record'>;

/**
 * Issues the invoice of what was just paid, in the same transaction: number, invoice and lines commit together or not at
 * all. Refuses with `INVOICE_SERIES_BEHIND` when a number that was already shown would be given again.
 */
export async function issueInvoice(tx: IssueNeeds, { payment, bill }: PaidBill): Promise<Invoice> {
  const { em, config } = tx;
  const buyer = await em.findOneOrFail(User, { id: bill.payerId });
  // What is loaded and changed so far is written before the counter is locked: it is held as briefly as can be.
  await em.flush();
  const taken = await takeNumber(tx, 'FACT');
  crashPoint('after-counter');
  if (markOf(config, taken.series) >= taken.sequence)
    throw new DomainError('INVOICE_SERIES_BEHIND', { series: taken.series });
  const paidAt = payment.paidAt ?? tx.now;
  const document = composeInvoice(config, taken, { bill, buyer: buyerOf(buyer), paidAt });
  const invoice = addInvoice(tx, { document, taken, payment, buyer, paidAt });
  await em.flush();
  crashPoint('after-invoice');
  tx.emit(invoiceIssued, { invoiceId: invoice.id, buyerId: buyer.id });
  tx.record({
    action: 'INVOICE_ISSUED',
    targetType: 'invoice',
    targetId: invoice.id,
    severity: 'MEDIUM',
    payload: {
      number: taken.number,
      grossCents: invoice.grossCents,
      currency: invoice.currency,
      paymentId: payment.id,
    },
  });
  return invoice;
}

const buyerOf = ({ firstName, lastName, address, email, locale }: User): Buyer => ({
  name: `${firstName} ${lastName}`,
  address,
  email,
  locale,
});

interface Issue {
  readonly document: InvoiceDocument;
  readonly taken: TakenNumber;
  readonly payment: Payment;
  readonly buyer: User;
  readonly paidAt: Date;
}

function addInvoice({ em, config }: Tx<'em' | 'config'>, { document, taken, payment, buyer, paidAt }: Issue): Invoice {
  const { totals, lines, locale, currency } = document;
  const invoice = em.create(Invoice, {
    kind: 'INVOICE',
    status: 'PAID',
    series: taken.series,
    sequence: taken.sequence,
    number: taken.number,
    subjectType: payment.subjectType,
    subjectId: payment.subjectId,
    buyer,
    document: documentToStore(document),
    netCents: totals.net.amount,
    taxCents: totals.tax.amount,
    grossCents: totals.gross.amount,
    currency,
    locale,
    issuedAt: taken.issuedAt,
    dueOn: localDateOf(taken.issuedAt, config.TIME_ZONE),
    paidAt,
  });
  for (const [i, line] of lines.entries()) {
    em.create(InvoiceLine, {
      invoice,
      position: i + 1,
      description: line.description.slice(0, 500),
      quantity: line.quantity,
      unitNetCents: line.unitNet.amount,
      taxRate: line.rate,
      netCents: line.net.amount,
      taxCents: line.tax.amount,
      grossCents: line.gross.amount,
    });
  }
  return invoice;
}

import { InvoiceLine } from '../../entities/billing/invoice-line.entity.ts';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import { DomainError } from '../kernel/errors.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import type { Bill } from './billable.ts';
import { buyerOf } from './buyer.ts';
import { composeInvoice } from './compose-invoice.ts';
import { documentFaults } from './document-faults.ts';
import { invoiceIssued } from './events.ts';
import type { InvoiceDocument } from './invoice-document.ts';
import { markOf } from './invoice-marks.ts';
import { takeNumber, type TakenNumber } from './invoice-number.ts';
import { mentionCatalogue } from './mention-catalogue.ts';
import { sellerInForce } from './seller-in-force.ts';
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
  const timeZone = config.TIME_ZONE;
  const payer = await em.findOneOrFail(User, { id: bill.payerId });
  const buyer = await buyerOf(tx, payer);
  const today = localDateOf(tx.now, timeZone);
  const sellerToday = await sellerInForce(tx, today);
  const mentionList = await mentionCatalogue(tx);
  // What is loaded and changed so far is written before the counter is locked: it is held as briefly as can be.
  await em.flush();
  const taken = await takeNumber(tx, 'FACT');
  crashPoint('after-counter');
  if (markOf(config, taken.series) >= taken.sequence)
    throw new DomainError('INVOICE_SERIES_BEHIND', { series: taken.series });
  const paidAt = payment.paidAt ?? tx.now;
  // The number may carry a later instant than this transaction: around midnight another version may be in force by then.
  const issuedOn = localDateOf(taken.issuedAt, timeZone);
  const seller = issuedOn === today ? sellerToday : await sellerInForce(tx, issuedOn);
  const document = composeInvoice(taken, { seller, mentionList, timeZone, bill, buyer, paidAt, method: 'CARD' });
  requireExactTotals(document);
  const invoice = addInvoice(tx, { document, taken, payment, buyer: payer, paidAt });
  await em.flush();
  crashPoint('after-invoice');
  tx.emit(invoiceIssued, { invoiceId: invoice.id, buyerId: payer.id });
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

/** A figure that is a cent off is a bug: nothing is issued, the number is given back, and the job that dies alarms the admins. */
function requireExactTotals(document: InvoiceDocument): void {
  const faults = documentFaults(document);
  if (faults.length > 0) throw new DomainError('INVOICE_TOTALS_WRONG', { faults });
}

interface Issue {
  readonly document: InvoiceDocument;
  readonly taken: TakenNumber;
  readonly payment: Payment;
  readonly buyer: User;
  readonly paidAt: Date;
}

function addInvoice({ em }: Tx<'em'>, { document, taken, payment, buyer, paidAt }: Issue): Invoice {
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
    dueOn: document.dueOn as string,
    paidAt,
  });
  for (const [i, line] of lines.entries()) {
    em.create(InvoiceLine, {
      invoice,
      position: i + 1,
      description: line.description.slice(0, 500),
      quantityThousandths: line.quantity,
      unitPriceTenThousandths: line.unitPrice.tenThousandths,
      discountCents: line.discount?.amount ?? 0,
      category: line.category,
      taxRate: line.rate,
      exemptionCode: line.exemptionCode ?? null,
      netCents: line.net.amount,
      taxCents: line.tax.amount,
      grossCents: line.gross.amount,
    });
  }
  return invoice;
}

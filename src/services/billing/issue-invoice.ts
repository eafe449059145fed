import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import { allocatePayment } from './allocate-payment.ts';
import { addInvoice, requireExactTotals, takeUnshownNumber } from './add-invoice.ts';
import type { Bill } from './billable.ts';
import { buyerOf } from './buyer.ts';
import { composeInvoice } from './compose-invoice.ts';
import { invoiceIssued } from './events.ts';
import { mentionCatalogue } from './mention-catalogue.ts';
import { creditForOffset, payByOffset } from './offset-invoice.ts';
import { sellerInForce } from './seller-in-force.ts';

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
  const { payer } = bill;
  const buyer = await buyerOf(tx, payer);
  const today = localDateOf(tx.now, timeZone);
  const sellerToday = await sellerInForce(tx, today);
  const mentionList = await mentionCatalogue(tx);
  // A credit note of an earlier invoice that pays a part of this one has its number before it.
  const moved = bill.credited === undefined ? [] : await creditForOffset(tx, bill.credited);
  // What is loaded and changed so far is written before the counter is locked: it is held as briefly as can be.
  await em.flush();
  const taken = await takeUnshownNumber(tx, 'FACT');
  crashPoint('after-counter');
  const paidAt = payment.paidAt ?? tx.now;
  // The number may carry a later instant than this transaction: around midnight another version may be in force by then.
  const issuedOn = localDateOf(taken.issuedAt, timeZone);
  const seller = issuedOn === today ? sellerToday : await sellerInForce(tx, issuedOn);
  const document = composeInvoice(taken, {
    seller,
    mentionList,
    timeZone,
    bill,
    buyer,
    paidAt,
    method: payment.method,
  });
  requireExactTotals(document);
  const invoice = addInvoice(tx, { document, taken, subject: payment, payer });
  payByOffset(tx, invoice, moved);
  allocatePayment(tx, { payment, invoice });
  await em.flush();
  crashPoint('after-invoice');
  tx.emit(invoiceIssued, { invoiceId: invoice.id, buyerId: invoice.buyer?.id ?? null });
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

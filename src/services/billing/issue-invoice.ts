import { LockMode } from '@mikro-orm/core';
import { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { Payment } from '../../entities/billing/payment.entity.ts';
import { User } from '../../entities/identity/user.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import { crashPoint } from '../platform/crash-points.ts';
import type { Tx } from '../platform/context.ts';
import { addInvoice, requireExactTotals, takeUnshownNumber } from './add-invoice.ts';
import type { Bill } from './billable.ts';
import { buyerOf } from './buyer.ts';
import { composeInvoice } from './compose-invoice.ts';
import { invoiceIssued } from './events.ts';
import { issueCreditNote } from './issue-credit-note.ts';
import { mentionCatalogue } from './mention-catalogue.ts';
import { sellerInForce } from './seller-in-force.ts';

/** What pays this invoice instead of money: the unused part of an earlier one, by a credit note of its own. */
async function creditEarlier(tx: IssueNeeds, { credited }: Bill): Promise<void> {
  if (credited === undefined) return;
  const { invoiceId: id, amount } = credited;
  const invoice = await tx.em.findOneOrFail(Invoice, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  await issueCreditNote(tx, { invoice, refund: null, amount });
}

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
  await creditEarlier(tx, bill);
  // What is loaded and changed so far is written before the counter is locked: it is held as briefly as can be.
  await em.flush();
  const taken = await takeUnshownNumber(tx, 'FACT');
  crashPoint('after-counter');
  const paidAt = payment.paidAt ?? tx.now;
  // The number may carry a later instant than this transaction: around midnight another version may be in force by then.
  const issuedOn = localDateOf(taken.issuedAt, timeZone);
  const seller = issuedOn === today ? sellerToday : await sellerInForce(tx, issuedOn);
  const document = composeInvoice(taken, { seller, mentionList, timeZone, bill, buyer, paidAt, method: 'CARD' });
  requireExactTotals(document);
  const invoice = addInvoice(tx, { document, taken, subject: payment, buyer: payer, paidAt });
  await em.flush();
  payment.invoiceId = invoice.id;
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

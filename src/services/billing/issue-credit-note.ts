import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import { Payment } from '../../entities/billing/payment.entity.ts';
import type { Refund } from '../../entities/billing/refund.entity.ts';
import { creditFaults, leftToCredit } from '../kernel/credit.ts';
import { DomainError } from '../kernel/errors.ts';
import { localDateOf } from '../kernel/format.ts';
import { add, money, type Money } from '../kernel/money.ts';
import { crashPoint } from '../platform/crash-points.ts';
import { jsonFrom } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';
import { addInvoice, requireExactTotals, takeUnshownNumber } from './add-invoice.ts';
import { composeCreditNote, type WantedCredit } from './compose-credit-note.ts';
import { creditedByRate } from './credited-by-rate.ts';
import { invoiceCredited, invoiceIssued } from './events.ts';
import type { InvoicePayment } from './invoice-document.ts';
import { mentionCatalogue } from './mention-catalogue.ts';
import { buyerOnRow } from './payer.ts';
import { sellerInForce } from './seller-in-force.ts';
import { invoiceIdsOf } from './update-balance.ts';
import { documentFromStore } from './stored-document.ts';

export interface ToCredit {
  /** Locked until the commit. */
  readonly invoice: Invoice;
  readonly wanted: WantedCredit;
  /** The refund whose money went back; absent for a credit note that is issued before any has. */
  readonly refund?: Refund;
  /** The amount that pays another invoice instead of going back. */
  readonly offset?: Money;
}

export type CreditNeeds = Tx<'em' | 'now' | 'config' | 'emit' | 'record'>;

/**
 * Issues a credit note: of money that went back, in the transaction in which its refund succeeds, or of what an admin credits. One that
 * takes more than is left of its invoice is a bug: `INVOICE_TOTALS_WRONG`. The caller updates the invoice's balance: it is cancelled
 * once it is credited in full.
 */
export async function issueCreditNote(tx: CreditNeeds, credit: ToCredit): Promise<Invoice> {
  const { em } = tx;
  const { invoice, refund, wanted, offset } = credit;
  const document = documentFromStore(jsonFrom(invoice.document));
  const seller = await sellerInForce(tx, localDateOf(document.issuedAt, document.timeZone));
  const mentionList = await mentionCatalogue(tx);
  const credited = await creditedByRate(tx, invoice);
  await em.flush();
  const taken = await takeUnshownNumber(tx, 'AVOIR');
  crashPoint('after-credit-counter');
  const refunded = refund === undefined ? offsetOf(tx, offset) : await refundOf(tx, { refund, wanted });
  const isOffset = offset !== undefined;
  const note = composeCreditNote(taken, {
    ...{ invoice: document, wanted, credited, refunded, isOffset },
    ...{ seller, mentionList },
  });
  requireExactTotals(note);
  const faults = creditFaults(note.totals.taxes, leftToCredit(document.totals.taxes, credited));
  if (faults.length > 0) throw new DomainError('INVOICE_TOTALS_WRONG', { faults });
  const creditNote = addInvoice(tx, {
    document: note,
    taken,
    subject: { type: invoice.subjectType, id: invoice.subjectId },
    payer: buyerOnRow(invoice),
    paidAt: refunded?.paidAt ?? taken.issuedAt,
    correctsId: invoice.id,
  });
  await em.flush();
  if (refund !== undefined) refund.creditNote = creditNote;
  noteCredited(tx, invoice, { amount: note.totals.gross, creditNote });
  await em.flush();
  crashPoint('after-credit-note');
  return creditNote;
}

const offsetOf = ({ now }: Tx<'now'>, amount: Money | undefined): InvoicePayment | undefined =>
  amount && { paidAt: now, method: 'OTHER', amount };

/** How and when the money went back: as it came, or by the transfer that somebody recorded. */
async function refundOf(
  { em, now }: Tx<'em' | 'now'>,
  { refund, wanted }: { readonly refund: Refund; readonly wanted: WantedCredit },
): Promise<InvoicePayment> {
  const { method } = await em.findOneOrFail(Payment, { id: refund.payment.id });
  // Noon: the same day in every zone of the seller's.
  const paidAt = refund.paidOn === null ? (refund.succeededAt ?? now) : new Date(`${refund.paidOn}T12:00:00Z`);
  return { paidAt, method: refund.isManual ? 'TRANSFER' : method, amount: sumOf(wanted, refund) };
}

const sumOf = (wanted: WantedCredit, { currency }: Refund): Money =>
  'amount' in wanted ? wanted.amount : wanted.lines.reduce((sum, { gross }) => add(sum, gross), money(0, currency));

function noteCredited(
  tx: Tx<'now' | 'emit' | 'record'>,
  invoice: Invoice,
  { amount, creditNote }: { readonly amount: Money; readonly creditNote: Invoice },
): void {
  const sum = add(money(invoice.creditedCents, invoice.currency), amount);
  invoice.creditedCents = sum.amount;
  tx.emit(invoiceIssued, { invoiceId: creditNote.id, buyerId: creditNote.buyer?.id ?? null });
  tx.record({
    action: 'CREDIT_NOTE_ISSUED',
    targetType: 'invoice',
    targetId: creditNote.id,
    payload: { number: creditNote.number, corrects: invoice.number, ...amount },
  });
  tx.emit(invoiceCredited, { ...invoiceIdsOf(invoice), creditNoteId: creditNote.id, amountCents: amount.amount });
}

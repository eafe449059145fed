import { Invoice } from '../../entities/billing/invoice.entity.ts';
import { localDateOf } from '../kernel/format.ts';
import type { Money } from '../kernel/money.ts';
import type { Subject } from '../kernel/subject.ts';
import { one } from '../kernel/unit-price.ts';
import type { Tx } from '../platform/context.ts';
import { buyerOf } from './buyer.ts';
import { composeDocument, type Buyer, type SellerTerms } from './compose-document.ts';
import { requireDeductible } from './deduct-deposits.ts';
import { depositsOfSale, type DepositsOfSale } from './drafts/deposits-of-sale.ts';
import { dueDateOf } from './due-date.ts';
import type { InvoiceDocument } from './invoice-document.ts';
import type { TakenNumber } from './invoice-number.ts';
import { issueDocument, type IssueNeeds } from './issue-document.ts';
import { buyerOnRow } from './payer.ts';

/** The whole work as one line, VAT included. */
export interface WholeWork {
  readonly description: string;
  readonly gross: Money;
}

/**
 * The final invoice of work of which deposits were invoiced: the whole, with what is left of them deducted, made out to whoever they were
 * and to be paid by the seller’s terms. Null where no deposit stands, or it was issued before; `CLOCK` while the clock is not believed.
 * The subject’s row is locked.
 */
export async function issueFinalInvoice(
  tx: IssueNeeds,
  subject: Subject,
  work: WholeWork,
): Promise<Invoice | null | 'CLOCK'> {
  const deposit = await deductibleDeposit(tx, subject);
  if (deposit === null) return null;
  const payer = buyerOnRow(deposit);
  const deposits = await depositsOfSale(tx, { subject, buyer: payer, currency: work.gross.currency });
  const buyer = await buyerOf(tx, payer);
  const invoice = await issueDocument(tx, {
    compose: (taken, terms) => composed(taken, terms, { work, buyer, deposits }),
    subject,
    payer,
    deposits: deposits.ids,
    payload: { subjectType: subject.type, subjectId: subject.id },
  });
  return invoice ?? 'CLOCK';
}

async function deductibleDeposit({ em }: Tx<'em'>, { type, id }: Subject): Promise<Invoice | null> {
  if ((await em.findOne(Invoice, { liveFor: `${type}:${id}` })) !== null) return null;
  return em.findOne(Invoice, { subjectType: type, subjectId: id, kind: 'DEPOSIT', status: { $ne: 'CANCELLED' } });
}

interface Final {
  readonly work: WholeWork;
  readonly buyer: Buyer;
  readonly deposits: DepositsOfSale;
}

function composed(taken: TakenNumber, terms: SellerTerms, { work, buyer, deposits }: Final): InvoiceDocument {
  const issuedOn = localDateOf(taken.issuedAt, terms.timeZone);
  const { paymentTermDays: termDays } = terms.seller;
  const { currency } = work.gross;
  const document = composeDocument(taken, {
    ...{ ...terms, kind: 'INVOICE', buyer, operation: 'SERVICES', basis: 'GROSS', currency },
    lines: [{ description: work.description, quantity: one, unit: '', price: { total: work.gross } }],
    deposits: deposits.deposits,
    payments: [],
    dueOn: dueDateOf({ issuedOn, dueOn: null, buyer: buyer.kind, termDays }, 'bookingId'),
  });
  requireDeductible(document.lines, currency);
  return document;
}

import type { Invoice } from '../../../entities/billing/invoice.entity.ts';
import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { QuoteLine } from '../../../entities/billing/quote-line.entity.ts';
import { formatMoney, localDateOf } from '../../kernel/format.ts';
import type { Locale } from '../../kernel/locale.ts';
import { add, allocate, money } from '../../kernel/money.ts';
import { isUser } from '../../kernel/payer.ts';
import { one } from '../../kernel/unit-price.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { buyerOf, requireBillingProfile } from '../buyer.ts';
import { composeDocument, type SellerTerms, type SoldContent } from '../compose-document.ts';
import { requireDeductible } from '../deduct-deposits.ts';
import { depositsOfSale, type DepositsOfSale } from '../drafts/deposits-of-sale.ts';
import { requireUninvoiced } from '../drafts/issue-draft.ts';
import { saleOf } from '../drafts/sale-of.ts';
import { dueDateOf } from '../due-date.ts';
import type { InvoiceDocument } from '../invoice-document.ts';
import type { TakenNumber } from '../invoice-number.ts';
import { issueDocument, type IssueNeeds } from '../issue-document.ts';
import { discountFrom, soldLineFrom } from '../sold-line-rules.ts';
import type { SoldLine } from '../sold-line.ts';
import { buyerOfQuote, subjectOf } from './compose-quote.ts';
import { quoteFromStore, type QuoteDocument } from './quote-document.ts';

/**
 * Issues what the acceptance of a quote, which is locked, asks for: a deposit invoice, the invoice of the whole, or nothing. To be paid
 * by the seller's terms. `CLOCK` while the clock is not believed: nothing was issued.
 */
export async function invoiceAccepted(
  tx: IssueNeeds,
  billables: Billables,
  quote: Quote,
): Promise<Invoice | null | 'CLOCK'> {
  if (quote.onAcceptance === 'INVOICE_LATER') return null;
  const payer = buyerOfQuote(quote);
  const subject = await saleOf(tx, billables, { subject: subjectOf(quote), buyer: payer });
  await requireUninvoiced(tx, subject);
  if (isUser(payer)) await requireBillingProfile(tx, payer.userId);
  const isDeposit = quote.onAcceptance === 'DEPOSIT';
  // A deposit deducts nothing: the final invoice does.
  const { currency } = quote;
  const deposits = await depositsOfSale(tx, { subject: isDeposit ? null : subject, buyer: payer, currency });
  const content = await contentOf(tx, quote);
  const invoice = await issueDocument(tx, {
    compose: (taken, terms) => composed(taken, terms, { kind: isDeposit ? 'DEPOSIT' : 'INVOICE', content, deposits }),
    subject,
    payer,
    deposits: deposits.ids,
    payload: { quoteId: quote.id },
  });
  return invoice ?? 'CLOCK';
}

interface ToInvoice {
  readonly kind: 'DEPOSIT' | 'INVOICE';
  readonly content: SoldContent;
  readonly deposits: DepositsOfSale;
}

function composed(taken: TakenNumber, terms: SellerTerms, { kind, content, deposits }: ToInvoice): InvoiceDocument {
  const issuedOn = localDateOf(taken.issuedAt, terms.timeZone);
  const { seller } = terms;
  const document = composeDocument(taken, {
    ...terms,
    ...content,
    kind,
    deposits: deposits.deposits,
    payments: [],
    dueOn: dueDateOf(
      { issuedOn, dueOn: null, buyer: content.buyer.kind, termDays: seller.paymentTermDays },
      'input.quoteId',
    ),
  });
  requireDeductible(document.lines, content.currency);
  return document;
}

/** The lines of the quote; or for each of its rates one line with that rate's part of the deposit, VAT included. */
async function contentOf({ em }: Tx<'em'>, quote: Quote): Promise<SoldContent> {
  const { currency, operation, purchaseOrder } = quote;
  const known = await buyerOf({ em }, buyerOfQuote(quote));
  const buyer = purchaseOrder === null ? known : { ...known, purchaseOrder };
  if (quote.onAcceptance === 'DEPOSIT') {
    const lines = depositLines(quoteFromStore(jsonFrom(quote.document)), quote.depositPercent ?? 100);
    return { buyer, operation, basis: 'GROSS', currency, lines };
  }
  const lines = await em.find(QuoteLine, { quote: quote.id }, { orderBy: { position: 'asc' } });
  return {
    buyer,
    operation,
    basis: quote.priceBasis,
    currency,
    lines: lines.map((line) => soldLineFrom(line, currency)),
    discount: discountFrom(quote, currency),
  };
}

const descriptions: Readonly<Record<Locale, (percent: number, number: string, total: string) => string>> = {
  fr: (percent, number, total) => `Acompte de ${percent}\u00a0% sur le devis ${number} de ${total}`,
  en: (percent, number, total) => `Deposit of ${percent}% on quote ${number} of ${total}`,
};

function depositLines({ offer, totals, number, locale, currency }: QuoteDocument, percent: number): SoldLine[] {
  const description = descriptions[locale](percent, number, formatMoney(totals.gross, locale));
  const parts = allocate(
    offer.deposit ?? totals.gross,
    totals.taxes.map(({ net, tax }) => add(net, tax).amount),
  );
  return totals.taxes.flatMap(({ rate: known }, i): SoldLine[] => {
    // None where no VAT is charged: by the day of issue it may be.
    const rate = known === 0 ? undefined : known;
    const total = parts[i] ?? money(0, currency);
    return total.amount === 0 ? [] : [{ description, quantity: one, unit: '', price: { total }, rate }];
  });
}

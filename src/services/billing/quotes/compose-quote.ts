import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { QuoteLine } from '../../../entities/billing/quote-line.entity.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { Money } from '../../kernel/money.ts';
import type { Payer } from '../../kernel/payer.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Tx } from '../../platform/context.ts';
import { buyerOf } from '../buyer.ts';
import { composeDocument, composedLines, totalsOf, treatmentsOf, type SoldContent } from '../compose-document.ts';
import type { InvoiceTotals } from '../invoice-document.ts';
import type { TakenNumber } from '../invoice-number.ts';
import { mentionCatalogue } from '../mention-catalogue.ts';
import { payerFrom } from '../payer.ts';
import { sellerInForce } from '../seller-in-force.ts';
import { discountFrom, soldLineFrom } from '../sold-line-rules.ts';
import { depositOf } from './deposit-part.ts';
import type { QuoteDocument } from './quote-document.ts';

type ReadNeeds = Tx<'em' | 'now' | 'config'>;

export const buyerOfQuote = ({ buyer, ...row }: Quote): Payer => payerFrom({ ...row, userId: buyer?.id ?? null });

/** What it is for; null for a quote that is its own subject. */
export const subjectOf = ({ subjectType: type, subjectId: id }: Quote): Subject | null =>
  type === null || id === null ? null : { type, id };

/** What a quote comes to today. */
export async function pricedQuote(
  tx: ReadNeeds,
  { buyer: payer, ...content }: Omit<SoldContent, 'buyer'> & { readonly buyer: Payer },
): Promise<InvoiceTotals> {
  const today = localDateOf(tx.now, tx.config.TIME_ZONE);
  const seller = await sellerInForce(tx, today);
  const sale = { ...content, seller, buyer: await buyerOf(tx, payer) };
  return totalsOf(composedLines(sale, treatmentsOf(sale, today)), content.currency);
}

/** All that the sent quote says, frozen: prices, VAT and seller of the day of sending. */
export async function composeQuote(
  tx: ReadNeeds,
  quote: Quote,
  taken: Pick<TakenNumber, 'number' | 'issuedAt'>,
): Promise<QuoteDocument> {
  const { currency, priceBasis: basis, operation, validUntil, revision, notes, purchaseOrder } = quote;
  const timeZone = tx.config.TIME_ZONE;
  const buyer = await buyerOf(tx, buyerOfQuote(quote));
  const lines = await tx.em.find(QuoteLine, { quote: quote.id }, { orderBy: { position: 'asc' } });
  const document = composeDocument(taken as TakenNumber, {
    kind: 'INVOICE',
    seller: await sellerInForce(tx, localDateOf(taken.issuedAt, timeZone)),
    mentionList: await mentionCatalogue(tx),
    timeZone,
    buyer: purchaseOrder === null ? buyer : { ...buyer, purchaseOrder },
    operation,
    basis,
    currency,
    lines: lines.map((line) => soldLineFrom(line, currency)),
    discount: discountFrom(quote, currency),
    payments: [],
    dueOn: validUntil,
    notes: notes === null ? [] : notes.split('\n'),
  });
  const { dueOn: _, ...rest } = document;
  return { ...rest, kind: 'QUOTE', offer: { revision, validUntil, ...depositFor(quote, document.totals.gross) } };
}

const depositFor = ({ onAcceptance, depositPercent }: Quote, gross: Money): { readonly deposit?: Money } =>
  onAcceptance === 'DEPOSIT' && depositPercent !== null ? { deposit: depositOf(gross, depositPercent) } : {};

import type { AcceptanceEffect, Quote } from '../../../entities/billing/quote.entity.ts';
import { QuoteLine } from '../../../entities/billing/quote-line.entity.ts';
import { fieldError } from '../../kernel/errors.ts';
import { localDateOf } from '../../kernel/format.ts';
import type { PriceBasis } from '../../kernel/invoice-sums.ts';
import type { Subject } from '../../kernel/subject.ts';
import type { Operation } from '../../kernel/vat.ts';
import type { Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import type { Billables } from '../billable.ts';
import { buyerNamed, type TypedBuyer } from '../buyer-named.ts';
import { saleOf } from '../drafts/sale-of.ts';
import { personColumnsOf } from '../payer.ts';
import type { SoldLine } from '../sold-line.ts';
import { soldLinesOf, storedDiscount, storedLine, type TypedContent } from '../sold-line-rules.ts';
import { pricedQuote } from './compose-quote.ts';
import { depositOf } from './deposit-part.ts';

/** All that somebody writes of a quote. */
export interface QuoteContent extends TypedContent, TypedBuyer {
  readonly subject?: Subject | null | undefined;
  readonly prices?: PriceBasis | null | undefined;
  readonly operation?: Operation | null | undefined;
  /** The last local day on which it can be accepted. */
  readonly validUntil: string;
  readonly onAcceptance: AcceptanceEffect;
  /** Of DEPOSIT, and only there. */
  readonly depositPercent?: number | null | undefined;
  readonly notes?: string | null | undefined;
  readonly purchaseOrder?: string | null | undefined;
}

type WriteNeeds = Tx<'em' | 'now' | 'config'>;

/** What of it can stand, as columns and lines. Refuses each thing that cannot by its field. */
export async function checkedContent(tx: WriteNeeds, billables: Billables, content: QuoteContent) {
  requireTimeLeft(tx, content.validUntil);
  requireDeposit(content);
  const { lines, discount } = soldLinesOf(content);
  const { currency } = content;
  const { buyer, user } = await buyerNamed(tx, content);
  const subject = await saleOf(tx, billables, { subject: content.subject ?? null, buyer });
  const { priceBasis, operation, ...terms } = termsOfContent(content);
  const totals = await pricedQuote(tx, { buyer, operation, basis: priceBasis, currency, lines, discount });
  if (terms.depositPercent !== null && depositOf(totals.gross, terms.depositPercent).amount === 0)
    throw fieldError('input.depositPercent', 'depositOfNothing');
  const columns = {
    buyer: user,
    ...personColumnsOf(buyer),
    ...subjectColumns(subject),
    currency,
    priceBasis,
    operation,
    ...terms,
    ...storedDiscount(discount),
    netCents: totals.net.amount,
    taxCents: totals.tax.amount,
    grossCents: totals.gross.amount,
  };
  return { columns, lines };
}

const subjectColumns = (subject: Subject | null) => ({
  subjectType: subject?.type ?? null,
  subjectId: subject?.id ?? null,
});

const termsOfContent = (content: QuoteContent) => ({
  priceBasis: content.prices ?? ('NET' as const),
  operation: content.operation ?? ('SERVICES' as const),
  validUntil: content.validUntil,
  onAcceptance: content.onAcceptance,
  depositPercent: content.depositPercent ?? null,
  notes: content.notes || null,
  purchaseOrder: content.purchaseOrder || null,
});

/** The lines of a quote instead of those that it had. */
export async function writeLines({ em }: Tx<'em'>, quote: Quote, lines: readonly SoldLine[]): Promise<void> {
  await writing(em).db.deleteFrom('quote_line').where('quote_id', '=', quote.id).execute();
  for (const [i, line] of lines.entries()) em.create(QuoteLine, { quote, ...storedLine(line, i) });
}

/** A quote that is over before it is sent is a slip of the pen. */
export function requireTimeLeft({ now, config }: Tx<'now' | 'config'>, validUntil: string): void {
  if (validUntil < localDateOf(now, config.TIME_ZONE)) throw fieldError('input.validUntil', 'notBeforeToday');
}

function requireDeposit({ onAcceptance, depositPercent }: QuoteContent): void {
  const isGiven = typeof depositPercent === 'number';
  if (isGiven !== (onAcceptance === 'DEPOSIT'))
    throw fieldError('input.depositPercent', isGiven ? 'onlyForDeposits' : 'required');
}

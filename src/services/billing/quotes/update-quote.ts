import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { quoteOfVersion, touched, type SeenQuote } from './load-quote.ts';
import { checkedContent, writeLines, type QuoteContent } from './quote-content.ts';

export type QuoteUpdate = QuoteContent & SeenQuote;

/** Writes a draft of a quote again, whole. One that was sent is `ACTION_NOT_ALLOWED`: it is revised. */
export const updateQuote: Operation<'run' | 'billables', QuoteUpdate, Quote> = ({ run, billables }, input) =>
  run(update(billables), input);

const update =
  (billables: Billables) =>
  async (tx: Tx<'em' | 'now' | 'config' | 'record'>, { quoteId, version, ...content }: QuoteUpdate): Promise<Quote> => {
    const quote = await quoteOfVersion(tx, { quoteId, version });
    if (quote.status !== 'DRAFT')
      throw new DomainError('ACTION_NOT_ALLOWED', { action: 'update', status: quote.status });
    const { columns, lines } = await checkedContent(tx, billables, content);
    tx.em.assign(quote, { ...columns, changedAt: touched(quote, tx.now) });
    await tx.em.flush();
    await writeLines(tx, quote, lines);
    tx.record({ action: 'QUOTE_UPDATED', targetType: 'quote', targetId: quote.id });
    return quote;
  };

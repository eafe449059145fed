import { Quote } from '../../../entities/billing/quote.entity.ts';
import { personOf } from '../../access/actor.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import { keyed, type Keyed } from '../../platform/request-keys.ts';
import type { Billables } from '../billable.ts';
import { checkedContent, writeLines, type QuoteContent } from './quote-content.ts';

/** Writes a quote, which nobody sees but admins until it is sent. Refuses each field that cannot stand. */
export const createQuote: Operation<'run' | 'billables', QuoteContent & Keyed, Quote> = ({ run, billables }, input) =>
  run(
    keyed('createQuote', create(billables), ({ em }, id) => em.findOneOrFail(Quote, { id })),
    input,
  );

/** The same within a transaction. */
export const create =
  (billables: Billables) =>
  async (tx: Tx<'em' | 'actor' | 'now' | 'config' | 'record'>, content: QuoteContent): Promise<Quote> => {
    const { columns, lines } = await checkedContent(tx, billables, content);
    const quote = tx.em.create(Quote, { ...columns, authorId: personOf(tx.actor), changedAt: tx.now });
    await tx.em.flush();
    await writeLines(tx, quote, lines);
    tx.record({ action: 'QUOTE_CREATED', targetType: 'quote', targetId: quote.id });
    return quote;
  };

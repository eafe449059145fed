import type { Quote } from '../../../entities/billing/quote.entity.ts';
import type { Tx } from '../../platform/context.ts';
import { create } from './create-quote.ts';
import type { QuoteContent } from './quote-content.ts';
import { send, type SendContext, type SendRules } from './send-quote.ts';

/**
 * Writes a quote and sends it, in the transaction of whatever it is for. `null` while the clock is not believed: the quote is a draft
 * then, and is sent later.
 */
export const quoteAtOnce =
  (rules: SendRules) =>
  async (tx: SendContext & Tx<'actor'>, content: QuoteContent): Promise<Quote | null> => {
    const { id, version } = await create(rules.billables)(tx, content);
    return send(rules)(tx, { quoteId: id, version });
  };

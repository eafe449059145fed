import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { ownQuote } from './accept-quote.ts';
import { requireAnswerable, type ShownQuote } from './answer.policy.ts';
import { quoteRefused } from './events.ts';
import { quoteStates } from './quote.states.ts';

export interface RefuseQuote extends ShownQuote {
  readonly quoteId: string;
}

type RefuseContext = Tx<'em' | 'now' | 'config' | 'emit' | 'record'>;

/** The buyer declines a quote. Refused twice, it is refused once; an accepted one is `ACTION_NOT_ALLOWED`. */
export const refuseQuote: UseCase<'em' | 'actor' | 'now' | 'config' | 'emit' | 'record', RefuseQuote, Quote> = async (
  tx,
  { quoteId, ...shown },
) => refuseOnce(tx, await ownQuote(tx, quoteId), shown);

export function refuseOnce(tx: RefuseContext, quote: Quote, shown: ShownQuote): Quote {
  if (quote.status === 'REFUSED') return quote;
  requireAnswerable(tx, quote, shown);
  transition(quoteStates, quote, 'refuse');
  quote.endedAt = tx.now;
  const { id, number, revision } = quote;
  tx.emit(quoteRefused, { quoteId: id, buyerId: quote.buyer?.id ?? null });
  tx.record({ action: 'QUOTE_REFUSED', targetType: 'quote', targetId: id, payload: { number, revision } });
  return quote;
}

import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { transition } from '../../kernel/states.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { Billables, QuoteContext } from '../billable.ts';
import { ownQuote } from './accept-quote.ts';
import { requireAnswerable, type ShownQuote } from './answer.policy.ts';
import { quoteRefused } from './events.ts';
import { moveSubject } from './move-subject.ts';
import { quoteStates } from './quote.states.ts';

export interface RefuseQuote extends ShownQuote {
  readonly quoteId: string;
}

export type RefuseContext = QuoteContext & Tx<'config'>;

/** The buyer declines a quote. Refused twice, it is refused once; an accepted one is `ACTION_NOT_ALLOWED`. */
export const refuseQuote: Operation<'run' | 'billables', RefuseQuote, Quote> = ({ run, billables }, input) =>
  run(refuseOwn(billables), input);

const refuseOwn =
  (billables: Billables) =>
  async (tx: RefuseContext, { quoteId, ...shown }: RefuseQuote): Promise<Quote> =>
    refuseOnce(tx, { quote: await ownQuote(tx, quoteId), billables }, shown);

export async function refuseOnce(
  tx: RefuseContext,
  { quote, billables }: { readonly quote: Quote; readonly billables: Billables },
  shown: ShownQuote,
): Promise<Quote> {
  if (quote.status === 'REFUSED') return quote;
  requireAnswerable(tx, quote, shown);
  transition(quoteStates, quote, 'refuse');
  quote.endedAt = tx.now;
  await moveSubject(tx, billables, { quote, verb: 'refuse' });
  const { id, number, revision } = quote;
  tx.emit(quoteRefused, { quoteId: id, buyerId: quote.buyer?.id ?? null });
  tx.record({ action: 'QUOTE_REFUSED', targetType: 'quote', targetId: id, payload: { number, revision } });
  return quote;
}

import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { personOf } from '../../access/actor.ts';
import { DomainError, hiding } from '../../kernel/errors.ts';
import type { Operation, Tx } from '../../platform/context.ts';
import type { Billables } from '../billable.ts';
import { acceptOnce, type AcceptContext, type Acceptance } from './accept.ts';
import { lockQuote } from './load-quote.ts';
import { withPrintedQuote, type PrintNeeds } from './printed-quote.ts';

export interface AcceptQuote extends Acceptance {
  readonly quoteId: string;
}

/**
 * The buyer accepts a quote. Refuses with `QUOTE_CHANGED`, `QUOTE_EXPIRED` and `TERMS_NOT_READ`; accepted twice, it is the same
 * acceptance. While the clock is not believed and an invoice would be dated by it, `CLOCK_IMPLAUSIBLE`.
 */
export const acceptQuote: Operation<keyof PrintNeeds | 'billables', AcceptQuote, Quote> = async (ctx, input) =>
  accepted(await withPrintedQuote(ctx, () => ctx.run(acceptOwn(ctx.billables), input)));

/** That the clock is not believed is written down: it is refused only after that. */
export function accepted(quote: Quote | null): Quote {
  if (quote === null) throw new DomainError('CLOCK_IMPLAUSIBLE');
  return quote;
}

const acceptOwn =
  (billables: Billables) =>
  async (tx: AcceptContext, { quoteId, ...said }: AcceptQuote): Promise<Quote | null> =>
    acceptOnce(tx, { quote: await ownQuote(tx, quoteId), billables }, said);

/** A quote that was sent to the caller, locked. Another's is `NOT_FOUND`. */
export async function ownQuote(tx: Tx<'em' | 'actor'>, quoteId: string): Promise<Quote> {
  const quote = await lockQuote(tx, quoteId);
  if (quote.buyer?.id !== personOf(tx.actor)) throw hiding({ type: 'quote', id: quoteId });
  if (quote.status === 'DRAFT') throw new DomainError('NOT_FOUND');
  return quote;
}

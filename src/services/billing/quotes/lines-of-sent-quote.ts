import { Quote } from '../../../entities/billing/quote.entity.ts';
import { add } from '../../kernel/money.ts';
import type { Tx } from '../../platform/context.ts';
import { jsonFrom } from '../../platform/orm/values.ts';
import type { BillLine } from '../billable.ts';
import { quoteFromStore } from './quote-document.ts';

/** What was offered, as a bill's lines under one description: one for each rate of VAT, which sum to the quote's total. */
export async function linesOfSentQuote(
  { em }: Tx<'em'>,
  { quoteId, description }: { readonly quoteId: string; readonly description: string },
): Promise<BillLine[]> {
  const { document } = await em.findOneOrFail(Quote, { id: quoteId });
  const { totals } = quoteFromStore(jsonFrom(document));
  return totals.taxes.map(({ rate, net, tax }) => ({
    description,
    quantity: 1,
    unit: '',
    gross: add(net, tax),
    // None where no VAT was charged: by the day of payment it may be.
    rate: rate === 0 ? undefined : rate,
  }));
}

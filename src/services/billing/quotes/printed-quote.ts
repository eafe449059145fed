import type { Quote } from '../../../entities/billing/quote.entity.ts';
import { printQuote } from './print-quote.ts';

/** A quote was sent, and the job that prints it has not run yet: its acceptance needs the hash of the PDF. */
export class QuoteNotPrinted extends Error {
  readonly quote: Pick<Quote, 'id' | 'timesSent'>;

  constructor({ id, timesSent }: Pick<Quote, 'id' | 'timesSent'>) {
    super(`Quote ${id} is not printed yet`);
    this.quote = { id, timesSent };
  }
}

export type PrintNeeds = Parameters<typeof printQuote>[0];

/**
 * Does what needs the PDF of a quote. Whoever reads it on the site may be faster than the job that prints it: then it is printed now, as
 * the job would, and the work begins again. The job finds it printed, and only mails it.
 */
export async function withPrintedQuote<T>(ctx: PrintNeeds, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof QuoteNotPrinted)) throw error;
    const { id: quoteId, timesSent } = error.quote;
    await printQuote(ctx, { quoteId, timesSent });
    return work();
  }
}

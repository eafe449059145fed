import assert from 'node:assert/strict';
import * as sdk from '../../../sdk/index.ts';
import { eventually } from '../listening.ts';
import { amountOf } from './amount-of.ts';
import type { InvoicingContext } from './invoicing.context.ts';

/** The admin sends a quote; the customer reads its terms, accepts it, and pays the deposit that it opens. */
export async function acceptQuote(story: InvoicingContext): Promise<string> {
  const { quoteId, version } = await draftQuote(story);
  const { sendQuote } = await story.admin.mutate(sdk.SendQuoteDocument, { input: { quoteId, version } });
  assert.match(sendQuote.number ?? '', /^DEVIS-\d{4}-\d{6}$/);
  const shown = await eventually('the quote is printed', async () => {
    const { quote } = await story.customer.query(sdk.QuoteDocument, { id: quoteId });
    return quote.pdfFileId === null || quote.terms === null ? undefined : { ...quote, terms: quote.terms };
  });
  const input = { quoteId, revision: shown.revision, termsVersion: shown.terms.version, name: 'Camille Morel' };
  const { acceptQuote: accepted } = await story.customer.mutate(sdk.AcceptQuoteDocument, { input });
  assert.equal(accepted.status, 'ACCEPTED');
  assert.equal(accepted.acceptance?.pdfSha256, shown.pdfSha256);
  const { invoice } = await story.customer.query(sdk.InvoiceDocument, { id: accepted.invoice?.id ?? '' });
  assert.deepEqual(invoice.gross, shown.deposit);
  const paid = await story.payOnPage(invoice);
  return `${sendQuote.number ?? ''}, ${paid.number}, ${amountOf(paid.gross)}, ${await story.keepPaper('acompte-du-devis.pdf', paid.id)}`;
}

async function draftQuote({ admin, buyerId }: InvoicingContext): Promise<{ quoteId: string; version: number }> {
  const inAMonth = new Date(Date.now() + 30 * 24 * 3_600_000).toISOString().slice(0, 10);
  const { createQuote } = await admin.mutate(sdk.CreateQuoteDocument, {
    input: {
      buyerId,
      validUntil: inAMonth,
      onAcceptance: 'DEPOSIT',
      depositPercent: 30,
      lines: [{ description: 'Correction d’un recueil de nouvelles', quantityThousandths: 1_000, unitPrice: '1500' }],
    },
  });
  return { quoteId: createQuote.id, version: createQuote.version };
}

/** Whoever reads a quote on the site may accept it before the job that prints and mails it has run. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Readable } from 'node:stream';
import { recordOfflineAcceptance, sendQuote } from '../../../../src/services/billing/index.ts';
import type { QuoteContent } from '../../../../src/services/billing/quotes/quote-content.ts';
import { openQuotes, type QuotesFixture } from './quotes-fixture.ts';

let quotes: QuotesFixture;
beforeAll(async () => {
  quotes = await openQuotes();
});
afterAll(() => quotes.close());

const asAdmin = () => quotes.env.contextFor(quotes.admin);

/** Sent, and no job has run since. */
async function justSent(changes?: Partial<QuoteContent>) {
  const { id, version } = await quotes.write(changes);
  const quote = await sendQuote(asAdmin(), { quoteId: id, version });
  expect(await quotes.row(id)).toMatchObject({ status: 'SENT', pdf_id: null });
  return quote;
}

const acceptanceOf = (quoteId: string) =>
  quotes.env.db.selectFrom('quote_acceptance').selectAll().where('quote_id', '=', quoteId).execute();

const printed = async (quoteId: string): Promise<number> =>
  (
    await quotes.env.db
      .selectFrom('audit_entry')
      .select('seq')
      .where('action', '=', 'QUOTE_PDF_GENERATED')
      .where('target_id', '=', quoteId)
      .execute()
  ).length;

test('a quote that is accepted before it was printed is printed for it, and is printed and mailed once', async () => {
  const quote = await justSent();
  expect(await quotes.accept(quote)).toMatchObject({ status: 'ACCEPTED' });
  const { pdf_sha256 } = await quotes.row(quote.id);
  expect(await acceptanceOf(quote.id)).toMatchObject([{ pdf_sha256 }]);
  await quotes.env.app.worker.runDue();
  expect(await quotes.row(quote.id)).toMatchObject({ pdf_sha256 });
  expect(await printed(quote.id)).toBe(1);
  expect((await quotes.mails()).filter(({ files }) => files.includes(`${quote.number}.pdf`))).toHaveLength(1);
});

test('accepted twice at once before it was printed, it is one acceptance', async () => {
  const quote = await justSent();
  const both = await Promise.all([quotes.accept(quote), quotes.accept(quote)]);
  expect(both.map(({ status }) => status)).toEqual(['ACCEPTED', 'ACCEPTED']);
  expect(await acceptanceOf(quote.id)).toHaveLength(1);
  expect(await printed(quote.id)).toBe(1);
});

test('what may not be accepted is not printed for it', async () => {
  const quote = await justSent();
  await expect(quotes.accept({ id: quote.id, revision: 2 })).rejects.toMatchObject({ code: 'QUOTE_CHANGED' });
  expect(await printed(quote.id)).toBe(0);
});

test('an acceptance on paper is recorded as well', async () => {
  const quote = await justSent();
  const recorded = await recordOfflineAcceptance(asAdmin(), {
    ...{ quoteId: quote.id, revision: 1, name: 'Hélène Noël', startBeforeWithdrawal: true },
    on: quotes.clock.now().toISOString().slice(0, 10),
    file: Promise.resolve({
      filename: 'devis.txt',
      mimetype: 'text/plain',
      createReadStream: () => Readable.from([Buffer.from('Bon pour accord.')]),
    }),
  });
  expect(recorded).toMatchObject({ status: 'ACCEPTED' });
});

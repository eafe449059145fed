import { createHash } from 'node:crypto';
import type { StoredFile } from '../../../entities/files/stored-file.entity.ts';
import { storeBytes } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Locale } from '../../kernel/locale.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import { jsonFrom, writing } from '../../platform/orm/values.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import type { PayloadOf } from '../../platform/task.ts';
import { raiseMark } from '../invoice-marks.ts';
import { seriesOf } from '../invoice-number.ts';
import { renderInvoice } from '../invoice-pdf/render-invoice.ts';
import type { PrintedTerms } from '../invoice-pdf/terms-pages.ts';
import { wordsIn } from '../invoice-pdf/words.ts';
import { logoOf } from '../stored-logo.ts';
import { quoteFromStore } from './quote-document.ts';
import { mailQuoteTask, type printQuoteTask } from './quote-jobs.ts';

type PrintNeeds = Pick<AppContext, 'db' | 'run' | 'pdf' | 'vault' | 'config'>;
type Sent = PayloadOf<typeof printQuoteTask>;

/** Someone else printed it first: this copy is thrown away with its transaction. */
class AlreadyPrinted extends Error {}

/** Prints a sent quote from its frozen document, attaches the sealed PDF and its hash, then has it mailed: however often it is tried, once. */
export async function printQuote(ctx: PrintNeeds, { quoteId, timesSent }: Sent): Promise<void> {
  const quote = await ctx.db
    .selectFrom('quote')
    .leftJoin('terms_version as terms', 'terms.id', 'quote.terms_id')
    .select(['quote.number', 'quote.revision', 'quote.document', 'quote.pdf_id'])
    .select(['terms.title', 'terms.content', 'terms.page_version as termsVersion'])
    .where('quote.id', '=', quoteId)
    .executeTakeFirst();
  // A read replica may not have it yet.
  if (quote === undefined || quote.number === null) throw new DomainError('NOT_FOUND', { quoteId });
  const sent = { quoteId, timesSent };
  if (quote.pdf_id !== null) return ctx.run(mailLater, sent);
  // From here on somebody may see the number: it must not be given again after a restore.
  await raiseMark(ctx.config, ...seriesOf(quote.number));
  const document = quoteFromStore(jsonFrom(quote.document));
  const terms = printedTerms(quote, document.locale);
  const bytes = await renderInvoice({ pdf: ctx.pdf, logo: await logoOf(ctx, document), terms }, document);
  const pdfSha256 = createHash('sha256').update(bytes).digest('hex');
  try {
    await storeBytes(ctx, {
      name: quote.revision === 1 ? `${quote.number}.pdf` : `${quote.number}-${quote.revision}.pdf`,
      mimeType: 'application/pdf',
      kind: 'DOCUMENT',
      bytes,
      attach: (tx, file) => attachPdf(tx, { file, pdfSha256, ...sent }),
    });
  } catch (error) {
    if (!(error instanceof AlreadyPrinted)) throw error;
    await ctx.run(mailLater, sent);
  }
  crashPoint('after-quote-pdf');
}

/** As they were recorded; the PDF alone then says all that is agreed to (C. conso. art. L221-13). */
const printedTerms = (
  { title, content, termsVersion }: { title: string | null; content: string | null; termsVersion: number | null },
  locale: Locale,
): PrintedTerms | undefined =>
  title === null || content === null
    ? undefined
    : { title, content, version: wordsIn[locale].revision(termsVersion ?? 1) };

interface Printed {
  readonly file: StoredFile;
  readonly pdfSha256: string;
  readonly quoteId: string;
  readonly timesSent: number;
}

async function attachPdf(tx: Tx<'em' | 'enqueue' | 'record'>, { file, pdfSha256, ...sent }: Printed): Promise<void> {
  const { em, record } = tx;
  await em.flush();
  const { numUpdatedRows } = await writing(em)
    .db.updateTable('quote')
    .set({ pdf_id: file.id, pdf_sha256: pdfSha256 })
    .where('id', '=', sent.quoteId)
    .where('pdf_id', 'is', null)
    .executeTakeFirstOrThrow();
  if (numUpdatedRows === 0n) throw new AlreadyPrinted();
  record({
    action: 'QUOTE_PDF_GENERATED',
    targetType: 'quote',
    targetId: sent.quoteId,
    payload: { fileId: file.id, pdfSha256 },
  });
  await mailLater(tx, sent);
}

async function mailLater({ enqueue }: Tx<'enqueue'>, sent: Omit<Printed, 'file' | 'pdfSha256'>): Promise<void> {
  enqueue(mailQuoteTask, sent, { dedupeKey: `${mailQuoteTask.kind}:${sent.quoteId}:${sent.timesSent}` });
}

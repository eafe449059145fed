import { buffer } from 'node:stream/consumers';
import { openStored } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { MailAttaching } from '../../notifications/index.ts';

/** The PDF of the invoice that the mail names. Until it is made the mail waits. */
export const attachInvoice: MailAttaching = async (ctx, { data: { invoiceNumber } }) => {
  const invoice = await ctx.db
    .selectFrom('invoice')
    .select('pdf_id as pdfId')
    .where('number', '=', String(invoiceNumber))
    .executeTakeFirst();
  const pdf = invoice?.pdfId ? await openStored(ctx, invoice.pdfId) : undefined;
  if (pdf === undefined) throw new DomainError('NOT_FOUND', { invoiceNumber });
  return [{ filename: pdf.name, contentType: pdf.mimeType, content: await buffer(await pdf.open()) }];
};

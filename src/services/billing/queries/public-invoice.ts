import { linkToFile, type DownloadLink } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation } from '../../platform/context.ts';
import { noteOpened, tokenOf } from '../invoice-token.ts';
import { invoices, rowOf, type InvoiceRow } from './invoices.ts';

/** An invoice as whoever holds a token of it sees it. */
export interface PublicInvoiceRow {
  readonly invoice: InvoiceRow;
  /** Null for the moment it takes to make the PDF. */
  readonly download: DownloadLink | null;
}

/**
 * The one invoice that a mailed token opens, and a link to its PDF. Twenty tries in a quarter of an hour and address; whatever
 * opens nothing is `TOKEN_INVALID`, whether it is over or never was.
 */
export const publicInvoice: Operation<
  'db' | 'limits' | 'actor' | 'now' | 'config' | 'downloadKey' | 'note' | 'run',
  { readonly token: string },
  PublicInvoiceRow
> = async (ctx, { token }) => {
  await ctx.limits.take('billing-token/address', subscriberOf(ctx.actor.address));
  const opened = await tokenOf(ctx, { token, purpose: 'READ_INVOICE' });
  if (opened === undefined) throw new DomainError('TOKEN_INVALID');
  const invoice = rowOf(await invoices(ctx.db).where('id', '=', opened.invoiceId).executeTakeFirstOrThrow());
  if (opened.openedAt === null) await ctx.run(noteOpened, { tokenId: opened.id });
  await ctx.note({ action: 'INVOICE_ACCESSED', targetId: invoice.id });
  const fileId = invoice.pdfFileId ?? null;
  return { invoice, download: fileId === null ? null : await linkToFile(ctx, { fileId, userId: null }) };
};

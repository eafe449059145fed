import { linkToFile, type DownloadLink } from '../../files/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { subscriberOf } from '../../kernel/network.ts';
import type { Operation } from '../../platform/context.ts';
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
  'db' | 'limits' | 'actor' | 'now' | 'config' | 'downloadKey' | 'note',
  { readonly token: string },
  PublicInvoiceRow
> = async (ctx, { token }) => {
  await ctx.limits.take('billing-token/address', subscriberOf(ctx.actor.address));
  const opened = await ctx.db
    .selectFrom('billing_token')
    .select('invoice_id')
    .where('token_hash', '=', fingerprint(token))
    .where('purpose', '=', 'READ_INVOICE')
    .where('expires_at', '>', ctx.now)
    .executeTakeFirst();
  if (opened === undefined) throw new DomainError('TOKEN_INVALID');
  const invoice = rowOf(await invoices(ctx.db).where('id', '=', opened.invoice_id).executeTakeFirstOrThrow());
  await ctx.note({ action: 'INVOICE_ACCESSED', targetId: invoice.id });
  const fileId = invoice.pdfFileId ?? null;
  return { invoice, download: fileId === null ? null : await linkToFile(ctx, { fileId, userId: null }) };
};

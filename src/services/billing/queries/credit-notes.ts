import type { ReadContext } from '../../platform/context.ts';
import { maySeeInvoice } from '../billing.policy.ts';
import { invoices, rowOf, type InvoiceRow } from './invoices.ts';

/** The credit notes of many invoices at once, oldest first, by the invoice’s id; only those the actor may see. */
export async function creditNotesOf(
  { db, actor }: ReadContext,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, InvoiceRow[]>> {
  const byInvoice = new Map<string, InvoiceRow[]>(invoiceIds.map((id) => [id, []]));
  const rows = await invoices(db).where('corrects_id', 'in', invoiceIds).orderBy('id').execute();
  for (const row of rows)
    if (maySeeInvoice(actor, row.buyerId)) byInvoice.get(row.correctsId as string)?.push(rowOf(row));
  return byInvoice;
}

/** Many invoices by their ids; only those the actor may see. */
export async function invoicesById(
  { db, actor }: ReadContext,
  ids: readonly string[],
): Promise<ReadonlyMap<string, InvoiceRow>> {
  const rows = await invoices(db).where('id', 'in', ids).execute();
  return new Map(rows.flatMap((row) => (maySeeInvoice(actor, row.buyerId) ? [[row.id, rowOf(row)] as const] : [])));
}

import { money, type Money } from '../../kernel/money.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface InvoiceLineRow {
  readonly id: string;
  readonly description: string;
  readonly quantity: number;
  readonly unitNet: Money;
  /** Basis points: 2000 is 20 %. */
  readonly taxRate: number;
  readonly net: Money;
  readonly tax: Money;
  readonly gross: Money;
}

/** The lines of many invoices at once, in their order, by invoice. For invoices that the actor was shown. */
export async function linesOfInvoices(
  { db }: Pick<ReadContext, 'db'>,
  invoiceIds: readonly string[],
): Promise<ReadonlyMap<string, InvoiceLineRow[]>> {
  const byInvoice = new Map<string, InvoiceLineRow[]>(invoiceIds.map((id) => [id, []]));
  const rows = await db
    .selectFrom('invoice_line as line')
    .innerJoin('invoice', 'invoice.id', 'line.invoice_id')
    .select([
      'line.id',
      'line.invoice_id as invoiceId',
      'line.description',
      'line.quantity',
      'line.unit_net_cents',
      'line.tax_rate as taxRate',
      'line.net_cents',
      'line.tax_cents',
      'line.gross_cents',
      'invoice.currency',
    ])
    .where('line.invoice_id', 'in', invoiceIds)
    .orderBy('line.invoice_id')
    .orderBy('line.position')
    .execute();
  for (const { invoiceId, unit_net_cents, net_cents, tax_cents, gross_cents, currency, ...row } of rows) {
    byInvoice.get(invoiceId)?.push({
      ...row,
      unitNet: money(Number(unit_net_cents), currency),
      net: money(Number(net_cents), currency),
      tax: money(Number(tax_cents), currency),
      gross: money(Number(gross_cents), currency),
    });
  }
  return byInvoice;
}

import type { Invoice } from '../../entities/billing/invoice.entity.ts';
import type { TaxAtRate } from '../kernel/invoice-sums.ts';
import { money } from '../kernel/money.ts';
import { writing } from '../platform/orm/values.ts';
import type { Tx } from '../platform/context.ts';

/** What the credit notes of an invoice, which is locked, have taken so far. */
export async function creditedByRate(
  { em }: Tx<'em'>,
  { id, currency }: Pick<Invoice, 'id' | 'currency'>,
): Promise<TaxAtRate[]> {
  const lines = await writing(em)
    .db.selectFrom('invoice_line as line')
    .innerJoin('invoice', 'invoice.id', 'line.invoice_id')
    .select(['line.category', 'line.tax_rate', 'line.net_cents', 'line.tax_cents'])
    .where('invoice.corrects_id', '=', id)
    .execute();
  return lines.map(({ category, tax_rate: rate, net_cents, tax_cents }) => ({
    category,
    rate: Number(rate),
    net: money(Number(net_cents), currency),
    tax: money(Number(tax_cents), currency),
  }));
}

import { money, type Currency, type Money } from '../../kernel/money.ts';
import type { UnitCode } from '../../kernel/unit-codes.ts';
import { decimalOf, one, priceOf, unitPrice } from '../../kernel/unit-price.ts';
import type { VatCategory } from '../../kernel/vat.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface InvoiceLineRow {
  readonly id: string;
  readonly description: string;
  /** Rounded to a whole number: what clients of before 2027 read. */
  readonly quantity: number;
  readonly quantityThousandths: number;
  /** What the quantity counts, by UN/ECE recommendation 20; null on lines of before 2027. */
  readonly unitCode: UnitCode | null;
  /** Rounded to the minor unit: what clients of before 2027 read. */
  readonly unitNet: Money;
  /** A decimal number of the currency itself: `1.6667`. */
  readonly unitPrice: { readonly amount: string; readonly currency: Currency };
  /** Taken off the line, without VAT. */
  readonly discount: Money;
  readonly category: VatCategory;
  /** Why no VAT is charged (code list VATEX); null where it is. */
  readonly exemptionCode: string | null;
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
      'line.quantity_thousandths as quantityThousandths',
      'line.unit_code as unitCode',
      'line.unit_price_ten_thousandths',
      'line.discount_cents',
      'line.category',
      'line.exemption_code as exemptionCode',
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
  for (const row of rows) byInvoice.get(row.invoiceId)?.push(lineOf(row));
  return byInvoice;
}

interface StoredLine extends Pick<
  InvoiceLineRow,
  'id' | 'description' | 'quantityThousandths' | 'unitCode' | 'category' | 'exemptionCode' | 'taxRate'
> {
  readonly currency: Currency;
  readonly unit_price_ten_thousandths: unknown;
  readonly discount_cents: unknown;
  readonly net_cents: unknown;
  readonly tax_cents: unknown;
  readonly gross_cents: unknown;
}

function lineOf({ currency, ...row }: StoredLine): InvoiceLineRow {
  const amount = (cents: unknown): Money => money(Number(cents), currency);
  const price = unitPrice(Number(row.unit_price_ten_thousandths), currency);
  const { id, description, quantityThousandths, unitCode, category, exemptionCode, taxRate } = row;
  return {
    ...{ id, description, quantityThousandths, unitCode, category, exemptionCode, taxRate },
    quantity: Math.round(quantityThousandths / one),
    unitPrice: { amount: decimalOf(price), currency },
    unitNet: priceOf(one, price),
    discount: amount(row.discount_cents),
    net: amount(row.net_cents),
    tax: amount(row.tax_cents),
    gross: amount(row.gross_cents),
  };
}

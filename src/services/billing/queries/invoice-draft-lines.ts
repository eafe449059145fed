import type { Selectable } from 'kysely';
import type { Tables } from '../../../entities/index.ts';
import { money, type Currency, type Money } from '../../kernel/money.ts';
import { unitCodeOf, type UnitCode } from '../../kernel/unit-codes.ts';
import { decimalOf, unitPrice } from '../../kernel/unit-price.ts';
import type { ReadContext } from '../../platform/context.ts';

/** A line of what is sold, as those who write documents see it. */
export interface SoldLineRow {
  readonly id: string;
  readonly description: string;
  readonly quantityThousandths: number;
  readonly unit: string;
  readonly unitCode: UnitCode;
  readonly unitPrice: { readonly amount: string; readonly currency: string };
  readonly taxRate: number;
  readonly discountAmount: Money | null;
  readonly discountBasisPoints: number | null;
}

/** The lines of many drafts at once, in order, by draft; their drafts were checked against the actor. */
export async function linesOfDrafts(
  { db }: Pick<ReadContext, 'db'>,
  draftIds: readonly string[],
): Promise<ReadonlyMap<string, SoldLineRow[]>> {
  const byDraft = new Map<string, SoldLineRow[]>(draftIds.map((id) => [id, []]));
  const rows = await db
    .selectFrom('invoice_draft_line as line')
    .innerJoin('invoice_draft as draft', 'draft.id', 'line.draft_id')
    .selectAll('line')
    .select('draft.currency')
    .where('line.draft_id', 'in', draftIds)
    .orderBy('line.draft_id')
    .orderBy('line.position')
    .execute();
  for (const row of rows) byDraft.get(row.draft_id)?.push(soldLineRowOf(row));
  return byDraft;
}

type StoredRow = Omit<Selectable<Tables['invoice_draft_line']>, 'draft_id'> & { readonly currency: Currency };

/** The same of a line of any such document. */
export const soldLineRowOf = (row: StoredRow): SoldLineRow => ({
  id: row.id,
  description: row.description,
  quantityThousandths: Number(row.quantity_thousandths),
  unit: row.unit,
  unitCode: row.unit_code ?? unitCodeOf(row.unit),
  unitPrice: {
    amount: decimalOf(unitPrice(Number(row.unit_price_ten_thousandths), row.currency)),
    currency: row.currency,
  },
  taxRate: Number(row.tax_rate),
  discountAmount: row.discount_cents === null ? null : money(Number(row.discount_cents), row.currency),
  discountBasisPoints: row.discount_basis_points,
});

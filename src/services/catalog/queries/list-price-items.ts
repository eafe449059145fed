import { money, type Money } from '../../kernel/money.ts';
import { foundIn } from '../../platform/list.ts';
import type { ReadContext } from '../../platform/context.ts';

export interface PriceItemRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly price: Money;
  readonly unit: 'PACK' | 'PAGE';
  readonly serviceType: string;
  readonly estimatedDuration: string | null;
}

/** The price list as everyone sees it: active items, in the order the business gave them, or those that a text is found in. */
export async function listPriceItems(
  { db }: Pick<ReadContext, 'db'>,
  { search }: { readonly search?: string | null } = {},
): Promise<PriceItemRow[]> {
  const query = db
    .selectFrom('price_item')
    .select([
      'id',
      'name',
      'description',
      'price_cents',
      'currency',
      'unit',
      'service_type as serviceType',
      'estimated_duration as estimatedDuration',
    ])
    .where('is_active', '=', true);
  const within = ['price_item.name', 'price_item.description', 'price_item.service_type'];
  const rows = await foundIn(db, query, { text: search, within }).orderBy('position').orderBy('id').execute();
  return rows.map(({ price_cents, currency, ...row }) => ({ ...row, price: money(Number(price_cents), currency) }));
}

import { money, type Money } from '../../kernel/money.ts';
import type { ReadScope } from '../../platform/scope.ts';

export interface PriceItemRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly price: Money;
  readonly unit: 'PACK' | 'PAGE';
  readonly serviceType: string;
  readonly estimatedDuration: string | null;
}

/** The price list as everyone sees it: active items, in the order the house gave them. */
export async function listPriceItems({ db }: Pick<ReadScope, 'db'>): Promise<PriceItemRow[]> {
  const rows = await db
    .selectFrom('price_item')
    .select(['id', 'name', 'description', 'price_cents', 'currency', 'unit', 'service_type as serviceType', 'estimated_duration as estimatedDuration'])
    .where('is_active', '=', true)
    .orderBy('position')
    .orderBy('id')
    .execute();
  return rows.map(({ price_cents, currency, ...row }) => ({ ...row, price: money(Number(price_cents), currency) }));
}

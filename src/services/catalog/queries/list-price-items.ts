import { money, type Currency, type Money } from '../../kernel/money.ts';
import { instantFrom } from '../../platform/orm/values.ts';
import { foundIn } from '../../platform/text-search.ts';
import type { Db, ReadContext } from '../../platform/context.ts';

export interface PriceItemRow {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly price: Money;
  readonly unit: 'PACK' | 'PAGE';
  readonly serviceType: string;
  readonly estimatedDuration: string | null;
  readonly turnaroundWorkingDays: number | null;
  readonly rushWorkingDays: number | null;
  readonly minimum: Money | null;
  readonly validFrom: Date | null;
  readonly isFeatured: boolean;
}

export const priceItemRows = (db: Db) =>
  db
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
      'turnaround_working_days as turnaroundWorkingDays',
      'rush_working_days as rushWorkingDays',
      'minimum_cents',
      'valid_from',
      'is_featured',
    ]);

type Row = Awaited<ReturnType<ReturnType<typeof priceItemRows>['execute']>>[number];

const moneyOrNull = (cents: unknown, currency: Currency): Money | null =>
  cents === null ? null : money(Number(cents), currency);

export const rowOf = (row: Row): PriceItemRow => ({
  id: row.id,
  name: row.name,
  description: row.description,
  unit: row.unit,
  serviceType: row.serviceType,
  estimatedDuration: row.estimatedDuration,
  turnaroundWorkingDays: row.turnaroundWorkingDays,
  rushWorkingDays: row.rushWorkingDays,
  price: money(Number(row.price_cents), row.currency),
  minimum: moneyOrNull(row.minimum_cents, row.currency),
  validFrom: row.valid_from === null ? null : instantFrom(row.valid_from),
  isFeatured: Boolean(row.is_featured),
});

/** The price list as everyone sees it: what is offered now, in the order the business gave it, or what a text is found in. */
export async function listPriceItems(
  { db, now }: Pick<ReadContext, 'db' | 'now'>,
  { search }: { readonly search?: string | null } = {},
): Promise<PriceItemRow[]> {
  const query = priceItemRows(db)
    .where('is_active', '=', true)
    .where('archived_at', 'is', null)
    .where((of) => of.or([of('valid_from', 'is', null), of('valid_from', '<=', now)]));
  const within = ['price_item.name', 'price_item.description', 'price_item.service_type'];
  const rows = await foundIn(db, query, { text: search, within }).orderBy('position').orderBy('id').execute();
  return rows.map(rowOf);
}

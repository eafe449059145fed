import { DomainError, type ErrorCode } from '../kernel/errors.ts';
import { isId } from '../kernel/ids.ts';
import { runCompiled, type RowOf } from '../platform/orm/compiled.ts';
import { instantFrom } from '../platform/orm/values.ts';
import type { Db } from '../platform/context.ts';

/** The item of the price list as a row: nothing of it changes here, and an entity would cost its hydration. PRICE_ITEM_UNAVAILABLE. */
export async function offeredItem(
  { db, now }: { readonly db: Db; readonly now: Date },
  id: string,
  path = 'input.priceItemId',
) {
  if (!isId(id)) throw refusedField('PRICE_ITEM_UNAVAILABLE', path, 'isAvailable');
  const make = () =>
    db
      .selectFrom('price_item')
      .select(['id', 'name', 'unit', 'price_cents', 'currency', 'minimum_cents', 'valid_from', 'archived_at'])
      .select(['turnaround_working_days', 'rush_working_days'])
      .where('id', '=', id)
      .where('is_active', '=', true);
  const [item] = await runCompiled<RowOf<typeof make>>(db, { key: 'price_item offered', values: [id, true], make });
  if (item === undefined || !isOffered(item, now)) throw refusedField('PRICE_ITEM_UNAVAILABLE', path, 'isAvailable');
  return item;
}

/** Not archived, and its day has come. */
const isOffered = (item: { readonly valid_from: unknown; readonly archived_at: unknown }, now: Date): boolean =>
  item.archived_at === null && (item.valid_from === null || instantFrom(item.valid_from) <= now);

export type OfferedItem = Awaited<ReturnType<typeof offeredItem>>;

/** A price by the page needs a number of pages: PAGES_REQUIRED. */
export function requirePages({ unit }: Pick<OfferedItem, 'unit'>, pages: number | null, path: string): void {
  if (unit === 'PAGE' && pages === null) throw refusedField('PAGES_REQUIRED', path, 'isRequired');
}

const refusedField = (code: ErrorCode, path: string, rule: string): DomainError =>
  new DomainError(code, { fields: [{ path, rules: [rule] }] });

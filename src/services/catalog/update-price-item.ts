import type { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import type { AppContext } from '../platform/context.ts';
import type { PriceItemUse } from './context.ts';
import { differences, noteChange, priceFields, type PriceFields, type PriceTx } from './note-change.ts';
import { livingItem, lockPriceList, requireSound } from './price-item-rules.ts';

/** What is absent stays; null empties what may be empty. */
export interface UpdatePriceItem {
  readonly id: string;
  readonly changes: { readonly [K in keyof PriceFields]?: PriceFields[K] | undefined };
}

/**
 * Changes a service of the price list, for orders to come: those that were placed keep their words and price. Unit and currency of
 * one that was ordered never change. Errors: NOT_FOUND, ACTION_NOT_ALLOWED (archived), INPUT_INVALID, PRICE_ITEM_IN_USE.
 */
export const updatePriceItem = (
  { run, priceItemUses }: Pick<AppContext, 'run' | 'priceItemUses'>,
  input: UpdatePriceItem,
): Promise<PriceItem> => run(changeItem, { ...input, uses: priceItemUses });

async function changeItem(
  tx: PriceTx,
  { id, changes, uses }: UpdatePriceItem & { readonly uses: readonly PriceItemUse[] },
): Promise<PriceItem> {
  const list = await lockPriceList(tx);
  const item = livingItem(list, id);
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const before = Object.fromEntries(priceFields.map((field) => [field, item[field]])) as unknown as PriceFields;
  const after: PriceFields = { ...before, ...given };
  const changed = differences(before, after);
  if (changed.length === 0) return item;
  const isAnother = changed.some(({ field }) => field === 'unit' || field === 'currency');
  if (isAnother && (await isInUse(tx, uses, id))) throw new DomainError('PRICE_ITEM_IN_USE');
  requireSound(list, after, id);
  Object.assign(item, given);
  // The provider's price is of the amount of before, until the next `stripe:sync`.
  if (isAnother || after.priceCents !== before.priceCents) item.stripePriceId = null;
  noteChange(tx, { item, kind: 'UPDATED', changes: changed });
  return item;
}

async function isInUse(tx: PriceTx, uses: readonly PriceItemUse[], id: string): Promise<boolean> {
  for (const isUsed of uses) if (await isUsed(tx, id)) return true;
  return false;
}

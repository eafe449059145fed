import type { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import { DomainError } from '../kernel/errors.ts';
import { touchContent } from '../platform/public-content.ts';
import { lockPriceList } from './price-item-rules.ts';
import type { PriceTx } from './note-change.ts';

/**
 * Gives the items of the list their order: all that are not archived, each once. Another list is CONFLICT, since somebody added or
 * archived one meanwhile.
 */
export async function reorderPriceItems(
  tx: PriceTx,
  { ids }: { readonly ids: readonly string[] },
): Promise<PriceItem[]> {
  const items = (await lockPriceList(tx)).filter(({ archivedAt }) => archivedAt === null);
  const byId = new Map(items.map((item) => [item.id, item]));
  const ordered = [...new Set(ids)].flatMap((id) => byId.get(id) ?? []);
  if (ordered.length !== items.length || ids.length !== items.length)
    throw new DomainError('CONFLICT', { expected: items.map(({ id }) => id) });
  if (ordered.every((item, position) => item.position === position)) return ordered;
  ordered.forEach((item, position) => (item.position = position));
  touchContent(tx);
  tx.record({ action: 'PRICE_LIST_REORDERED', targetType: 'price', payload: { ids } });
  return ordered;
}

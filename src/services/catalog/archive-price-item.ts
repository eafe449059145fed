import type { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import { noteChange, type PriceTx } from './note-change.ts';
import { livingItem, lockPriceList } from './price-item-rules.ts';

/** Takes a service off the list for ever; what was ordered of it stays as it is. Errors: NOT_FOUND, ACTION_NOT_ALLOWED (archived). */
export async function archivePriceItem(tx: PriceTx, { id }: { readonly id: string }): Promise<PriceItem> {
  const item = livingItem(await lockPriceList(tx), id);
  item.archivedAt = tx.now;
  item.isActive = false;
  noteChange(tx, { item, kind: 'ARCHIVED' });
  return item;
}

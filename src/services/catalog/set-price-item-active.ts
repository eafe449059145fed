import type { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import { noteChange, type PriceTx } from './note-change.ts';
import { livingItem, lockPriceList } from './price-item-rules.ts';

export interface SetPriceItemActive {
  readonly id: string;
  readonly isActive: boolean;
}

/** Offers a service, or no longer for now. The same twice is once. Errors: NOT_FOUND, ACTION_NOT_ALLOWED (archived). */
export async function setPriceItemActive(tx: PriceTx, { id, isActive }: SetPriceItemActive): Promise<PriceItem> {
  const item = livingItem(await lockPriceList(tx), id);
  if (item.isActive === isActive) return item;
  item.isActive = isActive;
  noteChange(tx, { item, kind: isActive ? 'ACTIVATED' : 'DEACTIVATED' });
  return item;
}

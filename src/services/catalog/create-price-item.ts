import { PriceItem } from '../../entities/catalog/price-item.entity.ts';
import { keyed, type Keyed } from '../platform/request-keys.ts';
import { noteChange, type PriceFields, type PriceTx } from './note-change.ts';
import { lockPriceList, requireSound } from './price-item-rules.ts';

export type CreatePriceItem = PriceFields & Keyed & { readonly isActive: boolean };

/** A new service at the end of the price list. Errors: INPUT_INVALID (a name that another item has). */
export const createPriceItem = keyed<
  'em' | 'actor' | 'now' | 'emit' | 'record' | 'publish',
  CreatePriceItem,
  PriceItem
>('createPriceItem', addItem, ({ em }, id) => em.findOneOrFail(PriceItem, { id }));

async function addItem(tx: PriceTx, fields: Omit<CreatePriceItem, 'key'>): Promise<PriceItem> {
  const list = await lockPriceList(tx);
  requireSound(list, fields);
  const position = Math.max(-1, ...list.map((each) => each.position)) + 1;
  const item = tx.em.create(PriceItem, { ...fields, position });
  noteChange(tx, { item, kind: 'CREATED' });
  return item;
}

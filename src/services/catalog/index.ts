export type { PriceItemUse } from './context.ts';
export { priceItemChanged } from './events.ts';
export { listPriceItems, type PriceItemRow } from './queries/list-price-items.ts';
export {
  adminPriceItem,
  adminPriceItems,
  priceChanges,
  type AdminPriceItemRow,
  type PriceChangeRow,
} from './queries/admin-price-items.ts';
export { archivePriceItem } from './archive-price-item.ts';
export { createPriceItem, type CreatePriceItem } from './create-price-item.ts';
export type { PriceFields } from './note-change.ts';
export { listedAs } from './listed-as.ts';
export { priceLabel } from './price-label.ts';
export { reorderPriceItems } from './reorder-price-items.ts';
export { seedPriceList } from './seed.ts';
export { setPriceItemActive } from './set-price-item-active.ts';
export { updatePriceItem } from './update-price-item.ts';

export { listPriceItems, type PriceItemRow } from './queries/list-price-items.ts';
export { seedPriceList } from './seed.ts';

import { defineModule } from '../platform/module.ts';
import { sellablePriceItems } from './sellable-price-items.ts';
import { seedPriceList } from './seed.ts';

/** The price list. */
export const catalogModule = defineModule({
  name: 'catalog',
  seed: (ctx) => seedPriceList(ctx),
  sellables: sellablePriceItems,
});

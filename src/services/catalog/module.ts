import { defineModule } from '../platform/module.ts';
import { sellablePriceItems } from './sellable-price-items.ts';
import { seedPriceList } from './seed.ts';

/** The price list. */
export const catalogModule = defineModule({ name: 'catalog', seed: seedPriceList, sellables: sellablePriceItems });

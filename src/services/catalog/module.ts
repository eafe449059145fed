import { defineModule } from '../platform/module.ts';
import { seedPriceList } from './seed.ts';

/** The price list. */
export const catalogModule = defineModule({ name: 'catalog', seed: seedPriceList });

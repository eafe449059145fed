import { defineModule } from '../platform/module.ts';
import { currentTermsOfSale } from './queries/current-terms-of-sale.ts';
import { seedContent } from './seed.ts';

/** Pages of the site and frequently asked questions. */
export const contentModule = defineModule({ name: 'content', seed: (ctx) => seedContent(ctx), terms: currentTermsOfSale });

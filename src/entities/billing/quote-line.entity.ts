import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';
import { Quote } from './quote.entity.ts';
import { soldLineColumns } from './sold-line.columns.ts';

/** One line of a quote, as it was written. Owned by the quote: written again with its draft, and deleted with it. */
export const QuoteLine = defineEntity({
  name: 'QuoteLine',
  tableName: 'quote_line',
  properties: {
    ...base(),
    quote: () => p.manyToOne(Quote).lazyRef().deleteRule('cascade'),
    ...soldLineColumns(),
  },
  uniques: [{ properties: ['quote', 'position'] }],
});
export type QuoteLine = InferEntity<typeof QuoteLine>;

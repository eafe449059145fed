import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';

/** A frequently asked question, and its answer. Owned by the business; seen by everyone while visible. */
export const FaqEntry = defineEntity({
  name: 'FaqEntry',
  tableName: 'faq_entry',
  properties: {
    ...base(),
    question: p.string().length(500).unique(),
    answer: p.text(),
    details: p.text().strictNullable().default(null),
    category: p.string().length(100),
    position: p.integer().default(0),
    isVisible: p.boolean().default(true),
  },
  indexes: [{ properties: ['isVisible', 'position'] }, { properties: ['category'] }],
});
export type FaqEntry = InferEntity<typeof FaqEntry>;

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Locale } from '../../services/kernel/locale.ts';
import { base, createdAt, identifier, searched } from '../base.ts';

/** A family of questions. Owned by the business, public. Entries name it; renaming it renames it in them. */
export const FaqCategory = defineEntity({
  name: 'FaqCategory',
  tableName: 'faq_category',
  properties: { ...base(), name: p.string().length(100).unique(), position: p.integer().default(0) },
});
export type FaqCategory = InferEntity<typeof FaqCategory>;

interface Shown {
  readonly question: string;
  readonly answer: string;
  readonly details: string | null;
  readonly isVisible: boolean;
}

const shownText = ({ question, answer, details, isVisible }: Shown): string | null =>
  isVisible ? `${question} ${answer} ${details ?? ''}` : null;

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
    /** In which language it is written. */
    locale: p.string().length(2).$type<Locale>().default('fr'),
    position: p.integer().default(0),
    isVisible: p.boolean().default(true),
    /** What it is searched by; null while it is hidden. */
    words: searched(shownText),
    /** How many found it useful, and how many did not. */
    usefulCount: p.integer().default(0),
    notUsefulCount: p.integer().default(0),
  },
  indexes: [{ properties: ['isVisible', 'position'] }, { properties: ['category'] }],
});
export type FaqEntry = InferEntity<typeof FaqEntry>;

/** That somebody rated an entry today, so that they do it once. The address is hashed under a key of the server and the day; kept two days. */
export const FaqRating = defineEntity({
  name: 'FaqRating',
  tableName: 'faq_rating',
  properties: {
    id: identifier().primary(),
    createdAt: createdAt(),
    entry: () => p.manyToOne(FaqEntry).lazyRef().deleteRule('cascade'),
    raterHash: p.string().length(64),
  },
  uniques: [{ properties: ['entry', 'raterHash'] }],
  indexes: [{ properties: ['createdAt'] }],
});
export type FaqRating = InferEntity<typeof FaqRating>;

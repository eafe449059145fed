import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';

/**
 * The terms of sale as they stood when a quote was sent: which version of which page, and its very words. Written once for each
 * version that a quote names, never changed. Owned by the business, seen by whoever sees such a quote; kept as long as the database.
 */
export const TermsVersion = defineEntity({
  name: 'TermsVersion',
  tableName: 'terms_version',
  properties: {
    ...base(),
    /** The page: `cgv`. */
    slug: p.string().length(255),
    pageVersion: p.integer(),
    /** SHA-256 of the words, in hexadecimal. */
    sha256: p.string().length(64),
    title: p.string().length(255),
    /** Sanitised HTML. */
    content: p.text(),
  },
  uniques: [{ properties: ['slug', 'pageVersion', 'sha256'] }],
});
export type TermsVersion = InferEntity<typeof TermsVersion>;

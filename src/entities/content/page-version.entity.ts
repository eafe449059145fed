import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant, longText } from '../base.ts';
import { Page, type PageMeta } from './page.entity.ts';

/** The words of a page as somebody saved them. Owned by the business, seen by those who may read drafts; never changes. Dies with its page. */
export const PageVersion = defineEntity({
  name: 'PageVersion',
  tableName: 'page_version',
  properties: {
    ...base(),
    page: () => p.manyToOne(Page).lazyRef().deleteRule('cascade'),
    number: p.integer(),
    slug: p.string().length(255),
    title: p.string().length(255),
    /** Sanitised HTML. */
    content: longText(),
    /** Title, excerpt and content without markup, as `foldText` makes them: what is searched. */
    text: longText(),
    excerpt: p.text().strictNullable().default(null),
    meta: p.json<PageMeta>().strictNullable().default(null),
    /** Who saved it; null for the application itself. */
    authorId: identifier().strictNullable().default(null),
    /** What was changed, in a few words. */
    note: p.string().length(500).strictNullable().default(null),
    /** When it was last published; null for one that never was. */
    publishedAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['page', 'number'] }],
});
export type PageVersion = InferEntity<typeof PageVersion>;

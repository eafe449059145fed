import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Locale } from '../../services/kernel/locale.ts';
import { base, identifier, instant, longText } from '../base.ts';

export const pageTypes = ['PAGE', 'FAQ', 'BLOG', 'LEGAL', 'HELP', 'LANDING'] as const;
export type PageType = (typeof pageTypes)[number];
export const pageStatuses = ['DRAFT', 'PUBLISHED', 'ARCHIVED', 'SCHEDULED'] as const;
export type PageStatus = (typeof pageStatuses)[number];

/** What search engines and social networks are given beside the text. */
export interface PageMeta {
  readonly title: string | null;
  readonly description: string | null;
  readonly keywords: string | null;
  /** Address of a picture: a path of ours, or https. */
  readonly ogImage: string | null;
  /** The address that counts, where the text stands at several. */
  readonly canonical: string | null;
}

/**
 * A page of the site. Owned by the business; seen by everyone once published, or by whoever is signed in where it says so. Its name,
 * title and excerpt are those of the live version, copied at the publication; before the first one, those of the draft.
 */
export const Page = defineEntity({
  name: 'Page',
  tableName: 'page',
  properties: {
    ...base(),
    slug: p.string().length(255).unique(),
    title: p.string().length(255),
    /** Markdown of an earlier release; empty once the next start has made a version of it. */
    content: p.text(),
    excerpt: p.text().strictNullable().default(null),
    type: p.enum(pageTypes).default('PAGE'),
    /** In which language it is written. */
    locale: p.string().length(2).$type<Locale>().default('fr'),
    status: p.enum(pageStatuses).default('DRAFT'),
    category: p.string().length(100).strictNullable().default(null),
    position: p.integer().default(0),
    /** Listed, and in the site map and the feed; one that is not has to be known by its address. */
    isPublic: p.boolean().default(true),
    /** Shown to whoever is signed in, and to nobody else. */
    requireAuth: p.boolean().default(false),
    /** When its text was last published; kept when it is taken down, so that it is known that it was seen. */
    publishedAt: instant().strictNullable().default(null),
    /** The version that is shown; null while none is. Ids only: versions refer to their page. */
    liveVersionId: identifier().strictNullable().default(null),
    /** The words of the version that is shown, as `wordsText` makes them: what the help is searched by. Null while none is. */
    words: longText().strictNullable().default(null),
    /** The newest version. Null for a page of an earlier release, until the next start. */
    draftVersionId: identifier().strictNullable().default(null),
    /** Grows with every change, so that the version of the row does too. */
    changedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['type', 'status', 'position'] }],
});
export type Page = InferEntity<typeof Page>;

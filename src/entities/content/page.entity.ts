import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';

export const pageTypes = ['PAGE', 'FAQ', 'BLOG', 'LEGAL', 'HELP', 'LANDING'] as const;
export type PageType = (typeof pageTypes)[number];
export const pageStatuses = ['DRAFT', 'PUBLISHED', 'ARCHIVED', 'SCHEDULED'] as const;

/** A page of the site. Owned by the business; seen by everyone once published. */
export const Page = defineEntity({
  name: 'Page',
  tableName: 'page',
  properties: {
    ...base(),
    slug: p.string().length(255).unique(),
    title: p.string().length(255),
    content: p.text(),
    excerpt: p.text().strictNullable().default(null),
    type: p.enum(pageTypes).default('PAGE'),
    status: p.enum(pageStatuses).default('DRAFT'),
    position: p.integer().default(0),
    publishedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['type', 'status', 'position'] }],
});
export type Page = InferEntity<typeof Page>;

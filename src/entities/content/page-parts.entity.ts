import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { Page } from './page.entity.ts';

/** A word that a page is found under. Owned by the business, public with its page; dies with it. */
export const PageTag = defineEntity({
  name: 'PageTag',
  tableName: 'page_tag',
  properties: {
    ...base(),
    page: () => p.manyToOne(Page).lazyRef().deleteRule('cascade'),
    name: p.string().length(50),
    position: p.integer().default(0),
  },
  uniques: [{ properties: ['page', 'name'] }],
  indexes: [{ properties: ['name'] }],
});
export type PageTag = InferEntity<typeof PageTag>;

/** A name that a published page had before. Public; dies with the page, or when another takes the name. */
export const PageRedirect = defineEntity({
  name: 'PageRedirect',
  tableName: 'page_redirect',
  properties: {
    ...base(),
    slug: p.string().length(255).unique(),
    page: () => p.manyToOne(Page).lazyRef().deleteRule('cascade'),
  },
});
export type PageRedirect = InferEntity<typeof PageRedirect>;

export const pageScheduleActions = ['PUBLISH', 'UNPUBLISH'] as const;
export type PageScheduleAction = (typeof pageScheduleActions)[number];
export const pageScheduleStatuses = ['PLANNED', 'DONE', 'FAILED', 'CANCELLED'] as const;
export type PageScheduleStatus = (typeof pageScheduleStatuses)[number];

/** What is to happen to a page at an instant. Owned by the business, seen by those who may read drafts; dies with its page. */
export const PageSchedule = defineEntity({
  name: 'PageSchedule',
  tableName: 'page_schedule',
  properties: {
    ...base(),
    page: () => p.manyToOne(Page).lazyRef().deleteRule('cascade'),
    action: p.enum(pageScheduleActions),
    /** The version that was frozen when it was planned; null where the page is to be taken down. */
    versionId: identifier().strictNullable().default(null),
    /** To the minute. */
    at: instant(),
    /** The zone in which it was said, for showing it so. */
    zone: p.string().length(64),
    status: p.enum(pageScheduleStatuses).default('PLANNED'),
    plannedById: identifier().strictNullable().default(null),
    /** When it was carried out, failed, or was called off. */
    endedAt: instant().strictNullable().default(null),
    /** The code of what hindered it. */
    failure: p.string().length(100).strictNullable().default(null),
  },
  indexes: [{ properties: ['status', 'at'] }, { properties: ['page', 'status'] }],
});
export type PageSchedule = InferEntity<typeof PageSchedule>;

/** A link that shows the draft of a page without a session. Only the hash of its secret is stored; deleted a day after it was made. */
export const PagePreview = defineEntity({
  name: 'PagePreview',
  tableName: 'page_preview',
  properties: {
    ...base(),
    page: () => p.manyToOne(Page).lazyRef().deleteRule('cascade'),
    tokenHash: p.string().length(64).unique(),
    expiresAt: instant(),
    madeById: identifier().strictNullable().default(null),
  },
  indexes: [{ properties: ['expiresAt'] }],
});
export type PagePreview = InferEntity<typeof PagePreview>;

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/** What a proofreader takes on when they have said nothing of it: pages of 1,500 characters a working day. */
export const usualCapacity = 20;

/**
 * How much a proofreader can do, and of what kind. Written by themself; seen by them and by those who assign orders; dies
 * with the account.
 */
export const ProofreaderProfile = defineEntity({
  name: 'ProofreaderProfile',
  tableName: 'proofreader_profile',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    /** Pages of 1,500 characters a working day. */
    capacityPagesPerDay: p.integer().default(usualCapacity),
    /** Languages they proofread, in their own words; so are the two that follow. */
    languages: p.json<readonly string[]>(),
    genres: p.json<readonly string[]>(),
    specialities: p.json<readonly string[]>(),
  },
  uniques: [{ properties: ['user'] }],
});
export type ProofreaderProfile = InferEntity<typeof ProofreaderProfile>;

/** Days on which a proofreader does not work, the last one included. Theirs as the profile is; dies with it. */
export const ProofreaderAbsence = defineEntity({
  name: 'ProofreaderAbsence',
  tableName: 'proofreader_absence',
  properties: {
    ...base(),
    profile: () => p.manyToOne(ProofreaderProfile).lazyRef().deleteRule('cascade'),
    /** Local days of the business: `2026-12-24`. */
    fromOn: p.string().length(10),
    untilOn: p.string().length(10),
  },
  uniques: [{ properties: ['profile', 'fromOn'] }],
});
export type ProofreaderAbsence = InferEntity<typeof ProofreaderAbsence>;

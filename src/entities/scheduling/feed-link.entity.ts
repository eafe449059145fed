import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Artisan } from './artisan.entity.ts';

/** BUSY: when the artisan is taken, and nothing else. DETAILS: what and who too. */
export const feedKinds = ['BUSY', 'DETAILS'] as const;
export type FeedKind = (typeof feedKinds)[number];

/**
 * A secret address at which calendar programs read the bookings of an artisan. Owned and seen by the artisan and by admins; its secret is
 * kept as SHA-256 only. Deleted a month after it was revoked, and with the artisan.
 */
export const FeedLink = defineEntity({
  name: 'FeedLink',
  tableName: 'feed_link',
  properties: {
    ...base(),
    artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('cascade'),
    kind: p.enum(feedKinds),
    tokenHash: p.string().length(64).unique(),
    /** Roughly: noted once an hour. */
    lastReadAt: instant().strictNullable().default(null),
    revokedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['artisan', 'createdAt', 'id'] }, { properties: ['revokedAt'] }],
});
export type FeedLink = InferEntity<typeof FeedLink>;

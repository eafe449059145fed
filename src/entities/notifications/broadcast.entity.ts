import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { userRoles } from '../../services/kernel/roles.ts';
import { base, identifier, instant } from '../base.ts';
import { notificationTypes, priorities } from './notification.entity.ts';

/** The recipients: all active people, those of a role, or those that the admin named. */
export const broadcastAudiences = ['EVERYONE', ...userRoles, 'NAMED'] as const;
export type BroadcastAudience = (typeof broadcastAudiences)[number];

/**
 * A notification from the admins to many people; each of them has a row of their own in `notification`. Owned by the business, seen by
 * admins; deleted with the oldest notifications.
 */
export const Broadcast = defineEntity({
  name: 'Broadcast',
  tableName: 'broadcast',
  properties: {
    ...base(),
    audience: p.enum(broadcastAudiences),
    title: p.string().length(255),
    message: p.text(),
    type: p.enum(notificationTypes),
    priority: p.enum(priorities),
    actionUrl: p.string().length(500).strictNullable().default(null),
    isByMail: p.boolean().default(false),
    /** How many people it is for. */
    recipientCount: p.integer(),
    /** Those that the admin named, until all of them were notified; null for an audience. */
    namedIds: p.json<readonly string[]>().strictNullable().default(null),
    /** The last person who was notified, in the order of ids; null before the first batch. */
    reachedId: identifier().strictNullable().default(null),
    /** When everybody was; null while it is on its way. */
    completedAt: instant().strictNullable().default(null),
    createdById: identifier().strictNullable().default(null),
    expiresAt: instant().strictNullable().default(null),
    withdrawnAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['createdAt', 'id'] }],
});
export type Broadcast = InferEntity<typeof Broadcast>;

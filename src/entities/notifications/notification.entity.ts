import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { User } from '../identity/user.entity.ts';

export const notificationTypes = [
  'INFO',
  'SUCCESS',
  'WARNING',
  'ERROR',
  'PAYMENT',
  'ORDER',
  'MESSAGE',
  'SYSTEM',
  'CONSULTATION',
  'BOOKING',
  'DOCUMENT',
  'SECURITY',
] as const;
export type NotificationType = (typeof notificationTypes)[number];
export const priorities = ['LOW', 'NORMAL', 'HIGH', 'URGENT'] as const;
export type Priority = (typeof priorities)[number];

/** HELD: for a digest or until quiet hours end. NONE: nobody asked for it. */
export type ChannelResults = Readonly<{ IN_APP: 'SHOWN'; EMAIL: 'NONE' | 'QUEUED' | 'HELD' | 'OFF' }>;

/**
 * One in-app notification of one person. Owned and seen by that person; deleted with the account, or 30 days after it
 * was dismissed or expired.
 */
export const Notification = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    ...base(),
    user: () => p.manyToOne(User).lazyRef().deleteRule('cascade'),
    title: p.string().length(255),
    message: p.text(),
    type: p.enum(notificationTypes).default('INFO'),
    priority: p.enum(priorities).default('NORMAL'),
    /** 0 for LOW to 3 for URGENT: what the list is ordered by. */
    priorityRank: p.integer().default(1),
    data: p.json<Record<string, unknown>>().strictNullable().default(null),
    /** Path in the front-end, for instance `/orders/0199…`. */
    actionUrl: p.string().length(500).strictNullable().default(null),
    /** Of the notifications of one group, one is shown: the newest, which counts the others. */
    groupKey: p.string().length(160).strictNullable().default(null),
    count: p.integer().default(1),
    /** By channel, what was done: `{ "IN_APP": "SHOWN", "EMAIL": "QUEUED" }`. */
    channelResults: p.json<ChannelResults>().strictNullable().default(null),
    readAt: instant().strictNullable().default(null),
    deletedAt: instant().strictNullable().default(null),
    expiresAt: instant().strictNullable().default(null),
    /** When a digest took it up, to say it or not; null until then, and for who gets none. */
    gatheredAt: instant().strictNullable().default(null),
    /** One event makes one notification per person, however often its job runs. */
    dedupeKey: p.string().length(160).unique(),
  },
  indexes: [
    { properties: ['user', 'deletedAt', 'readAt', 'expiresAt'] },
    { properties: ['user', 'deletedAt', 'priorityRank', 'createdAt', 'id'] },
    { properties: ['user', 'deletedAt', 'createdAt', 'id'] },
    { properties: ['user', 'groupKey'] },
    { properties: ['user', 'gatheredAt', 'createdAt'] },
  ],
});
export type Notification = InferEntity<typeof Notification>;

/**
 * How many unread notifications without an expiry a person has, neither deleted: those with one depend on the time and are counted
 * when asked for. Kept by triggers on `notification`, in the transaction of each change. Owned and seen by that person; dies
 * with the account.
 */
export const NotificationCount = defineEntity({
  name: 'NotificationCount',
  tableName: 'notification_count',
  properties: {
    user: () => p.manyToOne(User).lazyRef().primary().deleteRule('cascade'),
    unread: p.integer(),
  },
});
export type NotificationCount = InferEntity<typeof NotificationCount>;

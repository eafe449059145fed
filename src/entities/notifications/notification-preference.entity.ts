import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { instant } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { notificationTypes } from './notification.entity.ts';

/** The ways by which a person is notified. */
export const notificationChannels = ['IN_APP', 'EMAIL'] as const;
export type NotificationChannel = (typeof notificationChannels)[number];

/** IMMEDIATE: at once. DIGEST: gathered in one mail a day. OFF: not at all. */
export const notificationModes = ['IMMEDIATE', 'DIGEST', 'OFF'] as const;
export type NotificationMode = (typeof notificationModes)[number];

/**
 * What a person chose for one type of notification and one channel; without a row it is IMMEDIATE. Owned and seen by that person; dies
 * with the account.
 */
export const NotificationPreference = defineEntity({
  name: 'NotificationPreference',
  tableName: 'notification_preference',
  properties: {
    user: () => p.manyToOne(User).lazyRef().primary().deleteRule('cascade'),
    type: p.enum(notificationTypes).primary(),
    channel: p.enum(notificationChannels).primary(),
    mode: p.enum(notificationModes),
  },
});
export type NotificationPreference = InferEntity<typeof NotificationPreference>;

/** The hours of a week in which a person gets no mail that can wait. Owned and seen by that person; dies with the account. */
export const QuietHours = defineEntity({
  name: 'QuietHours',
  tableName: 'quiet_hours',
  properties: {
    user: () => p.manyToOne(User).lazyRef().primary().deleteRule('cascade'),
    /** `22:00`, on the clock of the zone; they end the next day when `to` is not later. */
    from: p.string().length(5).fieldName('from_time'),
    to: p.string().length(5).fieldName('to_time'),
    /** The days on which they begin: `12345` is Monday to Friday. */
    weekdays: p.string().length(7),
    timeZone: p.string().length(64),
  },
});
export type QuietHours = InferEntity<typeof QuietHours>;

/**
 * When a person gets the mail that gathers what they chose as DIGEST; without a row they have chosen nothing so. Owned and seen by that
 * person; dies with the account.
 */
export const DigestSchedule = defineEntity({
  name: 'DigestSchedule',
  tableName: 'digest_schedule',
  properties: {
    user: () => p.manyToOne(User).lazyRef().primary().deleteRule('cascade'),
    /** `08:30`, on the clock of the zone. */
    at: p.string().length(5).fieldName('at_time'),
    timeZone: p.string().length(64),
    nextAt: instant(),
    /** When they began to get digests: what is older is no news. What came since is gathered by its own mark. */
    gatheredUntil: instant(),
  },
  indexes: [{ properties: ['nextAt'] }],
});
export type DigestSchedule = InferEntity<typeof DigestSchedule>;

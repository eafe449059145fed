import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { base, identifier, instant } from '../base.ts';
import { User } from '../identity/user.entity.ts';
import { suppressionReasons } from './email-suppression.entity.ts';

/**
 * States of a delivery. HELD: it waits for the end of quiet hours, or for a digest. A SENDING whose process crashed or hung has an unknown outcome: the provider may or may not
 * have the mail. It is sent again, or is REPLACED by another mail with a new code or link. AMBIGUOUS: given up, and the
 * outcome of an attempt is unknown. SUPPRESSED: not sent, since nothing is sent to that address. From SENT on the provider
 * says what became of it: DEFERRED, DELIVERED, DROPPED (never tried), BOUNCED (refused), COMPLAINED (called spam).
 */
export const deliveryStatuses = [
  'HELD',
  'QUEUED',
  'SENDING',
  'SENT',
  'DEFERRED',
  'DELIVERED',
  'DROPPED',
  'BOUNCED',
  'COMPLAINED',
  'AMBIGUOUS',
  'REPLACED',
  'FAILED',
  'SUPPRESSED',
] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** What a mail that is HELD waits for. */
export const holdReasons = ['QUIET_HOURS', 'DIGEST'] as const;
export type HoldReason = (typeof holdReasons)[number];

/**
 * One mail to one person. Owned by its recipient, seen by admins; deleted 90 days after it was queued, unless it is
 * still waiting.
 */
export const EmailDelivery = defineEntity({
  name: 'EmailDelivery',
  tableName: 'email_delivery',
  properties: {
    ...base(),
    recipient: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    toEmail: p.string().length(255),
    toName: p.string().length(120),
    template: p.string().length(60),
    locale: p.enum(locales),
    data: p.json<Record<string, unknown>>(),
    status: p.enum(deliveryStatuses).default('QUEUED'),
    attempts: p.integer().default(0),
    /** When the current attempt began; it has 60 seconds, then its outcome is unknown. */
    sendingAt: instant().strictNullable().default(null),
    /** The process that makes the current attempt: once it is known to be dead, the outcome is unknown. */
    sendingProcessId: identifier().strictNullable().default(null),
    /** How many attempts ended without our knowing whether the provider took the mail. */
    ambiguities: p.integer().default(0),
    /** Mails of one stream leave in the order in which they were queued. */
    stream: p.string().length(120).strictNullable().default(null),
    providerId: p.string().length(120).strictNullable().default(null),
    lastError: p.string().length(500).strictNullable().default(null),
    heldFor: p.enum(holdReasons).strictNullable().default(null),
    /** When the quiet hours end; null for a mail that waits for a digest. */
    heldUntil: instant().strictNullable().default(null),
    /** Why it was SUPPRESSED. */
    suppression: p.enum(suppressionReasons).strictNullable().default(null),
    /** The number of the last thing that it names, where these are numbered: a later mail begins after it. */
    reachesTo: p.integer().strictNullable().default(null),
    sentAt: instant().strictNullable().default(null),
    /** One event makes one mail per person, however often its job runs. */
    dedupeKey: p.string().length(160).unique(),
  },
  indexes: [
    { properties: ['status', 'sendingAt'] },
    { properties: ['stream', 'status'] },
    { properties: ['status', 'heldUntil'] },
    { properties: ['toEmail', 'status'] },
    { properties: ['createdAt', 'id'] },
  ],
});
export type EmailDelivery = InferEntity<typeof EmailDelivery>;

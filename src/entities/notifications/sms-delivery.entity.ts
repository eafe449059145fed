import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant, subjectType } from '../base.ts';
import { User } from '../identity/user.entity.ts';

/**
 * States of a text message. WAITING: refused for passing reasons, to be tried again. SENDING: the vendor is being called. UNKNOWN: it
 * may have left, and is not sent a second time. ACCEPTED by the vendor, SENT to the network, then DELIVERED or UNDELIVERED. FAILED: it
 * never left. OPTED_OUT: not sent, since the number answered STOP.
 */
export const smsStatuses = [
  'WAITING',
  'SENDING',
  'UNKNOWN',
  'ACCEPTED',
  'SENT',
  'DELIVERED',
  'UNDELIVERED',
  'FAILED',
  'OPTED_OUT',
] as const;
export type SmsStatus = (typeof smsStatuses)[number];

/**
 * One text message to one number. It holds neither the text nor the number: whoever sends it writes both again for each attempt. Owned
 * by its recipient, seen by admins; deleted after 90 days.
 */
export const SmsDelivery = defineEntity({
  name: 'SmsDelivery',
  tableName: 'sms_delivery',
  properties: {
    ...base(),
    /** What it says: `booking-reminder`. */
    kind: p.string().length(60),
    recipient: () => p.manyToOne(User).lazyRef().strictNullable().deleteRule('set null').default(null),
    /** The number under a key of this server: the same number has the same. */
    numberHash: p.string().length(43),
    /** The last four digits of the number. */
    numberEnd: p.string().length(4),
    /** What it is about; null for a code. */
    subjectType: subjectType().strictNullable().default(null),
    subjectId: identifier().strictNullable().default(null),
    /** The person whose plan counts it; null for a message of the business. */
    payerId: identifier().strictNullable().default(null),
    status: p.enum(smsStatuses).default('SENDING'),
    attempts: p.integer().default(0),
    /** Parts that the vendor charges: each of 160 characters, or of 70 with letters beyond GSM-7. */
    segments: p.integer(),
    /** What the vendor charged, in ten-thousandths of a unit; null until it says so. */
    priceTenThousandths: p.integer().strictNullable().default(null),
    /** ISO 4217, in the vendor's currency. */
    priceCurrency: p.string().length(3).strictNullable().default(null),
    /** The vendor's code for what went wrong. */
    errorCode: p.integer().strictNullable().default(null),
    providerId: p.string().length(64).strictNullable().default(null),
    sentAt: instant().strictNullable().default(null),
    /** One thing that happened makes one text, however often its job runs. */
    dedupeKey: p.string().length(160).unique(),
  },
  indexes: [
    { properties: ['createdAt', 'id'] },
    { properties: ['status', 'createdAt'] },
    { properties: ['payerId', 'createdAt'] },
    { properties: ['subjectId'] },
    { properties: ['numberHash', 'createdAt'] },
  ],
});
export type SmsDelivery = InferEntity<typeof SmsDelivery>;

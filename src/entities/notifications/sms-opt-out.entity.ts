import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';

/** STOP: the person answered so. PROVIDER: the vendor refused a text, since they had answered STOP to it. */
export const optOutCauses = ['STOP', 'PROVIDER'] as const;
export type OptOutCause = (typeof optOutCauses)[number];

/**
 * A number that no text is sent to, whoever wants to send it. It names nobody: the number is only found again by whoever has it. Seen by
 * nobody; stays until the number answers START, after an erasure too.
 */
export const SmsOptOut = defineEntity({
  name: 'SmsOptOut',
  tableName: 'sms_opt_out',
  properties: {
    ...base(),
    /** The number under a key of this server. */
    numberHash: p.string().length(43).unique(),
    cause: p.enum(optOutCauses),
  },
});
export type SmsOptOut = InferEntity<typeof SmsOptOut>;

/** A STOP or START that came, so that the same one changes nothing a second time. Seen by nobody; deleted after 90 days. */
export const SmsReply = defineEntity({
  name: 'SmsReply',
  tableName: 'sms_reply',
  properties: {
    ...base(),
    /** The vendor's identifier of the message. */
    providerId: p.string().length(64).unique(),
    isStop: p.boolean(),
  },
  indexes: [{ properties: ['createdAt'] }],
});
export type SmsReply = InferEntity<typeof SmsReply>;

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { EmailDelivery } from './email-delivery.entity.ts';

/** What the provider says became of a mail after it took it. */
export const emailEventKinds = [
  'DEFERRED',
  'DELIVERED',
  'DROPPED',
  'BLOCKED',
  'BOUNCED',
  'COMPLAINED',
  'UNSUBSCRIBED',
] as const;
export type EmailEventKind = (typeof emailEventKinds)[number];

/** One thing that the provider said of a mail. Owned by its recipient, seen by admins; dies with the mail. */
export const EmailEvent = defineEntity({
  name: 'EmailEvent',
  tableName: 'email_event',
  properties: {
    ...base(),
    delivery: () => p.manyToOne(EmailDelivery).lazyRef().deleteRule('cascade'),
    /** The provider's id of the event: the same event changes nothing a second time. */
    providerEventId: p.string().length(120).unique(),
    kind: p.enum(emailEventKinds),
    at: instant(),
    /** Why, in the words of the receiving server; null when it says nothing. */
    reason: p.string().length(500).strictNullable().default(null),
    appliedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['delivery', 'at'] }],
});
export type EmailEvent = InferEntity<typeof EmailEvent>;

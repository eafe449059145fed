import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier, instant } from '../base.ts';

export const webhookStatuses = ['RECEIVED', 'APPLIED', 'IGNORED'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

/** An event received from a payment provider, once per provider and event id, before it is processed. Seen by admins; dies after 90 days, unless it is still to be processed. */
export const WebhookEvent = defineEntity({
  name: 'WebhookEvent',
  tableName: 'webhook_event',
  properties: {
    /** The name of the provider's adapter: `STRIPE`. */
    provider: p.string().length(20).primary(),
    /** The provider's id (`evt_…`): a second delivery is a duplicate. */
    id: p.string().length(255).primary(),
    type: p.string().length(100),
    payload: p.json<Record<string, unknown>>(),
    status: p.enum(webhookStatuses).default('RECEIVED'),
    /** When it happened, by the provider's clock. */
    occurredAt: instant(),
    createdAt: createdAt().index(),
    /** How often it was processed without success, and why the last time. */
    attempts: p.integer().default(0),
    lastError: p.string().length(255).strictNullable().default(null),
    /** The payment that it was about, once that is known. */
    paymentId: identifier().strictNullable().default(null),
    appliedAt: instant().strictNullable().default(null),
  },
  indexes: [{ properties: ['status', 'createdAt'] }, { properties: ['provider', 'occurredAt'] }],
});
export type WebhookEvent = InferEntity<typeof WebhookEvent>;

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, instant } from '../base.ts';

export const webhookStatuses = ['RECEIVED', 'APPLIED', 'IGNORED'] as const;
export type WebhookStatus = (typeof webhookStatuses)[number];

/** What a provider told us, once per its own id, before anything was done about it. Seen by nobody; dies after 90 days, unless nobody has acted upon it. */
export const WebhookEvent = defineEntity({
  name: 'WebhookEvent',
  tableName: 'webhook_event',
  properties: {
    /** The provider's id (`evt_…`): a second delivery is a duplicate. */
    id: p.string().length(255).primary(),
    provider: p.string().length(20),
    type: p.string().length(100),
    payload: p.json<Record<string, unknown>>(),
    status: p.enum(webhookStatuses).default('RECEIVED'),
    /** When it happened, by the provider's clock. */
    occurredAt: instant(),
    createdAt: createdAt().index(),
    appliedAt: instant().strictNullable().default(null),
  },
});
export type WebhookEvent = InferEntity<typeof WebhookEvent>;

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier } from '../base.ts';

/**
 * A domain event, written in the transaction that caused it, with one job per subscriber. Owned by the server; holds
 * ids, not personal values; deleted 30 days after its last job ended.
 */
export const OutboxEvent = defineEntity({
  name: 'OutboxEvent',
  tableName: 'outbox_event',
  properties: {
    id: identifier().primary(),
    name: p.string().length(80),
    payload: p.json<Record<string, unknown>>(),
    requestId: p.string().length(64).strictNullable().default(null),
    createdAt: createdAt().index(),
  },
});
export type OutboxEvent = InferEntity<typeof OutboxEvent>;

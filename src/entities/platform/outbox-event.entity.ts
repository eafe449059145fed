import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier } from '../base.ts';

/**
 * Something that happened, written in the transaction of the deed; one job per subscriber is written beside it.
 * Owned by the house; holds ids, not personal values; dies 30 days after its last job ended.
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

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt } from '../base.ts';

/** The last number of one stream of live events; locked by each transaction that appends to it. */
export const LiveStream = defineEntity({
  name: 'LiveStream',
  tableName: 'live_stream',
  properties: {
    /** `<topic>:<key>`, for instance `orderUpdated:0199…`. */
    stream: p.string().length(120).primary(),
    lastSeq: p.bigint('number'),
  },
});
export type LiveStream = InferEntity<typeof LiveStream>;

/**
 * The live events that a client which was offline catches up with: in order, without a gap, ids only. Seen by those the
 * topic's audience allows at the time of delivery; deleted after seven days.
 */
export const LiveEvent = defineEntity({
  name: 'LiveEvent',
  tableName: 'live_event',
  properties: {
    stream: p.string().length(120).primary(),
    seq: p.bigint('number').primary(),
    payload: p.json<Record<string, unknown>>(),
    createdAt: createdAt().index(),
  },
});
export type LiveEvent = InferEntity<typeof LiveEvent>;

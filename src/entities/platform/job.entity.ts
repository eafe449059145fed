import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, identifier, instant } from '../base.ts';

export const jobStates = ['PENDING', 'RUNNING', 'RETRYING', 'COMPLETED', 'FAILED', 'CANCELLED'] as const;
export type JobState = (typeof jobStates)[number];

/**
 * A job, run at least once after the commit. RUNNING is a lease: only the holder of its token may end it. FAILED is the
 * dead letter: an admin lists and retries it. Owned by the server; deleted 30 days after it ended.
 */
export const Job = defineEntity({
  name: 'Job',
  tableName: 'job',
  properties: {
    id: identifier().primary(),
    kind: p.string().length(100),
    payload: p.json<Record<string, unknown>>(),
    state: p.enum(jobStates).default('PENDING'),
    /** Lower runs first. */
    priority: p.integer().default(100),
    runAt: instant(),
    attempts: p.integer().default(0),
    maxAttempts: p.integer().default(8),
    /** Token of the lease; a late writer holding another one is refused. */
    owner: identifier().strictNullable().default(null),
    /** The process that has the lease; when it is found dead, the lease ends at once. */
    processId: identifier().strictNullable().default(null),
    leaseUntil: instant().strictNullable().default(null),
    lastError: p.string().length(500).strictNullable().default(null),
    /** Two jobs of one key are one job. */
    dedupeKey: p.string().length(160).strictNullable().default(null).unique(),
    eventId: identifier().strictNullable().default(null).index(),
    requestId: p.string().length(64).strictNullable().default(null),
    createdAt: createdAt(),
    finishedAt: instant().strictNullable().default(null),
  },
  indexes: [
    { properties: ['state', 'priority', 'runAt', 'id'] },
    { properties: ['state', 'leaseUntil'] },
    { properties: ['kind', 'state'] },
    { properties: ['finishedAt'] },
  ],
});
export type Job = InferEntity<typeof Job>;

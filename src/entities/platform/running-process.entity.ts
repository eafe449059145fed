import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { identifier, instant } from '../base.ts';

/**
 * A process that works on jobs, from its first claim to its clean end. What it holds names it (`job.process_id`), so that
 * others give back at once what it held when it dies. Whoever finds it dead removes the row.
 */
export const RunningProcess = defineEntity({
  name: 'RunningProcess',
  tableName: 'running_process',
  properties: {
    id: identifier().primary(),
    /** For operators, who look for it in logs and lists of processes; nothing is decided by these two. */
    host: p.string().length(255),
    pid: p.integer(),
    startedAt: instant(),
    /** Counts up as long as the process can write; what counts is whether it moves, not how old it is: clocks of hosts differ. */
    heartbeats: p.bigint('number').default(0),
    lastSeenAt: instant(),
  },
});
export type RunningProcess = InferEntity<typeof RunningProcess>;

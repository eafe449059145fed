import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { identifier, instant } from '../base.ts';

/**
 * A process that works on jobs, from its first claim to its clean end. Its leases name it (`job.process_id`), so that
 * others release them at once when it crashes. Whichever process finds it dead deletes the row.
 */
export const RunningProcess = defineEntity({
  name: 'RunningProcess',
  tableName: 'running_process',
  properties: {
    id: identifier().primary(),
    /** For operators, who search logs and process lists for it; no decision depends on these two. */
    host: p.string().length(255),
    pid: p.integer(),
    startedAt: instant(),
    /**
     * Heartbeat: counts up while the process can write. Only its change matters, not its time: clocks of hosts differ.
     */
    heartbeats: p.bigint('number').default(0),
    lastSeenAt: instant(),
  },
});
export type RunningProcess = InferEntity<typeof RunningProcess>;

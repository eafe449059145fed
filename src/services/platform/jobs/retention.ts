import { sql } from 'kysely';
import type { RetentionClass } from '../retention.ts';

/** For how long the machinery remembers what was done. */
export const jobsRetention: readonly RetentionClass[] = [
  {
    name: 'EVENTS',
    table: 'outbox_event',
    since: sql.ref('outbox_event.created_at'),
    among: sql`not exists (select 1 from job where job.event_id = outbox_event.id)`,
    days: { usual: 30, least: 7, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
  {
    // Dead letters are kept until an admin has handled them.
    name: 'JOBS',
    table: 'job',
    since: sql.ref('job.finished_at'),
    among: sql`job.state in ('COMPLETED', 'CANCELLED')`,
    days: { usual: 30, least: 7, most: 365 },
    ground: 'OPERATION',
    action: 'DELETE',
  },
];

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, instant } from '../base.ts';

/**
 * One due time of one schedule: the process that inserts the row queues the job, so it runs once across processes.
 * Deleted after 90 days.
 */
export const ScheduleRun = defineEntity({
  name: 'ScheduleRun',
  tableName: 'schedule_run',
  properties: {
    name: p.string().length(80).primary(),
    dueAt: instant().primary(),
    createdAt: createdAt(),
  },
});
export type ScheduleRun = InferEntity<typeof ScheduleRun>;

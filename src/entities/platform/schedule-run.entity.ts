import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { createdAt, instant } from '../base.ts';

/** One due time of one schedule: whoever inserts the row runs it, so it fires once across processes. Dies after 90 days. */
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

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base } from '../base.ts';

/**
 * One of the reminders that an overdue invoice gets: after how many days, and in which words. Written by the server, changed by admins,
 * never deleted: reminders that were sent name it.
 */
export const ReminderStep = defineEntity({
  name: 'ReminderStep',
  tableName: 'reminder_step',
  properties: {
    ...base(),
    /** 1 for the first. */
    position: p.integer().unique(),
    /** After the due day. */
    days: p.integer(),
    titleFr: p.string().length(120),
    titleEn: p.string().length(120),
    textFr: p.string().length(2000),
    textEn: p.string().length(2000),
    isEnabled: p.boolean().default(true),
  },
});
export type ReminderStep = InferEntity<typeof ReminderStep>;

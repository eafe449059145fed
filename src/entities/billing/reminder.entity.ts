import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Invoice } from './invoice.entity.ts';
import { ReminderStep } from './reminder-step.entity.ts';

/** A reminder of an invoice that was sent: each step once. Seen by whoever sees the invoice; dies with it. */
export const Reminder = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    ...base(),
    invoice: () => p.manyToOne(Invoice).lazyRef().deleteRule('cascade'),
    step: () => p.manyToOne(ReminderStep).lazyRef().deleteRule('restrict'),
    sentAt: instant(),
    /** Sent by somebody, not by the schedule. */
    isByHand: p.boolean().default(false),
  },
  uniques: [{ properties: ['invoice', 'step'] }],
});
export type Reminder = InferEntity<typeof Reminder>;

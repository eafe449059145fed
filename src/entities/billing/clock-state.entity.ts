import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { instant } from '../base.ts';

/**
 * What is believed of the wall clock, in one row (`id` 1): an invoice issued under a wrong one poisons its series for ever.
 * Written by every process that works, read before each number is taken.
 */
export const ClockState = defineEntity({
  name: 'ClockState',
  tableName: 'clock_state',
  properties: {
    id: p.integer().primary().autoincrement(false),
    /** The last instant that the clock said and was believed. */
    believedAt: instant(),
    /** Since when invoices wait for somebody to look at the clock, by that clock; null as long as they do not. */
    stoppedAt: instant().strictNullable().default(null),
  },
});
export type ClockState = InferEntity<typeof ClockState>;

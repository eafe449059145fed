import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';
import { ConnectedCalendar } from './connected-calendar.entity.ts';

/**
 * One occurrence of an event outside that takes the artisan's time. Seen by the artisan and admins, by its times and, where the
 * artisan asked for it, its title. Deleted with its calendar, and 30 days after its end.
 */
export const BusyBlock = defineEntity({
  name: 'BusyBlock',
  tableName: 'busy_block',
  properties: {
    ...base(),
    calendar: () => p.manyToOne(ConnectedCalendar).lazyRef().deleteRule('cascade'),
    artisanId: identifier(),
    /** SHA-256 of the event's id at the provider. */
    eventHash: p.string().length(64),
    /** Which of its occurrences: the start that its rule gives it, in UTC; `single` for an event that does not repeat. */
    occurrence: p.string().length(30),
    startsAt: instant(),
    endsAt: instant(),
    isAllDay: p.boolean().default(false),
    title: p.string().length(255).strictNullable().default(null),
  },
  checks: [{ name: 'busy_block_check', expression: 'ends_at > starts_at' }],
  uniques: [{ properties: ['calendar', 'eventHash', 'occurrence'] }],
  indexes: [{ properties: ['artisanId', 'startsAt', 'id'] }, { properties: ['endsAt'] }],
});
export type BusyBlock = InferEntity<typeof BusyBlock>;

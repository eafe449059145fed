import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Booking } from '../scheduling/booking.entity.ts';
import { base, instant } from '../base.ts';
import { ConnectedCalendar } from './connected-calendar.entity.ts';

/** PENDING: it will be written. WRITTEN: it is there. REMOVED: it is there no more, by us. LOST: by the artisan's own hand. */
export const eventLinkStates = ['PENDING', 'WRITTEN', 'REMOVED', 'LOST'] as const;
export type EventLinkState = (typeof eventLinkStates)[number];

/** The event of a booking in a calendar of its artisan. Seen by nobody; goes with the booking or the calendar. */
export const CalendarEventLink = defineEntity({
  name: 'CalendarEventLink',
  tableName: 'calendar_event_link',
  properties: {
    ...base(),
    booking: () => p.manyToOne(Booking).lazyRef().deleteRule('cascade'),
    calendar: () => p.manyToOne(ConnectedCalendar).lazyRef().deleteRule('cascade'),
    state: p.enum(eventLinkStates).default('PENDING'),
    /** The event's id at the provider, chosen by us where it lets us; null before it is known. */
    eventId: p.text().strictNullable().default(null),
    /** SHA-256 of `eventId`: our own events are known by it when they are read back. */
    eventHash: p.string().length(64).strictNullable().default(null),
    etag: p.string().length(255).strictNullable().default(null),
    /** The sequence of the booking that was written last, and its time. */
    writtenSequence: p.integer().strictNullable().default(null),
    startsAt: instant().strictNullable().default(null),
    endsAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['booking', 'calendar'] }],
  indexes: [{ properties: ['calendar', 'eventHash'] }],
});
export type CalendarEventLink = InferEntity<typeof CalendarEventLink>;

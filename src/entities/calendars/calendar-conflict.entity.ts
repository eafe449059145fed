import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Booking } from '../scheduling/booking.entity.ts';
import { base, identifier, instant } from '../base.ts';
import { ConnectedCalendar } from './connected-calendar.entity.ts';

/** OVERLAP: an event outside lies on a confirmed booking. The others: the artisan moved or deleted the event that we wrote. */
export const conflictKinds = ['OWN_EVENT_MOVED', 'OWN_EVENT_DELETED', 'OVERLAP'] as const;
export type ConflictKind = (typeof conflictKinds)[number];
/** GONE: its cause went by itself. */
export const conflictStatuses = ['OPEN', 'RESOLVED', 'GONE'] as const;
export type ConflictStatus = (typeof conflictStatuses)[number];
export const conflictResolutions = ['MOVE_BOOKING', 'CANCEL_BOOKING', 'RESTORE_EVENT', 'IGNORE'] as const;
export type ConflictResolution = (typeof conflictResolutions)[number];

/**
 * A booking and a calendar that disagree: neither is obeyed in silence, the artisan decides. Seen by the artisan and admins; goes
 * with the booking or the calendar.
 */
export const CalendarConflict = defineEntity({
  name: 'CalendarConflict',
  tableName: 'calendar_conflict',
  properties: {
    ...base(),
    artisanId: identifier(),
    booking: () => p.manyToOne(Booking).lazyRef().deleteRule('cascade'),
    calendar: () => p.manyToOne(ConnectedCalendar).lazyRef().deleteRule('cascade'),
    kind: p.enum(conflictKinds),
    /** What disagrees, hashed: an event outside with the booking as it was agreed, or where our own event is. The same cause is one conflict. */
    causeHash: p.string().length(64),
    status: p.enum(conflictStatuses).default('OPEN'),
    /** Where the event is now; null when it was deleted. */
    eventStartsAt: instant().strictNullable().default(null),
    eventEndsAt: instant().strictNullable().default(null),
    resolution: p.enum(conflictResolutions).strictNullable().default(null),
    closedAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['booking', 'calendar', 'kind', 'causeHash'] }],
  indexes: [{ properties: ['artisanId', 'status', 'createdAt', 'id'] }],
});
export type CalendarConflict = InferEntity<typeof CalendarConflict>;

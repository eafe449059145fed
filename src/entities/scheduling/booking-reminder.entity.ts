import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { Booking } from './booking.entity.ts';

export const reminderStatuses = ['PLANNED', 'SENT', 'SKIPPED', 'CANCELLED', 'FAILED'] as const;
export type ReminderStatus = (typeof reminderStatuses)[number];
export const reminderChannels = ['EMAIL', 'SMS'] as const;
export type ReminderChannel = (typeof reminderChannels)[number];
/**
 * Why a reminder was not sent: nobody asked for it, its hour was past, in the night, or after the start. A text, too: no plan of the
 * artisan includes it or the month's are used up, the number is none of a mobile, or it answered STOP.
 */
export const skipReasons = [
  'NOT_WANTED',
  'TOO_LATE',
  'QUIET_HOURS',
  'STARTED',
  'NO_PLAN',
  'PLAN_USED_UP',
  'NOT_MOBILE',
  'OPTED_OUT',
] as const;
export type SkipReason = (typeof skipReasons)[number];

/**
 * A reminder of one appointment at one time: planned when the booking stands, planned anew when it moves. Seen by nobody but in what it
 * sends; goes with the booking.
 */
export const BookingReminder = defineEntity({
  name: 'BookingReminder',
  tableName: 'booking_reminder',
  properties: {
    ...base(),
    booking: () => p.manyToOne(Booking).lazyRef().deleteRule('cascade'),
    /** Which of the reminders: `DAY_BEFORE`, or the rule of the offering, `60m`, `3d-540`; `REVIEW` asks for a review afterwards. */
    kind: p.string().length(30),
    channel: p.enum(reminderChannels),
    dueAt: instant(),
    /** The start that it is about: a booking that moved has other reminders. */
    startsAt: instant(),
    status: p.enum(reminderStatuses).default('PLANNED'),
    reason: p.enum(skipReasons).strictNullable().default(null),
  },
  uniques: [{ properties: ['booking', 'kind', 'channel', 'startsAt'] }],
  indexes: [{ properties: ['status', 'dueAt'] }],
});
export type BookingReminder = InferEntity<typeof BookingReminder>;

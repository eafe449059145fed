import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

export const artisanStatuses = ['DRAFT', 'PUBLISHED', 'PAUSED'] as const;
export type ArtisanStatus = (typeof artisanStatuses)[number];
/** When a connected calendar was not read for too long: its last known busy time stands, or nothing is offered. */
export const stalePolicies = ['KEEP', 'CLOSE'] as const;
export type StalePolicy = (typeof stalePolicies)[number];
/** What the entries that we write into the artisan's calendars call a booking: the customer's name, or its code only. */
export const calendarDetails = ['NAME', 'CODE'] as const;
export type CalendarDetail = (typeof calendarDetails)[number];

/**
 * Somebody whom appointments are made with. Owned by the person of its account; published, it is seen by everybody, without the
 * account. Stays as long as bookings name it; without any, it goes with the account.
 */
export const Artisan = defineEntity({
  name: 'Artisan',
  tableName: 'artisan',
  properties: {
    ...base(),
    /** The person's account; null once it was erased. */
    userId: identifier().strictNullable().default(null).unique(),
    /** In public addresses: `a-z0-9-`, 3 to 60. */
    slug: p.string().length(60).unique(),
    displayName: p.string().length(255),
    email: p.string().length(255),
    /** E.164. */
    phone: p.string().length(20).strictNullable().default(null),
    /** IANA. Local times of rules are read in it. */
    timeZone: p.string().length(60).default('Europe/Paris'),
    /** ISO 3166-1: national phone numbers are read by it. */
    country: p.string().length(2).default('FR'),
    /** Whose public holidays close; null for none. */
    holidayRegion: p.string().length(40).strictNullable().default('metropole'),
    place: p.text().strictNullable().default(null),
    bio: p.text().strictNullable().default(null),
    status: p.enum(artisanStatuses).default('DRAFT'),
    /** Minutes kept free before and after an appointment at the customer's, beside the buffers. */
    defaultTravelMinutes: p.integer().default(30),
    /** Nothing is sent to customers between the two, in minutes of the local day. */
    quietFromMinute: p.integer().default(1_200),
    quietUntilMinute: p.integer().default(480),
    whenStale: p.enum(stalePolicies).default('KEEP'),
    staleAfterHours: p.integer().default(6),
    /** When the calendar outside that was read longest ago was read; null where none takes time. */
    outsideReadAt: instant().strictNullable().default(null),
    calendarDetail: p.enum(calendarDetails).default('NAME'),
  },
  checks: [
    { name: 'artisan_check_1', expression: 'default_travel_minutes between 0 and 240' },
    {
      name: 'artisan_check_2',
      expression: 'quiet_from_minute between 0 and 1440 and quiet_until_minute between 0 and 1440',
    },
    { name: 'artisan_check_3', expression: 'stale_after_hours between 1 and 168' },
  ],
});
export type Artisan = InferEntity<typeof Artisan>;

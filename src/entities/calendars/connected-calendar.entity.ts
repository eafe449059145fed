import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, instant } from '../base.ts';
import { CalendarConnection } from './calendar-connection.entity.ts';

/**
 * A calendar of a connection: what of it blocks the artisan's time, and whether bookings are written there. Owned and seen as its
 * connection, and goes with it.
 */
export const ConnectedCalendar = defineEntity({
  name: 'ConnectedCalendar',
  tableName: 'connected_calendar',
  properties: {
    ...base(),
    connection: () => p.manyToOne(CalendarConnection).lazyRef().deleteRule('cascade'),
    /** SHA-256 of `externalId`, which may be a long address. */
    externalHash: p.string().length(64),
    externalId: p.text(),
    name: p.string().length(255),
    /** IANA: all-day events and times without a zone are read in it. */
    timeZone: p.string().length(60),
    /** May we write there? */
    isWritable: p.boolean().default(false),
    blocks: p.boolean().default(false),
    receivesBookings: p.boolean().default(false),
    ignoresAllDay: p.boolean().default(false),
    ignoresTentative: p.boolean().default(false),
    ignoresUnanswered: p.boolean().default(false),
    /** Where the provider goes on from; null: everything is read anew. */
    syncToken: p.text().strictNullable().default(null),
    windowFrom: instant().strictNullable().default(null),
    windowTo: instant().strictNullable().default(null),
    /** Of the provider's pushes: its channel, what stops it, the SHA-256 of its token, and its end. */
    channelId: p.string().length(64).strictNullable().default(null).unique(),
    channelResource: p.text().strictNullable().default(null),
    channelTokenHash: p.string().length(64).strictNullable().default(null),
    channelExpiresAt: instant().strictNullable().default(null),
    /** Events that could not be read, the last time: how many, and the reasons with their counts. */
    skippedCount: p.integer().default(0),
    skippedReasons: p.json<Readonly<Record<string, number>>>(),
    lastSyncAt: instant().strictNullable().default(null),
    /** It is no longer at the provider. */
    goneAt: instant().strictNullable().default(null),
  },
  uniques: [{ properties: ['connection', 'externalHash'] }],
  indexes: [{ properties: ['channelExpiresAt'] }],
});
export type ConnectedCalendar = InferEntity<typeof ConnectedCalendar>;

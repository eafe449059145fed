import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { base, identifier, instant } from '../base.ts';

export const bookingExportFormats = ['CSV', 'ICS'] as const;
export type BookingExportFormat = (typeof bookingExportFormats)[number];

/** Bookings as a sealed file, and how far it is. Owned and seen by who asked for it; dies with its file, 30 days after it was written. */
export const BookingExport = defineEntity({
  name: 'BookingExport',
  tableName: 'booking_export',
  properties: {
    ...base(),
    requestedById: identifier().index(),
    format: p.enum(bookingExportFormats),
    /** The filter as it was asked, within the agenda of who asked; without its text once the file is written. */
    filter: p.json<Record<string, unknown>>(),
    /** How many bookings it is about, counted when it was asked for; how many there are when it is ready. */
    totalBookings: p.integer(),
    writtenBookings: p.integer().default(0),
    /** The result; null until it is ready. */
    fileId: identifier().strictNullable().default(null).index(),
    finishedAt: instant().strictNullable().default(null),
  },
});
export type BookingExport = InferEntity<typeof BookingExport>;

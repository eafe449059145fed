import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { locales } from '../../services/kernel/locale.ts';
import { currencies } from '../../services/kernel/money.ts';
import { base, identifier, instant, wholeNumber } from '../base.ts';
import { Artisan } from './artisan.entity.ts';
import { locationKinds, Offering } from './offering.entity.ts';

export const bookingStatuses = [
  'REQUESTED',
  'PENDING_PAYMENT',
  'CONFIRMED',
  'COMPLETED',
  'NO_SHOW',
  'CANCELLED',
  'DECLINED',
  'EXPIRED',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];
export const bookingSources = ['PUBLIC', 'STAFF', 'SERIES', 'WAITING_LIST', 'CONSULTATION'] as const;
export type BookingSource = (typeof bookingSources)[number];
export const bookingParties = ['CUSTOMER', 'ARTISAN', 'SYSTEM'] as const;
export type BookingParty = (typeof bookingParties)[number];

/** So much of the deposit comes back, so many elapsed hours before the start or earlier. */
export interface Tier {
  readonly hoursBefore: number;
  readonly refundPercent: number;
}

/** An answer to a question of the offering, with the question as it was asked. */
export interface BookingAnswer {
  readonly questionId: string;
  readonly label: string;
  readonly answer: string;
}

/**
 * An appointment. Owned by whoever booked it and by its artisan; seen by the two, by admins, and by whoever holds its code with the
 * token. What was agreed (price, deposit, duration, buffers, tiers, place) is frozen here. Anonymised two years after its end: code
 * and money stay.
 */
export const Booking = defineEntity({
  name: 'Booking',
  tableName: 'booking',
  properties: {
    ...base(),
    /** `AC-` and six symbols; never given again. */
    publicCode: p.string().length(10).unique(),
    /** SHA-256 of the token of the manage link, which is made from the id and the number, and stored nowhere. */
    manageHash: p.string().length(64).unique(),
    manageVersion: p.integer().default(1),
    artisan: () => p.manyToOne(Artisan).lazyRef().deleteRule('restrict'),
    offering: () => p.manyToOne(Offering).lazyRef().deleteRule('restrict'),
    /** Of a customer with an account. */
    userId: identifier().strictNullable().default(null),
    status: p.enum(bookingStatuses),
    customerName: p.string().length(255),
    /** Lower-cased; null once anonymised. */
    customerEmail: p.string().length(255).strictNullable(),
    /** E.164. */
    customerPhone: p.string().length(20).strictNullable().default(null),
    customerTimeZone: p.string().length(60),
    locale: p.enum(locales),
    partySize: p.integer().default(1),
    startsAt: instant(),
    endsAt: instant(),
    durationMinutes: p.integer(),
    bufferBeforeMinutes: p.integer(),
    bufferAfterMinutes: p.integer(),
    /** The offering's name as it was booked. */
    offeringName: p.string().length(255),
    /** VAT included. */
    priceCents: wholeNumber(),
    depositBasisPoints: p.integer(),
    depositCents: wholeNumber(),
    currency: p.enum(currencies),
    /** Until when the time is kept for a payment, or for an answer to a request. */
    holdUntil: instant().strictNullable().default(null),
    /** When a payment page that was left was continued, and the hold renewed; once. */
    holdRenewedAt: instant().strictNullable().default(null),
    notifyByEmail: p.boolean().default(true),
    notifyBySms: p.boolean().default(false),
    locationKind: p.enum(locationKinds),
    place: p.text().strictNullable().default(null),
    answers: p.json<readonly BookingAnswer[]>(),
    customerNote: p.text().strictNullable().default(null),
    staffNote: p.text().strictNullable().default(null),
    cancellationTiers: p.json<readonly Tier[]>(),
    rescheduleUntilMinutes: p.integer(),
    maxReschedules: p.integer(),
    /** How often the customer moved it. */
    rescheduleCount: p.integer().default(0),
    /** The iCalendar sequence: rises whenever its calendar entry changes. */
    sequence: p.integer().default(0),
    /** What it is about, an order for instance: a type and an id of another domain, which this one does not read. */
    contextType: p.string().length(40).strictNullable().default(null),
    contextId: identifier().strictNullable().default(null),
    source: p.enum(bookingSources).default('PUBLIC'),
    /** Fingerprints of the caller's own key and of what was asked with it. */
    keyHash: p.string().length(64).strictNullable().default(null).unique(),
    contentHash: p.string().length(64).strictNullable().default(null),
    termsVersion: p.string().length(40).strictNullable().default(null),
    confirmedAt: instant().strictNullable().default(null),
    cancelledAt: instant().strictNullable().default(null),
    cancelledBy: p.enum(bookingParties).strictNullable().default(null),
    cancellationReason: p.text().strictNullable().default(null),
    /** When it was said that the customer came, or did not. */
    attendanceAt: instant().strictNullable().default(null),
  },
  checks: [
    { name: 'booking_check_1', expression: 'ends_at > starts_at' },
    { name: 'booking_check_2', expression: 'party_size between 1 and 200' },
    { name: 'booking_check_3', expression: 'deposit_cents >= 0 and deposit_cents <= price_cents' },
  ],
  indexes: [
    { properties: ['artisan', 'startsAt', 'id'] },
    { properties: ['artisan', 'status', 'startsAt', 'id'] },
    { properties: ['customerEmail'] },
    { properties: ['userId', 'startsAt', 'id'] },
    { properties: ['status', 'holdUntil'] },
    { properties: ['status', 'endsAt'] },
    { properties: ['contextType', 'contextId'] },
  ],
});
export type Booking = InferEntity<typeof Booking>;

/** What happened to a booking, in order. Seen by its artisan and admins; goes with the booking. */
export const BookingHistory = defineEntity({
  name: 'BookingHistory',
  tableName: 'booking_history',
  properties: {
    ...base(),
    booking: () => p.manyToOne(Booking).lazyRef().deleteRule('cascade'),
    /** A verb of the state table. */
    verb: p.string().length(30),
    fromStartsAt: instant().strictNullable().default(null),
    toStartsAt: instant().strictNullable().default(null),
    fromArtisanId: identifier().strictNullable().default(null),
    toArtisanId: identifier().strictNullable().default(null),
    by: p.enum(bookingParties),
    /** What the other side reads with it. */
    message: p.text().strictNullable().default(null),
    /** The person or the program, where it is known. */
    actorId: identifier().strictNullable().default(null),
  },
  indexes: [{ properties: ['booking', 'createdAt', 'id'] }],
});
export type BookingHistory = InferEntity<typeof BookingHistory>;

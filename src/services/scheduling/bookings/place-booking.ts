import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Booking, type BookingParty } from '../../../entities/scheduling/booking.entity.ts';
import { Offering } from '../../../entities/scheduling/offering.entity.ts';
import type { TransactionContext } from '../../platform/context.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { bookingConfirmed, bookingHeld, bookingRequested } from '../events.ts';
import { publishAgenda } from '../live.ts';
import { occupy } from '../occupancy/occupy.ts';
import type { BookableArtisan, BookableOffering } from './bookable-offering.ts';
import { addHistory } from './move-booking.ts';
import { manageHashOf } from './manage-token.ts';

export type PlacingBooking = Pick<TransactionContext, 'em' | 'actor' | 'now' | 'record' | 'emit' | 'publish'>;

/** What somebody books, all of it found to be right. */
export interface BookingOrder {
  readonly id: string;
  readonly code: string;
  readonly offering: BookableOffering;
  /** Whom it may be with, in the order in which they are asked. */
  readonly artisans: readonly BookableArtisan[];
  readonly startsAt: Date;
  readonly status: 'REQUESTED' | 'PENDING_PAYMENT' | 'CONFIRMED';
  /** Until when a booking that waits keeps its time. */
  readonly holdUntil: Date | null;
  readonly by: BookingParty;
  /** What else its row says. */
  readonly facts: BookingFacts;
  readonly derived: DerivedSecrets;
}

export type BookingFacts = Pick<
  Booking,
  | 'userId'
  | 'customerName'
  | 'customerEmail'
  | 'customerPhone'
  | 'customerTimeZone'
  | 'locale'
  | 'partySize'
  | 'notifyByEmail'
  | 'notifyBySms'
  | 'place'
  | 'answers'
  | 'customerNote'
  | 'source'
  | 'keyHash'
  | 'contentHash'
  | 'termsVersion'
> &
  Partial<Pick<Booking, 'contextType' | 'contextId' | 'staffNote'>>;

/**
 * Takes the time with the first artisan who is free, and writes the booking; null when nobody is. The quanta are the first thing that
 * is written: of two customers the second is refused by their key. Nothing is booked any other way.
 */
export async function placeBooking(tx: PlacingBooking, order: BookingOrder): Promise<Booking | null> {
  const artisan = await firstFree(tx, order);
  if (artisan === null) return null;
  const booking = addBooking(tx, order, artisan);
  addHistory(tx, booking, { verb: 'create', by: order.by });
  publishAgenda(tx, artisan.id, { bookingId: booking.id, verb: 'create' });
  record(tx, booking);
  announce(tx, booking);
  return booking;
}

const minuteMs = 60_000;

async function firstFree(tx: PlacingBooking, order: BookingOrder): Promise<BookableArtisan | null> {
  const { offering, startsAt, holdUntil, id } = order;
  for (const artisan of order.artisans) {
    const isOurs = await occupy(tx, {
      artisanId: artisan.id,
      kind: 'BOOKING',
      startsAt,
      endsAt: endOf(order),
      bufferBeforeMinutes: offering.bufferBeforeMinutes,
      bufferAfterMinutes: offering.bufferAfterMinutes,
      referenceId: id,
      holdUntil,
    });
    if (isOurs) return artisan;
  }
  return null;
}

const endOf = ({ startsAt, offering }: Pick<BookingOrder, 'startsAt' | 'offering'>): Date =>
  new Date(startsAt.getTime() + offering.durationMinutes * minuteMs);

function addBooking({ em, now }: PlacingBooking, order: BookingOrder, artisan: BookableArtisan): Booking {
  const { id, code, offering, startsAt, status, holdUntil, facts, derived } = order;
  return em.create(Booking, {
    ...{ id, publicCode: code, manageVersion: 1, manageHash: manageHashOf(derived, { id, manageVersion: 1 }) },
    artisan: em.getReference(Artisan, artisan.id),
    offering: em.getReference(Offering, offering.id),
    ...{ status, holdUntil, startsAt, endsAt: endOf(order) },
    durationMinutes: offering.durationMinutes,
    bufferBeforeMinutes: offering.bufferBeforeMinutes,
    bufferAfterMinutes: offering.bufferAfterMinutes,
    offeringName: offering.name,
    priceCents: offering.priceCents,
    depositBasisPoints: offering.depositBasisPoints,
    depositCents: depositOf(offering),
    currency: offering.currency,
    locationKind: offering.locationKind,
    cancellationTiers: offering.tiers,
    rescheduleUntilMinutes: offering.rescheduleUntilMinutes,
    maxReschedules: offering.maxReschedules,
    confirmedAt: status === 'CONFIRMED' ? now : null,
    ...facts,
    place: facts.place ?? offering.place ?? (offering.locationKind === 'AT_ARTISAN' ? artisan.place : null),
  });
}

/** Half up to the cent. */
export const depositOf = ({
  priceCents,
  depositBasisPoints,
}: Pick<BookableOffering, 'priceCents' | 'depositBasisPoints'>): number =>
  Math.floor((priceCents * depositBasisPoints + 5_000) / 10_000);

const record = ({ record: write }: PlacingBooking, booking: Booking): void =>
  write({
    action: 'BOOKING_CREATED',
    targetType: 'booking',
    targetId: booking.id,
    payload: {
      status: booking.status,
      source: booking.source,
      offeringId: booking.offering.id,
      artisanId: booking.artisan.id,
      startsAt: booking.startsAt.toISOString(),
      depositCents: booking.depositCents,
      termsVersion: booking.termsVersion ?? null,
    },
  });

function announce({ emit }: PlacingBooking, { id, artisan, status, holdUntil }: Booking): void {
  const payload = { bookingId: id, artisanId: artisan.id };
  if (status === 'REQUESTED') emit(bookingRequested, payload);
  else if (status === 'CONFIRMED') emit(bookingConfirmed, payload);
  else emit(bookingHeld, { ...payload, holdUntil: (holdUntil as Date).toISOString() });
}

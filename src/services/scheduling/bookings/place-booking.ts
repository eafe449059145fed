import { depositOf } from '../deposit.ts';
import { Artisan } from '../../../entities/scheduling/artisan.entity.ts';
import { Booking, type BookingParty } from '../../../entities/scheduling/booking.entity.ts';
import { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { crashPoint } from '../../platform/crash-points.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';
import { bookingConfirmed, bookingHeld, bookingRequested } from '../events.ts';
import { emitConsultation } from '../consultations/emit-consultation.ts';
import { publishAgenda } from '../live.ts';
import type { TakingTime } from '../occupancy/take-time.ts';
import { bookedInterval } from './booked-interval.ts';
import type { BookableArtisan } from './bookable-offering.ts';
import { addHistory } from './move-booking.ts';
import { manageHashOf } from './manage-token.ts';
import { takeSlot, type SlotToTake } from './take-slot.ts';

export type PlacingBooking = TakingTime;

/** What somebody books, all of it found to be right. */
export interface BookingOrder extends SlotToTake {
  readonly code: string;
  readonly status: 'REQUESTED' | 'PENDING_PAYMENT' | 'CONFIRMED';
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
  const artisan = await takeSlot(tx, order);
  if (artisan === null) return null;
  const booking = addBooking(tx, order, artisan);
  addHistory(tx, booking, { verb: 'create', by: order.by });
  publishAgenda(tx, artisan.id, { bookingId: booking.id, verb: 'create' });
  record(tx, booking);
  emitMade(tx, booking);
  emitConsultation(tx, booking, 'requested');
  await tx.em.flush();
  crashPoint('after-booking-written');
  return booking;
}

function addBooking({ em, now }: PlacingBooking, order: BookingOrder, artisan: BookableArtisan): Booking {
  const { id, code, offering, status, holdUntil, facts, derived } = order;
  return em.create(Booking, {
    ...{ id, publicCode: code, manageVersion: 1, manageHash: manageHashOf(derived, { id, manageVersion: 1 }) },
    artisan: em.getReference(Artisan, artisan.id),
    offering: em.getReference(Offering, offering.id),
    ...{ status, holdUntil },
    ...bookedInterval(offering, artisan, order.startsAt),
    durationMinutes: offering.durationMinutes,
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
      ...agreedChannels(booking),
    },
  });

/** How the customer agreed to be written to: a fact of that moment, whatever they choose later. */
export const agreedChannels = ({ notifyByEmail, notifyBySms }: Booking) => ({ notifyByEmail, notifyBySms });

function emitMade({ emit }: PlacingBooking, { id, artisan, status, holdUntil }: Booking): void {
  const payload = { bookingId: id, artisanId: artisan.id };
  if (status === 'REQUESTED') emit(bookingRequested, payload);
  else if (status === 'CONFIRMED') emit(bookingConfirmed, payload);
  else emit(bookingHeld, { ...payload, holdUntil: (holdUntil as Date).toISOString() });
}

import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { Offering } from '../../../entities/scheduling/offering.entity.ts';
import { isDisputed, subjectPayments, type ConfirmationContext } from '../../billing/index.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { AppContext, Tx } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { bookingSubject } from '../booking-subject.ts';
import type { BookableOffering } from '../bookings/bookable-offering.ts';
import { depositOf } from '../deposit.ts';
import { giveBack } from './give-back.ts';

/** Refuses an offering that does not suit who comes, or that is priced in another currency than what was agreed. */
export function requireSuitable({ partySize, place, currency }: Booking, offering: BookableOffering): void {
  if (offering.currency !== currency) throw new DomainError('OFFERING_UNAVAILABLE');
  if (partySize > offering.capacity) throw new DomainError('CAPACITY_EXCEEDED', { capacity: offering.capacity });
  if (offering.locationKind === 'AT_CUSTOMER' && place === null) throw new DomainError('PLACE_REQUIRED');
}

/**
 * The booking is of another offering from now on, at its price: what is more than the deposit is due by the final invoice. A deposit is
 * never asked for again; one that would be lower is lowered. The terms of cancelling stay as they were agreed.
 */
export function changeOffering({ em }: Tx<'em'>, booking: Booking, offering: BookableOffering): void {
  const [artisan] = offering.artisans;
  const ownPlace = offering.place ?? (offering.locationKind === 'AT_ARTISAN' ? (artisan?.place ?? null) : null);
  Object.assign(booking, {
    offering: em.getReference(Offering, offering.id),
    ...{ offeringName: offering.name, durationMinutes: offering.durationMinutes, locationKind: offering.locationKind },
    place: offering.locationKind === 'AT_CUSTOMER' ? booking.place : ownPlace,
    priceCents: offering.priceCents,
    depositCents: Math.min(booking.depositCents, depositOf(offering)),
  });
}

/** What was paid beyond the deposit as it is now goes back; nothing while the customer’s bank claims it. */
export async function returnExcess(
  tx: ConfirmationContext,
  providers: AppContext['payments'],
  { id, depositCents }: Booking,
): Promise<void> {
  const { db } = writing(tx.em);
  const payments = await subjectPayments(db, bookingSubject(id));
  const leftCents = payments.reduce((cents, payment) => cents + payment.leftCents, 0);
  const refundCents = Math.max(0, leftCents - depositCents);
  if (refundCents > 0 && !(await isDisputed(db, bookingSubject(id))))
    await giveBack(tx, providers, { payments, refundCents });
}

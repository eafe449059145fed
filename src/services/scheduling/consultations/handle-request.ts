import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { requirePermission } from '../../access/actor.ts';
import { DomainError, fieldError } from '../../kernel/errors.ts';
import type { ConsultationAction } from '../../kernel/appointments.ts';
import type { Tx, UseCase } from '../../platform/context.ts';
import { writing } from '../../platform/orm/values.ts';
import { slotRefusals } from '../availability/check-slot.ts';
import { approveBooking, declineBooking } from '../bookings/approve-booking.ts';
import { findLockedBooking } from '../bookings/load-booking.ts';

export interface HandleConsultationRequest {
  readonly id: string;
  readonly action: ConsultationAction;
  /** What the customer reads. */
  readonly reason?: string | null | undefined;
  /** Of PROPOSE: one to three times that are free. */
  readonly proposals?: readonly Date[] | null | undefined;
}

type Handling = 'em' | 'actor' | 'now' | 'emit' | 'publish' | 'record';

/**
 * Answers a request for a consultation: yes, no, or other times that the customer chooses from; the time that was asked for is free then.
 * Errors: NOT_FOUND, ACTION_NOT_ALLOWED for one that is answered or over, SLOT_UNAVAILABLE with a reason for a time that is not free.
 */
export const handleConsultationRequest: UseCase<Handling, HandleConsultationRequest, Booking> = async (
  tx,
  { id, action, reason, proposals },
) => {
  requirePermission(tx.actor, 'consultation:handle');
  const booking = await findLockedBooking(tx, id);
  if (booking?.source !== 'CONSULTATION') throw new DomainError('NOT_FOUND');
  if (action === 'APPROVE') return approveBooking(tx, { bookingId: id });
  if (action === 'DECLINE') return declineBooking(tx, { bookingId: id, reason });
  return declineBooking(tx, { bookingId: id, reason, proposals: await freeTimes(tx, booking, proposals ?? []) });
};

/** The proposed times, each of which the customer could book now. */
async function freeTimes({ em, now }: Tx<'em' | 'now'>, booking: Booking, proposals: readonly Date[]): Promise<Date[]> {
  if (proposals.length === 0) throw fieldError('input.proposals', 'isRequired');
  const asked = { offeringId: booking.offering.id, artisanId: booking.artisan.id, now, ignoring: [booking.id] };
  for (const startsAt of proposals) {
    const [refusal] = await slotRefusals(writing(em).db, { ...asked, startsAt });
    if (refusal)
      throw new DomainError('SLOT_UNAVAILABLE', { reason: refusal.reason, startsAt: startsAt.toISOString() });
  }
  return proposals.toSorted((a, b) => a.getTime() - b.getTime());
}

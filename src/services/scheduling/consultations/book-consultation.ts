import { DomainError } from '../../kernel/errors.ts';
import type { AppContext } from '../../platform/context.ts';
import type { CreateBooking } from '../bookings/booking-request.ts';
import { createBooking, type CreatedBooking } from '../bookings/create-booking.ts';
import { consultationOffering } from './consultation-offering.ts';

export interface BookConsultation extends Pick<
  CreateBooking,
  'key' | 'customer' | 'timeZone' | 'locale' | 'note' | 'termsVersion'
> {
  readonly startsAt: Date;
  /** The order it is about, of the caller. */
  readonly orderId?: string | null | undefined;
}

type Booking = Parameters<typeof createBooking>[0] & Pick<AppContext, 'billables' | 'config'>;

/**
 * Asks for a consultation, with an account or without: it waits for the answer of the business. Errors: those of `createBooking`, and
 * NOT_FOUND for an order that is not the caller’s.
 */
export async function bookConsultation(ctx: Booking, { orderId, ...input }: BookConsultation): Promise<CreatedBooking> {
  if (orderId) await requireOwnOrder(ctx, orderId);
  const context = orderId ? { contextType: 'ORDER', contextId: orderId } : {};
  return createBooking(ctx, {
    ...input,
    offeringId: await consultationOffering(ctx),
    about: { source: 'CONSULTATION', ...context },
  });
}

/** Whose order it is, is asked of whoever owns orders: this domain knows none. */
async function requireOwnOrder({ run, actor, billables }: Booking, orderId: string): Promise<void> {
  const owner = await run(({ em }, id: string) => billables.ORDER.ownerOf({ em }, id), orderId);
  if (owner === null || owner !== actor.userId) throw new DomainError('NOT_FOUND');
}

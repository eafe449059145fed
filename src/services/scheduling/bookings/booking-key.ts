import { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { DomainError } from '../../kernel/errors.ts';
import type { Actor } from '../../access/actor.ts';
import { normalEmail } from '../../identity/index.ts';
import type { Tx } from '../../platform/context.ts';
import { keyFingerprints } from '../../platform/request-keys.ts';
import type { CreateBooking } from './booking-request.ts';

/** Fingerprints of a request's key and content; none without a key. */
export interface BookingKey {
  readonly keyHash: string | null;
  readonly contentHash: string | null;
}

/** A key is its account's; of somebody without one, their address's. */
export function bookingKey({ userId }: Actor, { key, paymentBy: _, ...content }: CreateBooking): BookingKey {
  if (!key) return { keyHash: null, contentHash: null };
  const owner = userId ?? normalEmail(content.customer.email);
  return keyFingerprints(owner, { operation: 'createBooking', key, content });
}

/** The booking that this very request made before; null when there is none, CONFLICT when the key was used for another one. */
export async function bookedBefore({ em }: Tx<'em'>, { keyHash, contentHash }: BookingKey): Promise<Booking | null> {
  const known = keyHash === null ? null : await em.findOne(Booking, { keyHash });
  if (known !== null && known.contentHash !== contentHash)
    throw new DomainError('CONFLICT', { fields: [{ path: 'input.key', rules: ['used-for-other-content'] }] });
  return known;
}

import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import { safeEqual } from '../../kernel/safe-equal.ts';
import type { Config } from '../../platform/config.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

type Numbered = Pick<Booking, 'id' | 'manageVersion'>;

/** The present token of a booking's manage link, 256 bits: made from its id and the number of the token, and stored nowhere. */
export const manageSecret = (derived: DerivedSecrets, { id, manageVersion }: Numbered): string =>
  derived.of('booking', id, String(manageVersion));

/** A shorter one for text messages, of 132 bits, which opens the same booking as long as that link does. */
const textSecret = (derived: DerivedSecrets, { id, manageVersion }: Numbered): string =>
  derived.of('booking-text', id, String(manageVersion)).slice(0, 22);

/** What is stored of it. */
export const manageHashOf = (derived: DerivedSecrets, booking: Numbered): string =>
  fingerprint(manageSecret(derived, booking));

/** Where whoever holds the link manages the booking, in the front-end. */
export const manageUrl = (
  { config, derived }: { readonly config: Config; readonly derived: DerivedSecrets },
  booking: Numbered & Pick<Booking, 'publicCode'>,
): string => `${config.frontUrl}/rdv/${booking.publicCode}?t=${manageSecret(derived, booking)}`;

/** The same for a text message. */
export const textUrl = (
  { config, derived }: { readonly config: Config; readonly derived: DerivedSecrets },
  booking: Numbered & Pick<Booking, 'publicCode'>,
): string => `${config.frontUrl}/rdv/${booking.publicCode}?t=${textSecret(derived, booking)}`;

/** Whether a token opens a booking: that of its link, or of its text messages. Neither does once the link is void. */
export function isOpenedBy(
  derived: DerivedSecrets,
  booking: Numbered & Pick<Booking, 'manageHash'>,
  token: string,
): boolean {
  const isVoid = !safeEqual(manageHashOf(derived, booking), booking.manageHash);
  const isOfText = safeEqual(textSecret(derived, booking), token);
  return safeEqual(booking.manageHash, fingerprint(token)) || (isOfText && !isVoid);
}

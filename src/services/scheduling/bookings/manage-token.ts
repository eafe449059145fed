import type { Booking } from '../../../entities/scheduling/booking.entity.ts';
import { fingerprint } from '../../kernel/ids.ts';
import type { Config } from '../../platform/config.ts';
import type { DerivedSecrets } from '../../platform/derived-secrets.ts';

type Numbered = Pick<Booking, 'id' | 'manageVersion'>;

/** The present token of a booking's manage link, 256 bits: made from its id and the number of the token, and stored nowhere. */
export const manageSecret = (derived: DerivedSecrets, { id, manageVersion }: Numbered): string =>
  derived.of('booking', id, String(manageVersion));

/** What is stored of it. */
export const manageHashOf = (derived: DerivedSecrets, booking: Numbered): string =>
  fingerprint(manageSecret(derived, booking));

/** Where whoever holds the link manages the booking, in the front-end. */
export const manageUrl = (
  { config, derived }: { readonly config: Config; readonly derived: DerivedSecrets },
  booking: Numbered & Pick<Booking, 'publicCode'>,
): string => `${config.frontUrl}/rdv/${booking.publicCode}?t=${manageSecret(derived, booking)}`;

import { defineMail } from '../../notifications/index.ts';
import { sampleForArtisan, variablesForArtisan } from './about-booking.ts';

/** Sent to the artisan who did not answer a request in time. */
export const bookingRequestExpiredArtisanMail = defineMail({
  name: 'booking-request-expired-artisan',
  variables: variablesForArtisan,
  sample: sampleForArtisan,
});

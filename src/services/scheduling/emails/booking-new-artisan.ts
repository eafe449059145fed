import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForArtisan, variablesForArtisan } from './about-booking.ts';

/** Sent to the artisan when a booking stands, with its calendar entry. */
export const bookingNewArtisanMail = defineMail({
  name: 'booking-new-artisan',
  variables: {
    ...variablesForArtisan,
    note: variable.text,
  },
  sample: {
    ...sampleForArtisan,
    note: 'Le piano est un quart de queue de 1962.',
  },
});

import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForArtisan, variablesForArtisan } from './about-booking.ts';

/** Sent to the artisan whose approval is asked for. */
export const bookingRequestedArtisanMail = defineMail({
  name: 'booking-requested-artisan',
  variables: {
    ...variablesForArtisan,
    answerBy: variable.instant,
    /** What the customer wrote; empty for nothing. */
    note: variable.text,
  },
  sample: {
    ...sampleForArtisan,
    answerBy: '2027-01-11T09:00:00.000Z',
    note: 'Le piano est un quart de queue de 1962.',
  },
});

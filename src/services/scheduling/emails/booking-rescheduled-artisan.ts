import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForArtisan, variablesForArtisan } from './about-booking.ts';

/** Sent to the artisan when a customer moved a booking, with its calendar entry. */
export const bookingRescheduledArtisanMail = defineMail({
  name: 'booking-rescheduled-artisan',
  variables: {
    ...variablesForArtisan,
    before: variable.instant,
  },
  sample: {
    ...sampleForArtisan,
    before: '2027-01-11T08:00:00.000Z',
  },
});

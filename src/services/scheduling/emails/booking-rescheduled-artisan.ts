import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForArtisan, variablesForArtisan } from './about-booking.ts';

/** Sent to the artisan when a booking was moved, by whomever, with its calendar entry. */
export const bookingRescheduledArtisanMail = defineMail({
  name: 'booking-rescheduled-artisan',
  variables: {
    ...variablesForArtisan,
    before: variable.instant,
    isByCustomer: variable.flag,
  },
  sample: {
    ...sampleForArtisan,
    before: '2027-01-11T08:00:00.000Z',
    isByCustomer: true,
  },
});

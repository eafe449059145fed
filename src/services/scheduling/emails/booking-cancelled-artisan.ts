import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForArtisan, variablesForArtisan } from './about-booking.ts';

/** Sent to the artisan when a customer cancelled a booking, with the removal of its calendar entry. */
export const bookingCancelledArtisanMail = defineMail({
  name: 'booking-cancelled-artisan',
  variables: {
    ...variablesForArtisan,
    refund: variable.amount,
    isRefunded: variable.flag,
  },
  sample: {
    ...sampleForArtisan,
    refund: { amount: 1_500, currency: 'EUR' },
    isRefunded: true,
  },
});

import { defineMail, variable } from '../../notifications/index.ts';
import { sampleForArtisan, variablesForArtisan } from './about-booking.ts';

/** Sent to the artisan of a booking that stood and is cancelled, or is somebody else’s from now on, with the removal of its calendar entry. */
export const bookingCancelledArtisanMail = defineMail({
  name: 'booking-cancelled-artisan',
  variables: {
    ...variablesForArtisan,
    refund: variable.amount,
    isRefunded: variable.flag,
    /** One of the four. */
    isByCustomer: variable.flag,
    isByArtisan: variable.flag,
    isForgotten: variable.flag,
    isHandedOver: variable.flag,
  },
  sample: {
    ...sampleForArtisan,
    refund: { amount: 1_500, currency: 'EUR' },
    isRefunded: true,
    ...{ isByCustomer: true, isByArtisan: false, isForgotten: false, isHandedOver: false },
  },
});

import { defineMail } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to whoever asks for the link of a booking again. */
export const bookingLinkMail = defineMail({
  name: 'booking-link',
  variables: variablesForCustomer,
  late: ['manageUrl'],
  sample: sampleForCustomer,
});

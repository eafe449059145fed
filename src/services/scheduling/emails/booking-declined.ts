import { defineMail } from '../../notifications/index.ts';
import { sampleForCustomer, variablesForCustomer } from './about-booking.ts';

/** Sent to the customer whose request was declined. */
export const bookingDeclinedMail = defineMail({
  name: 'booking-declined',
  variables: variablesForCustomer,
  late: ['manageUrl'],
  sample: sampleForCustomer,
});
